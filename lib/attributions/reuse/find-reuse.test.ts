import fc from "fast-check";
import { expect, test } from "vitest";
import { articleOfStory, withCredits, type ArticleOfStory } from "../../../scripts/test/alike-texts";
import { clearArticleCaches } from "../../core/article-caches";
import { compareOrigins } from "./compare-origins";
import { compareTexts } from "./compare-texts";
import { findReuse } from "./find-reuse";
import { textFacts } from "./text-facts";

const desk = { articles: 0, holding: new Map<string, number>() };

/** Each pair by itself with nothing at hand, all of it read, and of each type the first four. */
function oneByOne(self: ArticleOfStory, others: readonly ArticleOfStory[]) {
  const all = others.flatMap((other) => {
    clearArticleCaches();
    const pair = [textFacts(withCredits(self)), textFacts(withCredits(other))] as const;
    const reuse = compareTexts(...pair, desk);
    return [...(reuse ? [{ ...reuse }] : []), ...compareOrigins(...pair, desk)];
  });
  const types = [...new Set(all.map(({ type }) => type))];
  const kept = new Set(types.flatMap((type) => all.filter((one) => one.type === type).slice(0, 4)));
  return all.filter((one) => kept.has(one));
}

test("many articles of one story suggest the same, however much of each is at hand", () => {
  const story = fc
    .array(articleOfStory, { minLength: 3, maxLength: 7 })
    .map((articles) => articles.map((article, at) => ({ ...article, id: `article ${at}` })));
  const seen = new Set<string>();
  fc.assert(
    fc.property(story, (articles) => {
      const expected = articles.map((self) =>
        oneByOne(
          self,
          articles.filter((other) => other !== self),
        ),
      );
      clearArticleCaches();
      const facts = articles.map((article) => textFacts(withCredits(article)));
      const found = facts.map((self) =>
        findReuse(
          self,
          facts.filter((other) => other !== self),
          desk,
        ),
      );
      expect(found).toEqual(expected);
      for (const { type } of found.flat()) seen.add(type);
    }),
    { numRuns: 7, seed: 5 },
  );
  expect([...seen].sort()).toEqual([
    "republishes",
    "same-dataset",
    "same-interview",
    "same-owner",
    "same-press-release",
    "uncredited-rewrite",
  ]);
});

test("of many copies four are suggested, the nearest first", () => {
  const report = Array.from(
    { length: 60 },
    (_, at) => `Sentence ${at} speaks of weather${at} and fish${at}.`,
  );
  const copy = (id: string, from: number) =>
    textFacts(
      withCredits({
        ...{ id, language: "en", publishedAt: "2031-03-14", outlet: null, owner: null },
        text: report.slice(from).join(" "),
      }),
    );
  const others = Array.from({ length: 9 }, (_, at) => copy(`copy ${at}`, at));
  expect(findReuse(copy("new", 0), others, desk).map(({ toId }) => toId)).toEqual([
    "copy 0",
    "copy 1",
    "copy 2",
    "copy 3",
  ]);
});
