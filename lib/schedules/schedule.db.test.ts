import { beforeAll, describe, expect, it } from "vitest";
import { makeScene } from "../../scripts/test/guard-scene";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { editArticle } from "../articles/commands/edit-article";
import { editClaim } from "../claims/commands/edit-claim";
import { sendEvent } from "../claims/commands/send-event";
import { listClaims } from "../claims/list-claims.server";
import { planScheduled, publishScheduled } from "../jobs/publish-scheduled";
import { listNews } from "../notifications/queries";
import { signOffVerdict } from "../publications/commands/sign-off-verdict";
import { publicVerdict } from "../publications/public-records.server";
import { giveReview, reaffirmReview } from "../reviews/commands";
import { writeVerdict } from "../verdicts/commands";
import { cancelSchedule, publishScheduledNow } from "./commands/end-schedule";
import { scheduleSignOff } from "./commands/schedule-sign-off";
import { cancelledByAct, cancelledScheduleOf, scheduleOf, waitingOnArticle } from "./queries";
import { signByClock } from "./sign-by-clock.server";

const database = useTestDatabase();
const desk = makeDesk(database);
let editors: Viewer[] = [];
let editor: Viewer;

beforeAll(async () => {
  editors = await Promise.all(["Edda", "Egil", "Elin", "Emre"].map((n) => database.makeViewer("editor", n)));
  editor = editors[0]!;
});

const hour = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hour);
const later = inHours(8);
const atTime = new Date(later.getTime() + 1_000);

const schedule = (viewer: Viewer, claimId: string, revisionHash: string, publishAt = later) =>
  scheduleSignOff(viewer, claimId, { revisionHash, publishAt: publishAt.toISOString() }, new Date());
const rowOf = async (claimId: string) =>
  (await database.sql(`SELECT * FROM schedule WHERE "claimId" = $1 ORDER BY "signedAt" DESC`, [claimId]))[0]!;
const published = (claimId: string) =>
  database.sql<{ recordText: string; publishedAt: Date; slug: string; revisionHash: string }>(
    `SELECT "recordText", "publishedAt", slug, "revisionHash" FROM publication WHERE "claimId" = $1`,
    [claimId],
  );
const toldOf = async (claimId: string) =>
  (
    await database.sql<{ userId: string }>(
      `SELECT "userId" FROM notification WHERE "claimId" = $1 AND kind = 'schedule'`,
      [claimId],
    )
  ).map(({ userId }) => userId);

/** A claim that an editor signed for later. */
async function scheduled(signer = editor) {
  const scene = await desk.ready();
  await done(schedule(signer, scene.claimId, scene.hash));
  return { ...scene, scheduleId: String((await rowOf(scene.claimId)).id) };
}

/** What it came to once it was settled at its time. */
async function settledAtItsTime(scheduleId: string, claimId: string) {
  const { outcome } = await publishScheduled({ scheduleId }, atTime);
  return { outcome, code: (await rowOf(claimId)).endCode, rows: await published(claimId) };
}

describe("signed now, published later", () => {
  it("is public at its time and not before, and the record says when it was signed and when published", async () => {
    const { claimId, hash, scheduleId, reviewer } = await scheduled();
    const [{ slug }] = (await database.sql<{ slug: string }>("SELECT slug FROM claim WHERE id = $1", [
      claimId,
    ])) as [{ slug: string }];
    expect((await publishScheduled({ scheduleId }, new Date())).outcome).toBe("waiting");
    expect(await published(claimId)).toEqual([]);
    expect((await publicVerdict(slug)).ok).toBe(false);
    expect(await scheduleOf(claimId)).toMatchObject({ signedBy: { id: editor.id } });
    const views = await Promise.all(
      (["editor", "scheduled", "me"] as const).map(async (needs) =>
        (await listClaims(editor, { needs, sort: "newest", limit: 100 }, new Date())).items.map(
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
    expect(await toldOf(claimId)).toContain(editor.id);
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
    expect((await refused(schedule(editor, claimId, hash, inHours(6)))).code).toBe("publish-at");
    expect(await scheduleOf(claimId)).toBeNull();
    await done(schedule(editor, claimId, hash, inHours(5)));
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
    const refusal = await refused(schedule(editor, claimId, hash, publishAt));
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

describe("what waits is cancelled, with the reason, and both people are told", () => {
  it("by an edit: who, what and when; and it can be signed again", async () => {
    const { claimId, author, scheduleId } = await scheduled();
    const now = new Date();
    await done(writeVerdict(author, claimId, { finding: "They do, daily.", version: 1 }, now));
    expect(await cancelledScheduleOf(claimId, false)).toMatchObject({
      endedBy: "Author",
      endedAt: now.toISOString(),
      signedBy: "Edda",
      events: ["verdict.written"],
    });
    expect((await toldOf(claimId)).sort()).toEqual([author.id, editor.id].sort());
    expect((await settledAtItsTime(scheduleId, claimId)).rows).toEqual([]);
    await desk.event(author, claimId, "ready");
    await done(schedule(editor, claimId, await desk.revisionHash(claimId)));
    expect(await scheduleOf(claimId)).not.toBeNull();
  });

  it("by an edit of an article that it prints: the cancellation says so", async () => {
    const first = await scheduled();
    await done(writeVerdict(first.author, first.claimId, { finding: "Daily.", version: 1 }, new Date()));
    const { claimId, articleId, author } = await scheduled();
    await done(editArticle(author, articleId, { title: "Another headline" }, new Date()));
    expect(await cancelledScheduleOf(claimId, false)).toMatchObject({ events: ["article.edited"] });
    // So does the bell, and of no other news.
    const { items } = await listNews(editor);
    const acts = (id: string) => items.filter(({ claim }) => claim?.id === id).map((item) => item.acts);
    expect(acts(claimId)).toEqual([["article.edited"]]);
    expect(acts(first.claimId)).toEqual([["verdict.written"]]);
  });

  it("by a change to an article: known before it is made, and said of that act alone after it", async () => {
    const { claimId, articleId, author } = await scheduled();
    const other = await scheduled();
    const ids = async (of: string) => (await waitingOnArticle(author, of)).map((one) => one.claimId);
    expect([await ids(articleId), await ids(other.articleId)]).toEqual([[claimId], [other.claimId]]);
    expect(await waitingOnArticle({ ...author, sees: "own", id: "nobody" }, articleId)).toEqual([]);
    const now = new Date(Date.now() + 5);
    await done(editArticle(author, articleId, { title: "Another headline" }, now));
    expect(await cancelledByAct(author, now)).toMatchObject([{ claimId, publishAt: later.toISOString() }]);
    expect(await cancelledByAct(author, new Date(now.getTime() + 1))).toEqual([]);
    expect(await cancelledByAct(other.author, now)).toEqual([]);
    expect(await ids(articleId)).toEqual([]);
    // Whoever cancels it by hand knows what they did.
    const byHand = new Date();
    await done(cancelSchedule(editor, other.claimId, byHand));
    expect(await cancelledByAct(editor, byHand)).toEqual([]);
  });

  it("by another mark of a reviewer, but not by saying that the same one holds", async () => {
    const { claimId, reviewer } = await scheduled();
    await done(reaffirmReview(reviewer, claimId, new Date()));
    expect((await rowOf(claimId)).state).toBe("waiting");
    const other = { mark: "disputed", rationale: "Read again." } as const;
    await done(giveReview(reviewer, claimId, other, new Date()));
    expect(await rowOf(claimId)).toMatchObject({ endCode: "changed", endedById: reviewer.id });
  });

  it("by returning the claim, and by an editor, who can then sign it at once", async () => {
    const first = await scheduled();
    await done(sendEvent(first.author, first.claimId, { event: "return" }, new Date()));
    expect(await rowOf(first.claimId)).toMatchObject({ endCode: "returned", endedById: first.author.id });
    const { claimId, hash } = await scheduled();
    await done(cancelSchedule(editors[1]!, claimId, new Date()));
    expect((await refused(cancelSchedule(editors[1]!, claimId, new Date()))).code).toBe("nothing-scheduled");
    expect((await toldOf(claimId)).sort()).toContain(editor.id);
    await done(signOffVerdict(editors[1]!, claimId, { revisionHash: hash }, new Date()));
    expect(await published(claimId)).toHaveLength(1);
  });

  it("when whoever signed it may not sign any more, by account or by token", async () => {
    const leaving = await database.makeViewer("editor", "Leaving");
    const first = await scheduled(leaving);
    await database.sql(`UPDATE "user" SET role = 'checker' WHERE id = $1`, [leaving.id]);
    expect(await settledAtItsTime(first.scheduleId, first.claimId)).toMatchObject({
      code: "signer",
      rows: [],
    });
    const tokenId = "token-of-edda";
    await database.sql(
      `INSERT INTO token (id, "userId", name, hash, scopes, "expiresAt") VALUES ($1, $2, 't', $1, '{sign}', now() + interval '1 hour')`,
      [tokenId, editor.id],
    );
    const second = await scheduled({ ...editor, via: { kind: "token", tokenId } });
    await database.sql(`UPDATE token SET "revokedAt" = now() WHERE id = $1`, [tokenId]);
    expect(await settledAtItsTime(second.scheduleId, second.claimId)).toMatchObject({
      code: "signer",
      rows: [],
    });
  });

  it("when the gate is not met any more, or a setting changes what would be published", async () => {
    const first = await scheduled();
    const second = await scheduled();
    await makeScene(database).add("contribution", {
      id: makeScene(database).id(),
      claimId: first.claimId,
      userId: editor.id,
      what: "search",
      subjectId: "any",
    });
    await planScheduled(inHours(1));
    const ended = await rowOf(first.claimId);
    expect(ended).toMatchObject({ state: "cancelled", endCode: "gate", endedById: null });
    expect(ended.endDetail).toMatch(/wrote/);
    const name = JSON.stringify({ name: "The Other Desk" });
    await database.sqlOwner("INSERT INTO setting (key, value) VALUES ('site', $1)", [name]);
    await database.sql(
      `INSERT INTO log_entry (id, at, "actorId", event, "subjectKind", "subjectId", commitment)
       VALUES (gen_random_uuid(), now() + interval '1 second', $1, 'setting.changed', 'setting', 'site', '00')`,
      [editors[2]!.id],
    );
    try {
      await planScheduled(inHours(1));
      expect(await rowOf(second.claimId)).toMatchObject({ endCode: "settings", endedById: editors[2]!.id });
    } finally {
      await database.sqlOwner("DELETE FROM setting WHERE key = 'site'");
    }
  });

  it("not by a look at a source that found the same words", async () => {
    const { claimId, scheduleId, hash, evidenceId } = await scheduled();
    await database.sql(
      `INSERT INTO quote_check (id, "quoteId", "captureId", outcome, was, method, "checkedAt")
       SELECT gen_random_uuid(), q.id, q."captureId", 'unchanged', q.exact, 'fetched', now()
       FROM evidence e JOIN quote q ON q.id = e."quoteId" WHERE e.id = $1`,
      [evidenceId],
    );
    expect(await desk.revisionHash(claimId)).not.toBe(hash);
    const { outcome, rows } = await settledAtItsTime(scheduleId, claimId);
    expect([outcome, rows[0]?.revisionHash]).toEqual(["published", hash]);
  });
});

describe("the sign-off form", () => {
  it("signs nothing while its button and its time say different things", async () => {
    const { claimId, hash } = await desk.ready();
    const [now, at] = [new Date("2026-03-28T12:00:00Z"), "2026-03-29T03:00:00.000Z"];
    const sign = (when: "now" | "later", publishAt?: string) =>
      signByClock(editor, claimId, { revisionHash: hash, when, ...(publishAt ? { publishAt } : {}) }, now);
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
    await done(publishScheduledNow(editor, claimId, new Date()));
    expect(await published(claimId)).toHaveLength(1);
    expect((await rowOf(claimId)).state).toBe("published");
  });
});
