import { beforeAll, describe, expect, it } from "vitest";
import { done } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { addAttribution } from "../attributions/commands/decide-attribution";
import { addArticle } from "./commands/add-article";
import { listArticles } from "./list-articles.server";

const database = useTestDatabase();
const now = new Date("2031-03-20T09:00:00Z");
let viewer: Viewer;

const titles = [
  "Ferries of Selby sail again",
  "The U.S. minister’s visit to Fjord-Kraft",
  "O'Neill paid $34M for 12.5 boats, see example.com",
  "Пором повернувся до Сельбі",
];

beforeAll(async () => {
  viewer = await database.makeViewer("checker", "Checker");
  for (const title of titles)
    await done(addArticle(viewer, { mention: { title, outlet: "Coastal Wire" } }, now));
  await done(addArticle(viewer, { mention: { title: "Other news", outlet: "Harbour Post" } }, now));
});

const found = async (q: string, limit = 30) =>
  (await listArticles(viewer, { q, limit })).items.map(({ title }) => title);

describe("articles by words", () => {
  it.each([
    ["selby ferries", 0],
    ["Selb", 0],
    ["u.s. visit", 1],
    ["fjord", 1],
    ["fjord-kraft", 1],
    ["fjord-kr", 1],
    ["o'nei", 2],
    ["o'neill", 2],
    ["34m", 2],
    ["12.5 boats", 2],
    ["example.com", 2],
    ["пором сельбі", 3],
  ])("%j is found by the beginnings of its words, in any order", async (q, at) => {
    expect(await found(q)).toEqual([titles[at]]);
  });

  it("finds what an outlet of that name printed", async () => {
    expect(await found("harbour")).toEqual(["Other news"]);
  });

  it.each(["' | ':* & !(", "\\", "&", "<->", "''", ":*", "%", "_"])(
    "%j is words too, and no question to the database",
    async (q) => {
      expect(await found(q)).toEqual([]);
    },
  );

  it("shows each once over its pages, newest first", async () => {
    const seen: (string | null)[] = [];
    let cursor: string | undefined;
    do {
      const page = await listArticles(viewer, {
        q: "coastal",
        limit: 3,
        ...(cursor ? { cursor } : {}),
      });
      seen.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(titles.toReversed());
  });
});

describe("what a source is used for", () => {
  it("counts the articles that people confirmed to have something from it, and no suggested one", async () => {
    const text = (title: string) => ({ text: `${title}\n\nThe harbour opens on Monday, the board said.\n` });
    const [wire, daily, blog] = [
      (await done(addArticle(viewer, { mention: { title: "Leaned on", outlet: "A wire" } }, now))).articleId,
      (await done(addArticle(viewer, text("Daily leaning"), now))).articleId,
      (await done(addArticle(viewer, text("Blog leaning"), now))).articleId,
    ];
    const counted = async () => {
      const { items } = await listArticles(viewer, { q: "leaned", limit: 5 });
      return items.map(({ evidenceCount, leaningCount }) => [evidenceCount, leaningCount]);
    };
    expect(await counted()).toEqual([[0, 0]]);
    const credits = { type: "cites", to: { articleId: wire } } as const;
    await done(addAttribution(viewer, daily, credits, now));
    await done(addAttribution(viewer, blog, { ...credits, status: "suggested" }, now));
    expect(await counted()).toEqual([[0, 1]]);
  });
});
