import { describe, expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { atTime, inHours, later, scheduleScene } from "../../scripts/test/schedule-scene";
import { editClaim } from "../claims/commands/edit-claim";
import { listClaims } from "../claims/list-claims.server";
import { planScheduled, publishScheduled } from "../jobs/publish-scheduled";
import { signOffVerdict } from "../publications/commands/sign-off-verdict";
import { publicVerdict } from "../publications/public-records.server";
import { giveReview } from "../reviews/commands";
import { writeVerdict } from "../verdicts/commands";
import { publishScheduledNow } from "./commands/end-schedule";
import { scheduleOf } from "./queries";
import { signByClock } from "./sign-by-clock.server";

const database = useTestDatabase();
const desk = makeDesk(database);
const { editors, schedule, rowOf, published, toldOf, scheduled } = scheduleScene(database, desk);
const hour = 3_600_000;

describe("signed now, published later", () => {
  it("is public at its time and not before, and the record says when it was signed and when published", async () => {
    const { claimId, hash, scheduleId, reviewer } = await scheduled();
    const [{ slug }] = (await database.sql<{ slug: string }>("SELECT slug FROM claim WHERE id = $1", [
      claimId,
    ])) as [{ slug: string }];
    expect((await publishScheduled({ scheduleId }, new Date())).outcome).toBe("waiting");
    expect(await published(claimId)).toEqual([]);
    expect((await publicVerdict(slug)).ok).toBe(false);
    expect(await scheduleOf(claimId)).toMatchObject({ signedBy: { id: editors[0]!.id } });
    const views = await Promise.all(
      (["editor", "scheduled", "me"] as const).map(async (needs) =>
        (await listClaims(editors[0]!, { needs, sort: "newest", limit: 100 }, new Date())).items.map(
          ({ id }) => id,
        ),
      ),
    );
    expect(views.map((ids) => ids.includes(claimId))).toEqual([false, true, false]);
    expect((await publishScheduled({ scheduleId }, atTime)).outcome).toBe("published");
    const [row] = await published(claimId);
    const record = JSON.parse(row!.recordText);
    expect(row!.revisionHash).toBe(hash);
    expect(record.publishedAt).toBe(atTime.toISOString());
    expect(Date.parse(record.signer.signedAt)).toBeLessThan(Date.parse(record.publishedAt) - 7 * hour);
    expect(record.signer.name).toBe("Edda");
    expect(await scheduleOf(claimId)).toBeNull();
    expect(await toldOf(claimId)).toContain(editors[0]!.id);
    expect(
      (await refused(giveReview(reviewer, claimId, { mark: "disputed", rationale: "x" }, atTime))).code,
    ).toBe("open-a-correction");
  });

  it("is refused for a time after the update that first findings promise, and for none before it", async () => {
    const { claimId, author, reviewer, other } = await desk.inReview();
    const first = { provisional: true, nextUpdateAt: inHours(6).toISOString(), version: 0 };
    await done(editClaim(author, claimId, first, new Date()));
    await done(writeVerdict(author, claimId, { rating: "mostly-confirmed", version: 1 }, new Date()));
    for (const viewer of [reviewer, other]) await desk.review(viewer, claimId);
    await desk.event(author, claimId, "ready");
    const hash = await desk.revisionHash(claimId);
    expect((await refused(schedule(editors[0]!, claimId, hash, inHours(6)))).code).toBe("publish-at");
    expect(await scheduleOf(claimId)).toBeNull();
    await done(schedule(editors[0]!, claimId, hash, inHours(5)));
    // The server was away when its time came.
    const { id } = await rowOf(claimId);
    expect((await publishScheduled({ scheduleId: String(id) }, inHours(7))).outcome).toBe("cancelled");
    expect((await rowOf(claimId)).endCode).toBe("gate");
    expect(await published(claimId)).toEqual([]);
  });

  it("is published once by however many workers", async () => {
    const { claimId, scheduleId } = await scheduled();
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        n % 2
          ? publishScheduled({ scheduleId }, atTime).then(({ outcome }) => outcome)
          : planScheduled(atTime),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === "published").length).toBeLessThanOrEqual(1);
    expect(await published(claimId)).toHaveLength(1);
    const entries = await database.sql(
      `SELECT 1 FROM log_entry WHERE "claimId" = $1 AND event = 'verdict.signed-off'`,
      [claimId],
    );
    expect(entries).toHaveLength(1);
  });

  it("is put into the queue for its time, together with the signature or not at all", async () => {
    const { scheduleId } = await scheduled();
    const [job] = await database.sqlOwner<{ start_after: Date }>(
      `SELECT start_after FROM pgboss.job WHERE name = 'publish-scheduled' AND data ->> 'scheduleId' = $1`,
      [scheduleId],
    );
    expect(job!.start_after.getTime()).toBe(later.getTime());
  });

  it.each([
    ["a time that is over", inHours(-1)],
    ["a time too far ahead", inHours(24 * 40)],
  ])("is refused for %s", async (_name, publishAt) => {
    const { claimId, hash } = await desk.ready();
    const refusal = await refused(schedule(editors[0]!, claimId, hash, publishAt));
    expect(refusal).toMatchObject({ code: "publish-at", issues: [{ field: "publishAt" }] });
  });

  it("has one winner, whether others sign for later or for now, and says who", async () => {
    const { claimId, hash } = await desk.ready();
    const results = await Promise.all(editors.map((one) => schedule(one, claimId, hash)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const winner = editors[results.findIndex(({ ok }) => ok)]!;
    const sooner = await refused(signOffVerdict(editors[3]!, claimId, { revisionHash: hash }, new Date()));
    expect(sooner).toMatchObject({
      kind: "conflict",
      code: "already-signed",
      extra: { winner: { id: winner.id } },
    });
    for (const result of results) if (!result.ok) expect(result.error.code).toBe("already-signed");
  });
});

describe("the sign-off form", () => {
  it("signs nothing while its button and its time say different things", async () => {
    const { claimId, hash } = await desk.ready();
    const [now, at] = [new Date("2026-03-28T12:00:00Z"), "2026-03-29T03:00:00.000Z"];
    const sign = (when: "now" | "later", publishAt?: string) =>
      signByClock(
        editors[0]!,
        claimId,
        { revisionHash: hash, when, ...(publishAt ? { publishAt } : {}) },
        now,
      );
    for (const one of [sign("now", at), sign("later")])
      expect((await refused(one)).issues).toMatchObject([{ field: "publishAt" }]);
    expect(await scheduleOf(claimId)).toBeNull();
    await done(sign("later", at));
    expect(await scheduleOf(claimId)).toMatchObject({ publishAt: at });
  });
});

describe("the time of what waits", () => {
  it("is now for whoever signed it and changes their mind, and for nobody else", async () => {
    const { claimId } = await scheduled();
    expect((await refused(publishScheduledNow(editors[1]!, claimId, new Date()))).code).toBe("not-yours");
    await done(publishScheduledNow(editors[0]!, claimId, new Date()));
    expect(await published(claimId)).toHaveLength(1);
    expect((await rowOf(claimId)).state).toBe("published");
  });
});
