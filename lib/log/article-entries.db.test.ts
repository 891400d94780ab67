import { expect, it } from "vitest";
import { done, makeDesk, wholeDesk } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { addArticle } from "../articles/commands/add-article";
import { captureAgain } from "../articles/commands/capture-article";
import { editArticle } from "../articles/commands/edit-article";
import { addAttribution, decideAttribution } from "../attributions/commands/decide-attribution";
import { noteInterests } from "../attributions/commands/note-interests";
import { takeBackAttribution } from "../attributions/take-back-attribution.server";
import { listClaims } from "../claims/list-claims.server";
import { db } from "../core/db.server";
import { openStream } from "../live/stream.server";
import { claimNow } from "../live/presence.server";
import { mergeOutlets } from "../outlets/commands/merge-outlets";
import { ownEntry } from "../undo/own-entry.server";
import { changesBetween, changesSinceSeen } from "./changes-since.server";
import { claimHistory } from "./claim-history.server";
import { momentsOf } from "./moments.server";
import { logReach, markSeen } from "./seen-marks.server";

const database = useTestDatabase();
const desk = makeDesk(database);

const look = async (viewer: Viewer, claimId: string) =>
  markSeen(viewer, { claimId, ...(await logReach(claimId)) }, new Date());
const history = async (claimId: string) =>
  (await claimHistory(wholeDesk, claimId, { isBlind: false })).entries;
const isMarked = async (viewer: Viewer, claimId: string, needs?: "changed") => {
  const { items } = await listClaims(
    viewer,
    { ...(needs ? { needs } : {}), sort: "newest", limit: 100 },
    new Date(),
  );
  return items.find(({ id }) => id === claimId)?.isChanged ?? false;
};
/** What this person finds on the page and in both lists of the queue: always the same. */
const isNewTo = async (viewer: Viewer, claimId: string) => {
  const seen = [
    (await changesSinceSeen(viewer, claimId, false)) !== null,
    await isMarked(viewer, claimId),
    await isMarked(viewer, claimId, "changed"),
  ];
  expect(new Set(seen).size).toBe(1);
  return seen[0]!;
};
const register = {
  origin: { name: "The register", kind: "record", naming: "named", primary: true },
} as const;
const cites = (to: typeof register | { articleId: string }) => ({ type: "cites" as const, to });

it("what is decided for every claim is new on the page and in the queue alike, and no longer once it was seen", async () => {
  const { claimId, articleId, author, other } = await desk.inReview();
  await look(author, claimId);
  expect(await isNewTo(author, claimId)).toBe(false);
  await done(addAttribution(other, articleId, cites(register), new Date()));
  expect(await isNewTo(author, claimId)).toBe(true);
  expect(await isNewTo(other, claimId)).toBe(false);
  await look(author, claimId);
  expect(await isNewTo(author, claimId)).toBe(false);
});

it("what was decided for every claim on the page of one of them is an entry of each, once", async () => {
  const [one, two] = [await desk.inReview(), await desk.inReview()];
  const upstream = cites({ articleId: one.articleId });
  await done(addAttribution(two.other, two.articleId, upstream, new Date()));
  const input = { ...cites(register), status: "suggested" as const };
  const { attributionId } = await done(addAttribution(one.other, one.articleId, input, new Date()));
  const decided = { status: "confirmed", claimId: one.claimId, everyClaim: true } as const;
  await done(decideAttribution(one.other, attributionId, decided, new Date()));
  for (const { claimId } of [one, two]) {
    const events = (await history(claimId)).map(({ event }) => event);
    expect(events.filter((event) => event === "attribution.confirmed")).toHaveLength(1);
  }
});

it("the history of a claim tells what was changed of its articles, however far upstream, and of no others", async () => {
  const { claimId, articleId, other } = await desk.inReview();
  const [upstream, stranger] = [await desk.inReview(), await desk.inReview()];
  const added = await done(
    addAttribution(other, articleId, cites({ articleId: upstream.articleId }), new Date()),
  );
  const edit = (id: string, fields: object) => done(editArticle(other, id, fields, new Date()));
  await edit(articleId, { title: "Another headline", outlet: "The Selby Post" });
  await edit(upstream.articleId, { notObtainable: "The archive is closed." });
  await edit(stranger.articleId, { title: "Nothing of theirs" });
  const [origin] = await db().$queryRaw<{ id: string }[]>`SELECT id FROM origin LIMIT 1`;
  await done(addAttribution(other, articleId, cites(register), new Date()));
  await done(noteInterests(other, origin!.id, { interests: "Sells boats", source: "its site" }, new Date()));
  const entries = (await history(claimId)).slice(0, 5);
  expect(entries.map(({ event }) => event)).toEqual([
    ...[
      "origin.interests-noted",
      "attribution.added",
      "article.edited",
      "article.edited",
      "attribution.added",
    ],
  ]);
  expect(entries[1]!.detail).toContain("The register");
  expect(entries[2]).toMatchObject({ article: { id: upstream.articleId }, fields: ["notObtainable"] });
  expect(entries[3]).toMatchObject({
    article: { id: articleId, name: "Another headline" },
    fields: ["title", "outlet"],
  });
  expect((await history(upstream.claimId)).filter(({ event }) => event === "article.edited")).toHaveLength(1);

  const after = { after: entries[3]!.id, until: null };
  const since = (await changesBetween(wholeDesk, claimId, after, false))!.changes;
  expect(since).toContainEqual(expect.objectContaining({ event: "article.edited", times: 1 }));
  expect((await momentsOf(wholeDesk, claimId)).map(({ id }) => id)).toContain(entries[3]!.id);

  // What was decided stays in the history of who printed it then, when the decision itself is gone.
  await done(takeBackAttribution(other, await done(ownEntry(other, added.entryId)), new Date()));
  expect((await history(claimId))[0]).toMatchObject({ event: "attribution.add-undone" });
  await edit(upstream.articleId, { title: "No longer theirs" });
  expect((await history(claimId))[0]).toMatchObject({ event: "attribution.add-undone" });
});

/** Of which claims a person's stream, begun anew or after what was heard last, tells of an entry. */
async function hear(viewer: Viewer, lastHeard: string | null, gone: AbortSignal) {
  const stream = await done(Promise.resolve(openStream(viewer, lastHeard, gone)));
  let text = "";
  void (async () => {
    for await (const part of stream as unknown as AsyncIterable<Uint8Array>)
      text += Buffer.from(part).toString("utf8");
  })();
  return (entryId: string, claimIds: string[]) =>
    claimIds.filter((id) =>
      text.split("\n\n").some((frame) => frame.includes(entryId) && frame.includes(id)),
    );
}

it("who has a claim that prints it open is told at once, and by whom, or once they are back", async () => {
  const [{ claimId, articleId, author, other }, leaning] = [await desk.inReview(), await desk.inReview()];
  await done(addAttribution(other, leaning.articleId, cites({ articleId }), new Date()));
  const before = (await logReach(claimId)).entryId!;
  const gone = new AbortController();
  const both = [claimId, leaning.claimId];
  const live = await hear(author, null, gone.signal);
  // The listening connection itself says first that something may have been missed.
  await expect.poll(() => live("missed", ["desk"]), { timeout: 20_000 }).toEqual(["desk"]);
  await done(editArticle(other, articleId, { title: "Another headline" }, new Date()));
  const entryId = (await logReach(claimId)).entryId!;
  await expect.poll(() => live(entryId, both), { timeout: 20_000 }).toEqual(both);
  const back = await hear(author, before, gone.signal);
  await expect.poll(() => back(entryId, both), { timeout: 20_000 }).toEqual(both);
  gone.abort();
  expect((await claimNow(author, claimId, new Date()))!.last).toMatchObject({ entryId, by: other.name });
});

it("tells an intern nothing of what was decided about an article that they may not see", async () => {
  const { claimId, articleId, author, other } = await desk.inReview();
  const hidden = await desk.inReview();
  await database.sql(`UPDATE article SET title = 'Secret article' WHERE id = $1`, [hidden.articleId]);
  const intern: Viewer = { ...author, sees: "own" };
  await look(author, claimId);
  const before = (await claimNow(intern, claimId, new Date()))!.last;
  const input = { ...cites({ articleId: hidden.articleId }), status: "suggested" as const };
  const { attributionId } = await done(addAttribution(other, articleId, input, new Date()));
  await done(decideAttribution(other, attributionId, { status: "rejected" }, new Date()));
  expect(JSON.stringify(await history(claimId))).toContain("attribution.rejected");
  const told = [
    await claimHistory(intern, claimId, { isBlind: false }),
    await momentsOf(intern, claimId),
    await changesSinceSeen(intern, claimId, false),
  ];
  for (const words of ["attribution.rejected", "Secret", attributionId])
    expect(JSON.stringify(told)).not.toContain(words);
  expect(await isNewTo(intern, claimId)).toBe(false);
  expect((await claimNow(intern, claimId, new Date()))!.last).toEqual(before);
});

it("what a fetch or a paste finds out about an original that a claim prints is an entry of the claim, and looking again is none", async () => {
  const { claimId, articleId, other } = await desk.inReview();
  const mention = { title: "Cranes", outlet: "A wire" };
  const original = await done(addArticle(other, { mention }, new Date()));
  await done(addAttribution(other, articleId, cites({ articleId: original.articleId }), new Date()));
  const captures = async () =>
    (await history(claimId))
      .map(({ event }) => event)
      .filter((event) => event.startsWith("article.captured"));
  expect(await captures()).toEqual([]);
  const text = "Cranes\n\nThe register lists two ferries of this year, with their names.\n";
  for (let twice = 0; twice < 2; twice += 1)
    await done(captureAgain(other, original.articleId, { text }, new Date()));
  expect(await captures()).toEqual(["article.captured-again"]);
});

it("what is changed of an article that thousands of claims quote is an entry of each of them", async () => {
  const { claimId, articleId, evidenceId, other } = await desk.inReview();
  const of = [claimId, evidenceId];
  // As the owner: what it takes to make them is no part of it.
  await database.sqlOwner(
    `INSERT INTO claim SELECT (jsonb_populate_record(c, jsonb_build_object('id', 'many-' || n, 'slug', null, 'state', 'new', 'version', 0))).*
      FROM claim c, generate_series(1, 1500) n WHERE c.id = $1`,
    [of[0]],
  );
  await database.sqlOwner(
    `INSERT INTO evidence SELECT (jsonb_populate_record(e, jsonb_build_object('id', 'many-' || n, 'claimId', 'many-' || n))).*
      FROM evidence e, generate_series(1, 1500) n WHERE e.id = $1`,
    [of[1]],
  );
  await done(editArticle(other, articleId, { title: "A headline of many" }, new Date()));
  const [found] = await database.sql(
    `SELECT count(*)::int AS claims FROM claim_log WHERE event = 'article.edited' AND "subjectId" = $1`,
    [articleId],
  );
  expect(found).toEqual({ claims: 1501 });
});

it("a wire that is made one with another is new to every claim that leans on it, itself or through others, however many", async () => {
  const { claimId, articleId, evidenceId, other } = await desk.inReview();
  const wire = await done(
    addArticle(other, { mention: { title: "The wire's report", outlet: "Many Wire" } }, new Date()),
  );
  await done(addAttribution(other, articleId, cites({ articleId: wire.articleId }), new Date()));
  await database.sqlOwner(
    `INSERT INTO claim SELECT (jsonb_populate_record(c, jsonb_build_object('id', 'lean-' || n, 'slug', null, 'state', 'new', 'version', 0))).*
      FROM claim c, generate_series(1, 1500) n WHERE c.id = $1`,
    [claimId],
  );
  await database.sqlOwner(
    `INSERT INTO evidence SELECT (jsonb_populate_record(e, jsonb_build_object('id', 'lean-' || n, 'claimId', 'lean-' || n))).*
      FROM evidence e, generate_series(1, 1500) n WHERE e.id = $1`,
    [evidenceId],
  );
  // For ten of them somebody decided that it has it from elsewhere: their record does not lead to the wire.
  await database.sqlOwner(
    `INSERT INTO claim_attribution ("claimId", "attributionId", status, "decidedById", "decidedAt")
      SELECT 'lean-' || n, t.id, 'rejected', $2, now() FROM attribution t, generate_series(1, 10) n WHERE t."toArticleId" = $1`,
    [wire.articleId, other.id],
  );
  await done(addArticle(other, { mention: { title: "Another", outlet: "Whole Wire" } }, new Date()));
  const [outlet] = await database.sql<{ id: string }>(`SELECT id FROM outlet WHERE name = 'Many Wire'`);
  await done(mergeOutlets(other, outlet!.id, { into: "Whole Wire" }, new Date()));
  const [found] = await database.sql(
    `SELECT count(*)::int AS claims FROM claim_log WHERE event = 'outlet.merged' AND "subjectId" = $1`,
    [outlet!.id],
  );
  expect(found).toEqual({ claims: 1491 });
});
