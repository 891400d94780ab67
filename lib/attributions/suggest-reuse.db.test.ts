import { beforeEach, describe, expect, it } from "vitest";
import { done, wholeDesk } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { addArticle } from "../articles/commands/add-article";
import { captureAgain } from "../articles/commands/capture-article";
import { getArticle } from "../articles/queries";
import { expungeCapture } from "../captures/commands";
import { db } from "../core/db.server";
import { sketchArticles } from "../jobs/sketch-articles";
import { frequenciesOf } from "./reuse/sketch.server";
import { decideAttribution } from "./commands/decide-attribution";

const database = useTestDatabase();
const now = new Date("2031-03-20T09:00:00Z");

let checker: Viewer;
let story = 0;
/** Names of this test's own, so that no other test's articles share them. */
let own: { ships: string; maker: string; second: string; yard: string; wire: string };

beforeEach(async () => {
  checker ??= await database.makeViewer("checker", "Checker");
  story += 1;
  const suffix = [
    "anda",
    "orvik",
    "elund",
    "istad",
    "ubro",
    "ymark",
    "asund",
    "eholm",
    "ovika",
    "uvatn",
    "ydal",
    "amo",
    "eskog",
  ][story % 13]!;
  own = {
    ships: `Selb${suffix}`,
    maker: `Fjord${suffix}`,
    second: `Motor${suffix}`,
    yard: `Bratt${suffix}`,
    wire: `Coastal${suffix} Wire`,
  };
});

const report =
  () => `${own.ships} bought engines worth at least 12.${story} million euros from ${own.maker} and ${own.second} between 2019 and 2022, according to shipping records seen by the ${own.wire}.

A manager at ${own.maker} told the ${own.wire} that ${own.ships} would get more of them next spring, and that nobody at the yard of ${own.yard} would mind the questions.

The yard fits the engines in winter, when the ferries lie still and the crews are at home with their families on the islands.`;

const rewrite =
  () => `The ships that the town is so proud of have foreign hearts. It was revealed that ${own.ships} went to ${own.maker} and ${own.second} for them.

Once the season is over, ${own.yard} puts everything in place. As much as 12.${story} million euros changed hands while the public heard of a local product.

Whether that was wise is for others to say; the summer will show it.`;

async function add(text: string, over: { outlet?: string; publishedAt?: string } = {}): Promise<string> {
  return (await done(addArticle(checker, { text, language: "en", ...over }, now))).articleId;
}

const edges = (fromArticleId: string) =>
  db().attribution.findMany({
    where: { fromArticleId },
    select: { id: true, type: true, toArticleId: true, status: true, rule: true, ruleQuote: true },
    orderBy: { id: "asc" },
  });

const typed = async (fromArticleId: string, type: string) =>
  (await edges(fromArticleId)).filter((edge) => edge.type === type);

describe("a rewrite that names no source", () => {
  it.each(["the report first", "the rewrite first"])("is suggested, captured %s", async (order) => {
    let to = order === "the report first" ? await add(report(), { outlet: own.wire }) : "";
    const from = await add(rewrite());
    if (!to) to = await add(report(), { outlet: own.wire });
    const [edge, ...more] = await typed(from, "uncredited-rewrite");
    expect(edge).toMatchObject({
      toArticleId: to,
      status: "suggested",
      rule: "shared rare names and figures",
    });
    for (const words of [own.maker, own.second, own.yard]) expect(edge?.ruleQuote).toContain(words);
    expect(more).toEqual([]);
    expect(await typed(to, "uncredited-rewrite")).toEqual([]);
  });

  it("that a person rejected is not suggested again", async () => {
    await add(report(), { outlet: own.wire });
    const from = await add(rewrite());
    const [edge] = await typed(from, "uncredited-rewrite");
    await done(decideAttribution(checker, edge!.id, { status: "rejected" }, now));
    await done(captureAgain(checker, from, { text: `${rewrite()}\n\nLater more.` }, now));
    expect(await typed(from, "uncredited-rewrite")).toMatchObject([{ id: edge!.id, status: "rejected" }]);
  });
});

describe("a named source", () => {
  it("that a person rejected is not suggested again when the article is captured again", async () => {
    const text = report();
    const from = await add(text, { outlet: `${own.ships} Post` });
    for (const { id } of await edges(from))
      await done(decideAttribution(checker, id, { status: "rejected" }, now));
    const before = await edges(from);
    await done(captureAgain(checker, from, { text: `${text}\n\nLater more.` }, now));
    expect(await edges(from)).toEqual(before);
  });
});

describe("copies", () => {
  it("lead from the later to the earlier, whichever was captured first, and are near duplicates of each other", async () => {
    const later = await add(report(), { outlet: `${own.ships} Post`, publishedAt: "2031-03-18" });
    const earlier = await add(report().replace("at home", "ashore"), {
      outlet: own.wire,
      publishedAt: "2031-03-14",
    });
    const between = (found: Awaited<ReturnType<typeof edges>>, to: string) =>
      found.filter(({ toArticleId }) => toArticleId === to);
    expect(between(await typed(later, "republishes"), earlier)).toMatchObject([
      { status: "suggested", rule: "same words" },
    ]);
    expect(between(await typed(earlier, "republishes"), later)).toEqual([]);
    for (const [one, other] of [
      [later, earlier],
      [earlier, later],
    ] as const) {
      const twin = (await getArticle(wholeDesk, one))!.nearDuplicates.find(
        ({ articleId }) => articleId === other,
      );
      expect(twin!.similarity).toBeGreaterThan(0.8);
      expect(twin!.similarity).toBeLessThan(1);
    }
  });

  it("of one text are alike in full, and an article of other words is no near duplicate", async () => {
    const one = await add(report(), { outlet: `${own.ships} Post` });
    const two = await add(report(), { outlet: `${own.maker} Post` });
    const other = await add(rewrite());
    const { nearDuplicates } = (await getArticle(wholeDesk, one))!;
    expect(nearDuplicates[0]).toMatchObject({ articleId: two, similarity: 1, containment: 1 });
    expect(nearDuplicates.map(({ articleId }) => articleId)).not.toContain(other);
  });

  it("are compared by their present words, though another process captured them", async () => {
    const one = await add(report(), { outlet: `${own.ships} Post` });
    const two = await add(report().replace("at home", "ashore"), { outlet: `${own.maker} Post` });
    const twins = async () =>
      (await getArticle(wholeDesk, one))!.nearDuplicates.map(({ articleId }) => articleId);
    expect(await twins()).toContain(two);
    const other =
      "Nothing of it was true, the paper says now, and it is sorry for every word of that report.";
    await database.sqlOwner(`
      INSERT INTO capture (id, "articleId", sha256, method, "capturedAt", bytes, "fullText", "mainRanges", links)
      SELECT id || '-2', "articleId", sha256, method, now(), bytes, '${other}', '[[0,${other.length}]]', links
      FROM capture WHERE "articleId" = '${two}'`);
    await database.sqlOwner(
      `UPDATE article SET "currentCaptureId" = "currentCaptureId" || '-2' WHERE id = '${two}'`,
    );
    expect(await twins()).not.toContain(two);
  });

  it("that credit a wire lead to one mention of it", async () => {
    const text = `${report()}\n\nThe council meets on Tuesday.`;
    const first = await add(text, { outlet: `${own.ships} Post` });
    const second = await add(text.replace("Tuesday", "Thursday"), { outlet: `${own.maker} Post` });
    const mention = async (id: string) =>
      (await typed(id, "cites")).find(({ toArticleId }) => toArticleId)?.toArticleId;
    expect(await mention(first)).toBeTruthy();
    expect(await mention(second)).toBe(await mention(first));
  });
});

describe("an original that is captured after the articles that name it", () => {
  it("is suggested for them with the words that named it", async () => {
    const relay = await add(report(), { outlet: `${own.ships} Post`, publishedAt: "2031-03-15" });
    const original = await add(
      `${own.maker} and ${own.second} sold ${own.ships} what it needed, papers show. ${own.yard} did the rest, in the dark months, with forty people.`,
      { outlet: own.wire, publishedAt: "2031-03-14" },
    );
    const found = (await edges(relay)).filter(({ toArticleId }) => toArticleId === original);
    expect(found).toMatchObject([{ type: "cites", status: "suggested", rule: "material seen by X" }]);
  });
});

describe("names that the desk knows", () => {
  it("an outlet's and a person's other names lead to the one they are", async () => {
    const wire = own.wire;
    await add("A first text of the wire, long enough to stand for one.", { outlet: wire });
    await db().entity.createMany({
      data: [
        { id: `e-wire-${story}`, name: wire, kind: "organisation", otherNames: [`CW${own.maker}`] },
        {
          id: `e-person-${story}`,
          name: `Ida ${own.second}`,
          kind: "person",
          otherNames: [`I. M. ${own.second}`],
        },
      ],
    });
    const from = await add(`It sank, CW${own.maker} reported. I. M. ${own.second} said that it was cold.`);
    const rows = await db().attribution.findMany({
      where: { fromArticleId: from },
      include: { toArticle: { include: { outlet: true } }, toOrigin: true },
    });
    expect(rows.map(({ toArticle, toOrigin }) => toArticle?.outlet?.name ?? toOrigin?.name)).toEqual(
      expect.arrayContaining([wire, `Ida ${own.second}`]),
    );
  });

  it("an owner's two outlets on one matter are said to be one owner's", async () => {
    const ownerId = `e-owner-${story}`;
    await db().entity.create({
      data: { id: ownerId, name: `Tide ${own.yard}`, kind: "organisation", otherNames: [] },
    });
    const one = await add(report(), { outlet: own.wire, publishedAt: "2031-03-14" });
    const name = `${own.ships} Post`;
    await db().outlet.create({ data: { id: `o-${story}`, name, nameKey: name.toLowerCase(), ownerId } });
    await db().outlet.updateMany({ where: { name: own.wire }, data: { ownerId } });
    const two = await add(
      `${own.maker} and ${own.second} will pay, said Ida Holm of ${own.yard}. She has asked for a list of all engines and of whoever signed for them, and wants to read it out in the square before the summer.`,
      { outlet: name, publishedAt: "2031-03-18" },
    );
    expect(await typed(two, "same-owner")).toMatchObject([{ toArticleId: one, rule: "one owner" }]);
  });
});

describe("sketches", () => {
  it("go with the words when a capture is expunged", async () => {
    const articleId = await add(report(), { outlet: own.wire });
    const twin = await add(report(), { outlet: `${own.ships} Post` });
    const capture = (await getArticle(wholeDesk, articleId))!.capture!;
    const admin = await database.makeViewer("admin", "Admin");
    const editor = await database.makeViewer("editor", "Editor");
    await done(expungeCapture(admin, capture.id, { reason: "court order" }, now));
    await done(expungeCapture(editor, capture.id, { reason: "court order" }, now));
    expect(await db().textSketch.findUnique({ where: { articleId } })).toBeNull();
    expect(await db().textSketch.findUnique({ where: { articleId: twin } })).not.toBeNull();
    await expect(database.sql("DELETE FROM text_sketch")).rejects.toThrow(/permission denied/);
  });

  it("tell of each term in how many articles it stands, and of one in thousands that it is in many", async () => {
    await add(report(), { outlet: own.wire });
    await add(report(), { outlet: `${own.ships} Post` });
    const [rare, unknown] = [own.yard.toLowerCase(), "nobodywritesthis"];
    const held = async () => (await frequenciesOf(db(), [rare, unknown])).holding;
    expect(Object.fromEntries(await held())).toEqual({ [rare]: 2, [unknown]: 0 });
    await database.sqlOwner("ANALYZE text_sketch");
    await database.sqlOwner("UPDATE pg_class SET reltuples = 1e6 WHERE oid = 'text_sketch'::regclass");
    expect(Object.fromEntries(await held())).toEqual({ [rare]: 2_000, [unknown]: 0 });
    await database.sqlOwner("ANALYZE text_sketch");
  });

  it("of articles from before are made by the worker", async () => {
    const articleId = await add(report(), { outlet: own.wire });
    await database.sqlOwner(`DELETE FROM text_sketch WHERE "articleId" = '${articleId}'`);
    await sketchArticles();
    const from = await add(rewrite());
    expect(await typed(from, "uncredited-rewrite")).toMatchObject([{ toArticleId: articleId }]);
  });
});
