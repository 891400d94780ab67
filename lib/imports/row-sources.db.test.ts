import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { done, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { addArticle } from "../articles/commands/add-article";
import { sendEvent } from "../claims/commands/send-event";
import { clearArticleCaches } from "../core/article-caches";
import { takeBackAll } from "../undo/take-back-all.server";
import { beginImport } from "./commands/begin-import";
import { capturePages } from "./commands/capture-pages";
import { importRows } from "./commands/import-rows";
import { logFoundQuotes, stillLogged } from "./commands/log-found-quotes";
import { openImport } from "./queries";

const database = useTestDatabase();
let checker: Viewer;
let other: Viewer;

beforeAll(async () => {
  checker = await database.makeViewer("checker", "Sheet Checker");
  other = await database.makeViewer("checker", "Other Checker");
});

let mark = 0;
beforeEach(() => void (mark += 1));

const now = () => new Date();
const addressOf = (page: string) => `https://news.example/${mark}/${page}`;

/** A sheet of two claims whose pages nobody captured, gone through. */
async function imported(): Promise<string> {
  const sheet = [
    "Claim,URL,Quote,Stance,Note",
    `City ${mark} bought buses,${addressOf("a")},The council bought six buses.,supports,Says how many`,
    `City ${mark} sold trams,${addressOf("b")},The council sold every tram.,disputes,`,
  ].join("\n");
  const { id } = await done(beginImport(checker, { pasted: sheet }, now()));
  await done(importRows(checker, { id, again: false }, now()));
  return id;
}

const capture = (page: string, text: string) =>
  done(addArticle(checker, { text: `A report ${mark}${page}\n\n${text}\n`, url: addressOf(page) }, now()));
const quotesOf = async (id: string) =>
  (await openImport(checker, id, now()))!.sources.map(({ page, quote }) => [page, quote]);
const log = (viewer: Viewer, id: string, more: { most?: number; after?: number } = {}) =>
  logFoundQuotes(viewer, { id, after: 0, ...more }, now());
const evidenceOf = (id: string) =>
  database.sql(
    `SELECT e.stance, e.shows, q.exact, e."addedById" AS by FROM import_row r
     JOIN evidence e ON e."claimId" = r."claimId" AND e."removedAt" IS NULL JOIN quote q ON q.id = e."quoteId"
     WHERE r."batchId" = $1 ORDER BY r.line`,
    [id],
  );

describe("the pages and quotes of a sheet's rows", () => {
  it("say how far each is, and no quote becomes evidence by itself once its page is captured", async () => {
    const id = await imported();
    expect(await quotesOf(id)).toEqual([
      ["mentioned", null],
      ["mentioned", null],
    ]);
    await capture("a", "The council bought six buses. It cost two million.");
    await capture("b", "The council sold two trams.");
    expect(await quotesOf(id)).toEqual([
      ["captured", "found"],
      ["captured", "not-there"],
    ]);
    expect(await evidenceOf(id)).toEqual([]);
  });

  it("become evidence of whoever imported them when they press, with stance and note, once, and are taken back", async () => {
    const id = await imported();
    await capture("a", "The council bought “six” trams. The council bought six buses.");
    await capture("b", "The council sold every tram.");
    expect(await refused(log(other, id))).toMatchObject({ code: "not-found" });
    const first = await done(log(checker, id, { most: 1 }));
    expect(first).toMatchObject({ left: 1, after: 2, refused: [] });
    const second = await done(log(checker, id, { most: 1, after: first.after }));
    expect(second).toMatchObject({ left: 0, after: 3 });
    expect(await done(log(checker, id))).toMatchObject({ left: 0, entryIds: [] });
    expect(await evidenceOf(id)).toEqual([
      { stance: "supports", shows: "Says how many", exact: "The council bought six buses.", by: checker.id },
      { stance: "disputes", shows: null, exact: "The council sold every tram.", by: checker.id },
    ]);
    expect(await quotesOf(id)).toEqual([
      ["captured", "logged"],
      ["captured", "logged"],
    ]);
    const entryIds = [...first.entryIds, ...second.entryIds];
    expect(await refused(takeBackAll(other, { entryIds }, now()))).toMatchObject({ kind: "not_found" });
    // Each once, and of somebody else's nothing.
    expect(await stillLogged(checker, [...entryIds, ...entryIds])).toEqual(entryIds);
    expect(await stillLogged(other, entryIds)).toEqual([]);
    await done(takeBackAll(checker, { entryIds: first.entryIds }, now()));
    expect(await stillLogged(checker, entryIds)).toEqual(second.entryIds);
    expect(await done(takeBackAll(checker, { entryIds }, now()))).toEqual({
      stays: null,
      claims: [],
      open: [],
    });
    expect(await evidenceOf(id)).toEqual([]);
    expect(await quotesOf(id)).toEqual([
      ["captured", "found"],
      ["captured", "found"],
    ]);
  });

  it("of a sheet that is imported again stand with the claims that are there, and can be logged from it", async () => {
    await imported();
    await capture("a", "The council bought six buses.");
    const again = await imported();
    expect(await quotesOf(again)).toEqual([
      ["captured", "found"],
      ["mentioned", null],
    ]);
    await done(log(checker, again));
    expect(await evidenceOf(again)).toMatchObject([{ stance: "supports" }]);
  });

  it("are looked for in a page once, however often they are shown, until words were taken out of captures", async () => {
    const id = await imported();
    await capture("a", "The council bought six buses.");
    expect((await quotesOf(id))[0]).toEqual(["captured", "found"]);
    // Nobody can change a text; here it shows whether it is read.
    await database.sqlOwner("ALTER TABLE capture DISABLE TRIGGER USER");
    await database.sqlOwner(
      `UPDATE capture SET "fullText" = '' WHERE "articleId" IN (SELECT id FROM article WHERE url = $1)`,
      [addressOf("a")],
    );
    await database.sqlOwner("ALTER TABLE capture ENABLE TRIGGER USER");
    expect((await quotesOf(id))[0]).toEqual(["captured", "found"]);
    clearArticleCaches();
    expect((await quotesOf(id))[0]).toEqual(["captured", "not-there"]);
  });

  it("are not offered for a claim that takes no evidence as it is", async () => {
    const id = await imported();
    await capture("a", "The council bought six buses.");
    const claimId = (await openImport(checker, id, now()))!.rows[0]!.outcome!.claimId!;
    await done(sendEvent(checker, claimId, { event: "decline", reason: "opinion" }, now()));
    expect((await quotesOf(id))[0]).toEqual(["captured", "closed"]);
    expect(await done(log(checker, id))).toMatchObject({ entryIds: [], refused: [] });
  });

  it("are asked for by one press, each page once, as somebody's own asking", async () => {
    const id = await imported();
    const asked = await done(capturePages(checker, { id, after: 0, most: 1 }, now()));
    expect(asked).toMatchObject({ asked: 1, left: 1, refused: [], stopped: null });
    await done(capturePages(checker, { id, after: asked.after }, now()));
    expect(await done(capturePages(checker, { id, after: 0 }, now()))).toMatchObject({ asked: 0, left: 0 });
    expect(await quotesOf(id)).toEqual([
      ["fetching", null],
      ["fetching", null],
    ]);
    const entries = await database.sql(
      `SELECT "actorId" AS by FROM log_entry l JOIN article a ON a.id = l."subjectId"
       WHERE l.event = 'article.fetch-asked' AND a.url LIKE $1`,
      [`https://news.example/${mark}/%`],
    );
    expect(entries).toEqual([{ by: checker.id }, { by: checker.id }]);
    expect(await refused(capturePages(other, { id, after: 0 }, now()))).toMatchObject({ code: "not-found" });
  });
});
