import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainOverlap, plainRuns, plainShingles, plainWords } from "../../../scripts/test/plain-words";
import { smallWords } from "./find-words";
import { sharedRuns } from "./shared-runs";
import { overlapOf, ownShinglesOf, shinglesOf, sketchOf } from "./shingles";
import { wordsOf } from "./text-words";

const shingles = (text: string) => ownShinglesOf(text).hashes;
/** The words of a text as a list of objects. */
const wordList = (text: string, isOwnWords: boolean) => {
  const { count, units, begins, starts, ends } = wordsOf(text, isOwnWords);
  return Array.from({ length: count }, (_, at) => ({
    folded: String.fromCharCode(...units.slice(begins[at], begins[at + 1]! - 1)),
    start: starts[at]!,
    end: ends[at]!,
  }));
};
const pieces = fc.constantFrom(
  "don’t",
  "a1b",
  "Ab-c",
  "’d",
  "1,000.5",
  "А́",
  "ﬁ",
  "𝒜b",
  "e\u0301",
  "“",
  "”",
  "-",
  ".",
  "\ud835",
  "ʰ",
  "·",
  " ",
  " ",
  "a",
);
const written = fc.array(pieces, { maxLength: 60 }).map((list) => list.join(""));
const story = Array.from({ length: 200 }, (_, at) => `w${(at * 7919) % 1000}`).join(" ");

describe("shingles", () => {
  test("case, accents and marks make no difference, quotations are left out", () => {
    const folded = (text: string) => wordList(text, true).map((word) => word.folded);
    expect(folded("Die FÄHRE fuhr: “ganz langsam”, don’t – 1,000 m.")).toEqual([
      "die",
      "fahre",
      "fuhr",
      "dont",
      "1000",
      "m",
    ]);
    expect(wordList("“ganz langsam” fuhr", false)).toHaveLength(3);
  });

  test("a report inside a longer article is contained in it, though the two are not alike", () => {
    const long = `${Array.from({ length: 900 }, (_, at) => `other${at}`).join(" ")} ${story}`;
    const { resemblance, ofFirst, ofSecond } = overlapOf(shingles(story), shingles(long));
    expect(ofFirst).toBe(1);
    expect(ofSecond).toBeLessThan(0.25);
    expect(resemblance).toBeLessThan(0.25);
  });

  test("a sketch holds the same sample of every text that holds the shingles", () => {
    const whole = sketchOf(shingles(`${story} and more words than before`));
    const part = sketchOf(shingles(story));
    expect(part.length).toBeGreaterThan(20);
    expect(part.every((hash) => whole.includes(hash) && hash >= 0 && hash < 2 ** 31)).toBe(true);
  });

  test("texts without five words share nothing", () => {
    expect(overlapOf(shingles("one two"), shingles("one two"))).toEqual({
      shared: 0,
      resemblance: 0,
      ofFirst: 0,
      ofSecond: 0,
    });
  });

  test("shared runs are the longest, in order, and do not overlap", () => {
    const first = wordsOf("x a b c d e f y a b c d e z", false);
    const second = wordsOf("q a b c d e f q", false);
    expect(sharedRuns(first, second)).toEqual([
      { from: 1, to: 7 },
      { from: 8, to: 13 },
    ]);
  });

  test("overlap is between nought and one and the same from either side, and runs lie inside, for any texts", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", "c", "“", "”", "\n\n"), { maxLength: 80 })
      .map((list) => list.join(" "));
    fc.assert(
      fc.property(text, text, (one, two) => {
        const there = overlapOf(shingles(one), shingles(two));
        const back = overlapOf(shingles(two), shingles(one));
        expect([back.ofSecond, back.ofFirst, back.resemblance]).toEqual([
          there.ofFirst,
          there.ofSecond,
          there.resemblance,
        ]);
        for (const share of [there.resemblance, there.ofFirst, there.ofSecond])
          expect(share >= 0 && share <= 1).toBe(true);
        const words = wordsOf(one, true);
        const runs = sharedRuns(words, wordsOf(two, true));
        runs.forEach(({ from, to }, at) => {
          expect(from >= (runs[at - 1]?.to ?? 0) && to <= words.count && to - from >= 5).toBe(true);
        });
      }),
    );
  });

  test("overlap and runs are those that come of comparing words as strings, for any texts", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", "Ab-c", "é", "“", "”", "\n\n"), { maxLength: 80 })
      .map((list) => list.join(" "));
    fc.assert(
      fc.property(text, text, (one, two) => {
        const [first, second] = [plainWords(one, true), plainWords(two, true)];
        expect(overlapOf(shingles(one), shingles(two))).toEqual(plainOverlap(first, second));
        expect(sharedRuns(wordsOf(one, true), wordsOf(two, true))).toEqual(plainRuns(first, second));
      }),
    );
  });

  test("the hashes of a text are those of its words, each once, whatever its letters", () => {
    const text = fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), written);
    fc.assert(
      fc.property(text, (any) => {
        expect(wordList(any, false)).toEqual(plainWords(any, false));
        const own = plainWords(any, true);
        expect(wordList(any, true)).toEqual(own);
        expect(Array.from(shinglesOf(wordsOf(any, true)))).toEqual(plainShingles(own));
        expect(ownShinglesOf(any)).toEqual({
          words: own.length,
          hashes: Uint32Array.from(new Set(plainShingles(own))).sort(),
        });
      }),
    );
  });

  test("words with a small letter are those that the pattern finds, whatever the letters", () => {
    const text = fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), written);
    fc.assert(
      fc.property(text, (any) => {
        expect(smallWords(any)).toEqual(new Set(any.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}'’-]*/gu)));
      }),
    );
  });

  test("one word over and over is compared like any text", () => {
    const refrain = wordsOf("la ".repeat(60_000), false);
    expect(sharedRuns(refrain, refrain)).toHaveLength(1);
  });
});
