import { describe, expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { assignClaim } from "../claims/commands/assign-claim";
import { editClaim } from "../claims/commands/edit-claim";
import { watchClaim } from "../claims/commands/watch-claim";
import { getClaim } from "../claims/queries";
import { saveChoices } from "../notifications/commands";
import { defaultWays, type NewsKind, type NewsWay } from "../notifications/kinds";
import { countUnread, listNews } from "../notifications/queries";
import { takeBack } from "../undo/take-back.server";
import { addComment, settleComment } from "./commands";

const database = useTestDatabase();
const desk = makeDesk(database);

let people = 0;
/** Somebody whose whole name nobody else has. */
const somebody = (role: "checker" | "editor" = "checker") =>
  database.makeViewer(role, `Person ${String.fromCharCode(65 + (people += 1))}`);
const told = async (viewer: Viewer) =>
  (await listNews(viewer)).items.map(({ kind, text }) => `${kind}: ${text}`);
const undo = (viewer: Viewer, entryId: string) => takeBack(viewer, { entryId }, new Date());
const asks = ({ name }: Viewer) =>
  `${name} asks you to look at this claim. You see what they wrote once you have reviewed it.`;
const say = (viewer: Viewer, claimId: string, text: string) =>
  done(addComment(viewer, claimId, { text }, new Date()));

describe("a comment", () => {
  it("tells whom it names, once, and whoever watches, but never its words", async () => {
    const { claimId, author, reviewer } = await desk.inReview();
    const named = await somebody();
    const said = await say(author, claimId, `@${named.name}, the Secret register. @${named.name}?`);
    expect(said.told).toEqual([named.name]);
    expect(await told(named)).toEqual([`mention: ${asks(author)}`]);
    await say(named, claimId, "Nothing Secret there.");
    expect(await told(author)).toEqual([`claim: ${named.name} commented.`]);
    expect(await told(named)).toHaveLength(1);
    expect(await told(reviewer)).toEqual([]);
    expect(JSON.stringify([await told(named), await told(author)])).not.toContain("Secret");
  });

  it("reaches a blind reviewer as the fact alone, until they have given their mark", async () => {
    const { claimId, author } = await desk.inReview();
    const reviewer = await somebody();
    const said = await say(author, claimId, `@${reviewer.name}, I think it is Secret.`);
    const { id } = said;
    expect([said.told, said.afterReview]).toEqual([[reviewer.name], [reviewer.name]]);
    expect(await told(reviewer)).toEqual([`mention: ${asks(author)}`]);
    expect(JSON.stringify(await listNews(reviewer))).not.toContain("Secret");
    expect((await getClaim(reviewer, claimId, new Date()))!.comments).toEqual({ hidden: true });
    expect(await refused(settleComment(reviewer, id, true, new Date()))).toMatchObject({ kind: "not_found" });
    await desk.review(reviewer, claimId);
    expect((await getClaim(reviewer, claimId, new Date()))!.comments).toMatchObject([
      { text: expect.stringContaining("Secret"), mentions: [{ id: reviewer.id }], resolved: null },
    ]);
    // Whoever sees the talk is told that they are named in it, and is asked for nothing.
    expect((await say(author, claimId, `@${reviewer.name}, thank you.`)).afterReview).toEqual([]);
    expect((await told(reviewer))[0]).toBe(`mention: ${author.name} mentioned you in a comment.`);
  });

  it("asks no editor for a review, and says of a claim that takes none yet when it will", async () => {
    const { claimId, author } = await desk.inReview();
    const [editor, waiting] = [await somebody("editor"), await somebody()];
    await say(author, claimId, `@${editor.name}, is it Secret?`);
    expect(await told(editor)).toEqual([`mention: ${author.name} mentioned you in a comment.`]);
    await desk.event(author, claimId, "return");
    await say(author, claimId, `@${waiting.name}, is it Secret?`);
    expect(await told(waiting)).toEqual([
      `mention: ${author.name} asks you to look at this claim. You see what they wrote once it is in review and you have reviewed it.`,
    ]);
  });

  it("is resolved and opened again, each once, and says by whom", async () => {
    const { claimId, author } = await desk.inReview();
    const { id } = await say(author, claimId, "Who has the register?");
    const comments = async () => (await getClaim(author, claimId, new Date()))!.comments;
    await Promise.all([1, 2, 3].map(() => done(settleComment(author, id, true, new Date()))));
    expect(await comments()).toMatchObject([{ resolved: { by: author.name } }]);
    await done(settleComment(author, id, false, new Date()));
    expect(await comments()).toMatchObject([{ resolved: null }]);
    const log = await database.sql(`SELECT event FROM log_entry WHERE "subjectId" = $1 ORDER BY id`, [id]);
    expect(log.map(({ event }) => event)).toEqual(["comment.added", "comment.resolved", "comment.reopened"]);
  });

  it("stays in sight while it is open, however much was said and resolved after it", async () => {
    const { claimId, author } = await desk.inReview();
    const { id } = await say(author, claimId, "Who counted them?");
    await database.sqlOwner(
      `INSERT INTO comment (id, "claimId", "authorId", text, at, "mentionedIds", "resolvedAt", "resolvedById")
       SELECT $1 || n, $2, $3, 'Noted.', now(), '{}', now(), $3 FROM generate_series(1, 520) n`,
      [`${id}-`, claimId, author.id],
    );
    const shown = (await getClaim(author, claimId, new Date()))!.comments as { id: string }[];
    expect(shown).toHaveLength(500);
    expect(shown[0]?.id).toBe(id);
  });

  it("is taken back as long as nobody answered it: no word stays, and whoever was told reads so", async () => {
    const { claimId, author, reviewer } = await desk.inReview();
    const named = await somebody();
    await done(watchClaim(reviewer, claimId, { state: "watching" }, new Date()));
    const comments = async () => (await getClaim(author, claimId, new Date()))!.comments;
    const { id, entryId } = await say(author, claimId, `@${named.name}, the Secret register.`);
    expect(await refused(undo(reviewer, entryId))).toMatchObject({ kind: "not_found" });
    expect(await done(undo(author, entryId))).toEqual({
      stays: `The comment is taken back. You had written:\n@${named.name}, the Secret register.`,
    });
    await done(undo(author, entryId));
    expect(await comments()).toEqual([]);
    expect(await told(named)).toEqual([
      `mention: ${author.name} mentioned you in a comment, and took it back.`,
    ]);
    expect(await told(reviewer)).toEqual([`claim: ${author.name} commented, and took it back.`]);
    const mails = `SELECT 1 FROM notification WHERE "onceKey" = $1 AND "byMail"`;
    expect(await database.sql(mails, [`comment:${id}`])).toEqual([]);
    expect(await database.sql(`SELECT text, "mentionedIds" FROM comment WHERE id = $1`, [id])).toEqual([
      { text: "", mentionedIds: [] },
    ]);
    expect(await database.sql(`SELECT 1 FROM watch WHERE "userId" = $1`, [author.id])).toEqual([]);
    const log = await database.sql(`SELECT event FROM log_entry WHERE "subjectId" = $1 ORDER BY id`, [id]);
    expect(log.map(({ event }) => event)).toEqual(["comment.added", "comment.taken-back"]);
    expect(await refused(settleComment(author, id, true, new Date()))).toMatchObject({ kind: "not_found" });
    // The database is the last wall.
    const words = database.sqlOwner(`UPDATE comment SET text = 'Secret' WHERE id = $1`, [id]);
    await expect(words).rejects.toThrow(/comment_taken_back_is_empty/);
  });

  it("that somebody answered or resolved stays, and says who did", async () => {
    const { claimId, author, reviewer, other } = await desk.inReview();
    await desk.review(reviewer, claimId);
    const first = await say(author, claimId, "Who has the register?");
    await say(author, claimId, "Nobody?");
    await say(other, claimId, "I have.");
    const answered = `${other.name} answered it, so it stays.`;
    expect(await refused(undo(author, first.entryId))).toMatchObject({ code: "stale", detail: answered });
    const last = await say(author, claimId, "Read it.");
    await done(settleComment(reviewer, last.id, true, new Date()));
    expect(await refused(undo(author, last.entryId))).toMatchObject({
      detail: `${reviewer.name} answered it, so it stays.`,
    });
  });

  it("stays once it was answered, and goes while it was not, whichever clock named what others wrote", async () => {
    const { claimId, author, other } = await desk.inReview();
    /** A comment of a colleague whose host has a clock of its own. */
    const write = async (id: string) => {
      await database.sql(
        `INSERT INTO comment (id, "claimId", "authorId", text, at, "mentionedIds") VALUES ($1, $2, $3, 'Hm.', now(), '{}')`,
        [id, claimId, other.id],
      );
      await database.sql(
        `INSERT INTO log_entry (id, at, "actorId", event, "subjectKind", "subjectId", "claimId", commitment)
         VALUES ($1, now(), $2, 'comment.added', 'comment', $1, $3, repeat('0', 64))`,
        [id, other.id, claimId],
      );
    };
    await write(`ffffffff-${claimId}`);
    const first = await say(author, claimId, "Who has the register?");
    await done(undo(author, first.entryId));
    const second = await say(author, claimId, "Who has it?");
    await write(`00000000-${claimId}`);
    expect(await refused(undo(author, second.entryId))).toMatchObject({ code: "stale" });
  });

  it("of before a restore into another cluster is older than all that is written there", async () => {
    const { claimId, author, other } = await desk.inReview();
    /** Makes a comment one of the cluster that was backed up, which had counted further. */
    const ofOldCluster = async ({ entryId }: { entryId: string }, txid: number) => {
      await database.sqlOwner("ALTER TABLE log_entry DISABLE TRIGGER USER");
      await database.sqlOwner("UPDATE log_entry SET txid = $2::text::xid8 WHERE id = $1", [
        entryId,
        `${txid}`,
      ]);
      await database.sqlOwner("ALTER TABLE log_entry ENABLE TRIGGER USER");
    };
    const stale = { code: "stale", detail: `${other.name} answered it, so it stays.` };
    await ofOldCluster(await say(other, claimId, "I have the register."), 9e12);
    const here = await say(author, claimId, "Who has it?");
    await done(undo(author, here.entryId));
    const [before, after, last] = [
      await say(author, claimId, "Who has the report?"),
      await say(author, claimId, "Nobody?"),
      await say(author, claimId, "Who was there?"),
    ];
    await ofOldCluster(before, 9e12 - 1);
    await ofOldCluster(after, 9e12 + 1);
    await ofOldCluster(last, 9e12 + 2);
    expect(await refused(undo(author, before.entryId))).toMatchObject(stale);
    await done(undo(author, after.entryId));
    await say(other, claimId, "I was.");
    expect(await refused(undo(author, last.entryId))).toMatchObject(stale);
  });

  it("tells nobody by a name that two people have", async () => {
    const { claimId, author } = await desk.inReview();
    const twins = [
      await database.makeViewer("checker", "Twin Person"),
      await database.makeViewer("checker", "Twin Person"),
    ];
    expect(await say(author, claimId, "@Twin Person, look")).toMatchObject({
      told: [],
      unclear: ["Twin Person"],
    });
    expect(await told(twins[0]!)).toEqual([]);
  });
});

describe("a claim", () => {
  it("that is given to somebody tells them, makes nobody an author and keeps who had it", async () => {
    const { claimId, author, hash } = await desk.ready();
    const [giver, taker] = [await somebody(), await somebody()];
    const authors = await database.sql("SELECT claim_authors($1) AS id ORDER BY 1", [claimId]);
    const { was } = await done(assignClaim(giver, claimId, { assigneeId: taker.id }, new Date()));
    expect(was).toBe(author.id);
    await done(assignClaim(giver, claimId, { assigneeId: taker.id, was: taker.id }, new Date()));
    expect(await told(taker)).toEqual([`assigned: ${giver.name} gave you this claim.`]);
    expect(await database.sql("SELECT claim_authors($1) AS id ORDER BY 1", [claimId])).toEqual(authors);
    expect(await desk.revisionHash(claimId)).toBe(hash);
    const kept = await database.sql(
      `SELECT "userId", "endedAt" IS NULL AS has FROM assignment WHERE "claimId" = $1 ORDER BY id`,
      [claimId],
    );
    expect(kept.filter(({ has }) => has)).toEqual([{ userId: taker.id, has: true }]);
  });

  it("that was given away meanwhile is not taken from the third person by who did not know", async () => {
    const { claimId, author, reviewer, other } = await desk.inReview();
    await done(assignClaim(author, claimId, { assigneeId: reviewer.id }, new Date()));
    const late = assignClaim(other, claimId, { assigneeId: null, was: author.id }, new Date());
    expect(await refused(late)).toMatchObject({
      kind: "conflict",
      code: "stale",
      detail: expect.stringContaining(`gave this claim to ${reviewer.name} meanwhile`),
      extra: {
        current: { assigneeId: reviewer.id },
        conflict: [{ field: "assigneeId", mine: "", theirs: reviewer.id }],
      },
    });
    // Who wants what somebody else did meanwhile has it; who knows what stands there may change it.
    await done(assignClaim(other, claimId, { assigneeId: reviewer.id, was: author.id }, new Date()));
    await done(assignClaim(other, claimId, { assigneeId: null, was: reviewer.id }, new Date()));
    expect(
      await refused(assignClaim(author, claimId, { assigneeId: author.id, was: reviewer.id }, new Date())),
    ).toMatchObject({ detail: expect.stringContaining("with nobody meanwhile") });
  });

  it("that is edited to belong to somebody tells them too", async () => {
    const { claimId, author } = await desk.inReview();
    const taker = await somebody();
    const { version } = (await getClaim(author, claimId, new Date()))!;
    await done(editClaim(author, claimId, { assigneeId: taker.id, version }, new Date()));
    expect(await told(taker)).toEqual([`assigned: ${author.name} gave you this claim.`]);
  });

  it("tells who watches it of its steps, and who stopped watching nothing but what is said to them", async () => {
    const { claimId, author, reviewer, other } = await desk.inReview();
    const watcher = await somebody();
    await done(watchClaim(watcher, claimId, { state: "watching" }, new Date()));
    await done(watchClaim(author, claimId, { state: "muted" }, new Date()));
    await desk.review(reviewer, claimId);
    await desk.review(other, claimId);
    await desk.event(reviewer, claimId, "ready");
    expect(await told(watcher)).toEqual([`claim: ${reviewer.name} called it ready for an editor.`]);
    expect(await told(author)).toEqual([]);
    await done(watchClaim(author, claimId, { state: "watching" }, new Date()));
    await desk.event(other, claimId, "return");
    expect(await told(author)).toEqual([`claim: ${other.name} returned it to research.`]);
  });
});

describe("what a person chose", () => {
  const choose = (viewer: Viewer, more: Partial<Record<NewsKind, NewsWay>>) =>
    done(saveChoices(viewer, { ways: { ...defaultWays, ...more }, rhythm: "day", hour: 7 }, new Date()));

  it("decides by which way they are told, from then on", async () => {
    const { claimId, author } = await desk.inReview();
    const named = await somebody();
    await choose(named, { mention: { inApp: false, byMail: true } });
    await say(author, claimId, `@${named.name}`);
    expect([await told(named), await countUnread(named)]).toEqual([[], 0]);
    const rows = await database.sql(`SELECT "inApp", "byMail" FROM notification WHERE "userId" = $1`, [
      named.id,
    ]);
    expect(rows).toEqual([{ inApp: false, byMail: true }]);
  });

  it("to be told by no way leaves nothing, and whoever named them learns it", async () => {
    const { claimId, author } = await desk.inReview();
    const named = await somebody();
    await choose(named, { mention: { inApp: false, byMail: false } });
    expect(await say(author, claimId, `@${named.name}`)).toMatchObject({ told: [], untold: [named.name] });
    expect(await database.sql(`SELECT 1 FROM notification WHERE "userId" = $1`, [named.id])).toEqual([]);
  });
});
