import { describe, expect, it } from "vitest";
import { makeScene } from "../../scripts/test/guard-scene";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { inHours, later, scheduleScene } from "../../scripts/test/schedule-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { editArticle } from "../articles/commands/edit-article";
import { sendEvent } from "../claims/commands/send-event";
import { db } from "../core/db.server";
import { planScheduled } from "../jobs/publish-scheduled";
import { watchClaim } from "../claims/commands/watch-claim";
import { saveChoices } from "../notifications/commands";
import { defaultWays } from "../notifications/kinds";
import { listNews } from "../notifications/queries";
import { editOutlet } from "../outlets/commands/edit-outlet";
import { signOffVerdict } from "../publications/commands/sign-off-verdict";
import { giveReview, reaffirmReview } from "../reviews/commands";
import { writeVerdict } from "../verdicts/commands";
import { cancelSchedule } from "./commands/end-schedule";
import {
  cancelledByAct,
  cancelledScheduleOf,
  scheduleOf,
  waitingOnArticle,
  waitingOnOutlet,
} from "./queries";

const database = useTestDatabase();
const desk = makeDesk(database);
const { editors, schedule, rowOf, published, toldOf, scheduled, settledAtItsTime } = scheduleScene(
  database,
  desk,
);

it("that it will not be published is told to every editor on duty, at the bell and by mail, but to those who left or want to hear no more", async () => {
  const { claimId, author } = await scheduled();
  const [onDuty, muted, off, left, checker] = [
    await database.makeViewer("editor", "Night Nora"),
    await database.makeViewer("editor", "Mute Mika"),
    await database.makeViewer("editor", "Otto Off"),
    await database.makeViewer("editor", "Former Fiona"),
    await database.makeViewer("checker", "Carla Checker"),
  ];
  await done(watchClaim(muted, claimId, { state: "muted" }, new Date()));
  const ways = { ...defaultWays, signed: { inApp: false, byMail: false } };
  await done(saveChoices(off, { ways, rhythm: "day", hour: 7 }, new Date()));
  await database.sqlOwner(`UPDATE "user" SET "deactivatedAt" = now() WHERE id = $1`, [left.id]);
  await done(writeVerdict(author, claimId, { finding: "They do, daily.", version: 1 }, new Date()));
  const told = await toldOf(claimId);
  expect(told).toContain(onDuty.id);
  for (const nobody of [muted, off, left, checker]) expect(told).not.toContain(nobody.id);
  expect(
    await database.sql(
      `SELECT "inApp", "byMail" FROM notification WHERE "userId" = $1 AND "claimId" = $2 AND kind = 'schedule'`,
      [onDuty.id, claimId],
    ),
  ).toEqual([{ inApp: true, byMail: true }]);
  await database.sqlOwner(`UPDATE "user" SET "deactivatedAt" = now() WHERE id = ANY($1)`, [
    [onDuty.id, off.id, muted.id],
  ]);
});

describe("what waits is cancelled, with the reason, and both people are told", () => {
  it("by an edit: who, what and when; and it can be signed again", async () => {
    const { claimId, author, scheduleId } = await scheduled();
    const now = new Date();
    await done(writeVerdict(author, claimId, { finding: "They do, daily.", version: 1 }, now));
    expect(await cancelledScheduleOf(claimId, false)).toMatchObject({
      endedBy: { id: author.id, name: "Author" },
      endedAt: now.toISOString(),
      signedBy: { id: editors[0]!.id, name: "Edda" },
      code: "changed",
      detail: null,
      events: ["verdict.written"],
    });
    expect((await toldOf(claimId)).sort()).toEqual([author, ...editors].map(({ id }) => id).sort());
    expect((await settledAtItsTime(scheduleId, claimId)).rows).toEqual([]);
    await desk.event(author, claimId, "ready");
    await done(schedule(editors[0]!, claimId, await desk.revisionHash(claimId)));
    expect(await scheduleOf(claimId)).not.toBeNull();
  });

  it("by an edit of an article that it prints: the cancellation says so", async () => {
    const first = await scheduled();
    await done(writeVerdict(first.author, first.claimId, { finding: "Daily.", version: 1 }, new Date()));
    const { claimId, articleId, author } = await scheduled();
    await done(editArticle(author, articleId, { title: "Another headline" }, new Date()));
    expect(await cancelledScheduleOf(claimId, false)).toMatchObject({ events: ["article.edited"] });
    // So does the bell, and of no other news.
    const { items } = await listNews(editors[0]!);
    const acts = (id: string) =>
      items.filter(({ kind, claim }) => kind === "schedule" && claim?.id === id).map((item) => item.acts);
    expect(acts(claimId)).toEqual([["article.edited"]]);
    expect(acts(first.claimId)).toEqual([["verdict.written"]]);
  });

  it("by a change to an article: known before it is made, and said of that act alone after it", async () => {
    const { claimId, articleId, author } = await scheduled();
    const other = await scheduled();
    const ids = async (of: string) => (await waitingOnArticle(author, of)).claims.map((one) => one.claimId);
    expect([await ids(articleId), await ids(other.articleId)]).toEqual([[claimId], [other.claimId]]);
    const intern = { ...author, sees: "own", id: "nobody" } as const;
    expect(await waitingOnArticle(intern, articleId)).toEqual({ claims: [], hidden: 1 });
    const now = new Date(Date.now() + 5);
    await done(editArticle(author, articleId, { title: "Another headline" }, now));
    expect(await cancelledByAct(author, now)).toMatchObject({
      claims: [{ claimId, publishAt: later.toISOString() }],
      hidden: 0,
    });
    const nothing = { claims: [], hidden: 0 };
    expect(await cancelledByAct(author, new Date(now.getTime() + 1))).toEqual(nothing);
    expect(await cancelledByAct(other.author, now)).toEqual(nothing);
    expect(await ids(articleId)).toEqual([]);
    // Whoever cancels it by hand knows what they did.
    const byHand = new Date();
    await done(cancelSchedule(editors[0]!, other.claimId, byHand));
    expect(await cancelledByAct(editors[0]!, byHand)).toEqual(nothing);
  });

  it("by another name of an outlet that it prints: at once, by whoever gave it, and known before", async () => {
    const { claimId, articleId, author } = await scheduled();
    await done(editArticle(author, articleId, { outlet: "Harbour News" }, new Date()));
    expect(await rowOf(claimId)).toMatchObject({ endCode: "changed", endedById: author.id });
    await desk.event(author, claimId, "ready");
    await done(schedule(editors[0]!, claimId, await desk.revisionHash(claimId)));
    const { id, version } = await db().outlet.findFirstOrThrow({ where: { name: "Harbour News" } });
    expect(await waitingOnOutlet(author, id)).toMatchObject({ claims: [{ claimId }], hidden: 0 });
    const intern = { ...author, sees: "own", id: "nobody" } as const;
    expect(await waitingOnOutlet(intern, id)).toEqual({ claims: [], hidden: 1 });
    const [by, now] = [editors[3]!, new Date()];
    const plain = { name: "Harbour News", host: "harbour.example", agency: false, owner: null };
    await done(editOutlet(by, id, { ...plain, version }, now));
    expect(await scheduleOf(claimId)).not.toBeNull();
    await done(editOutlet(by, id, { ...plain, name: "Harbour Times", version: version + 1 }, now));
    expect(await cancelledScheduleOf(claimId, false)).toMatchObject({
      endedBy: { id: by.id, name: by.name },
      events: ["outlet.edited"],
    });
    expect(await cancelledByAct(by, now)).toMatchObject({ claims: [{ claimId }], hidden: 0 });
    expect(await waitingOnOutlet(author, id)).toEqual({ claims: [], hidden: 0 });
  });

  it("by another mark of a reviewer, but not by saying that the same one holds", async () => {
    const { claimId, reviewer } = await scheduled();
    await done(reaffirmReview(reviewer, claimId, {}, new Date()));
    expect((await rowOf(claimId)).state).toBe("waiting");
    const other = { mark: "disputed", rationale: "Read again." } as const;
    await done(giveReview(reviewer, claimId, other, new Date()));
    expect(await rowOf(claimId)).toMatchObject({ endCode: "changed", endedById: reviewer.id });
  });

  it("by returning the claim, and by an editors[0]!, who can then sign it at once", async () => {
    const first = await scheduled();
    await done(sendEvent(first.author, first.claimId, { event: "return" }, new Date()));
    expect(await rowOf(first.claimId)).toMatchObject({ endCode: "returned", endedById: first.author.id });
    const { claimId, hash } = await scheduled();
    await done(cancelSchedule(editors[1]!, claimId, new Date()));
    expect((await refused(cancelSchedule(editors[1]!, claimId, new Date()))).code).toBe("nothing-scheduled");
    expect((await toldOf(claimId)).sort()).toContain(editors[0]!.id);
    const newsOf = async (viewer: Viewer) =>
      (await listNews(viewer)).items.find(({ kind, claim }) => kind === "schedule" && claim?.id === claimId)
        ?.text;
    expect(await newsOf(editors[0]!)).toContain(`, as signed. ${editors[1]!.name} cancelled it.`);
    expect(await newsOf(editors[1]!)).toContain(", as signed. You cancelled it.");
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
      [tokenId, editors[0]!.id],
    );
    const second = await scheduled({ ...editors[0]!, via: { kind: "token", tokenId } });
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
      userId: editors[0]!.id,
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
