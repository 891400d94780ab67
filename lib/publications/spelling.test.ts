import { expect, test } from "vitest";
import { asLatin, foldText, isSpelt } from "./search-words";
import { letterDistance, rightSpelling } from "./spelling";

test.each<[a: string, b: string, distance: number]>([
  ["souht", "south", 1],
  ["trade", "tarde", 1],
  ["parts", "parts", 0],
  ["part", "parts", 1],
  ["prat", "parts", 2],
  ["санкцій", "санкції", 1],
  ["", "abc", 3],
  ["abcdef", "uvwxyz", 3],
])("%s and %s differ by %i letters", (a, b, distance) => {
  expect(letterDistance(a, b, 2)).toBe(distance);
  expect(letterDistance(b, a, 2)).toBe(distance);
});

const word = (shown: string, verdicts = 1) => ({ word: shown, shown, verdicts });

test.each<[misspelt: string, candidates: ReturnType<typeof word>[], right: string | null]>([
  ["souht", [word("south", 2), word("sought", 90)], "sought"],
  ["souht", [word("south", 2)], "south"],
  ["souht", [word("south", 0)], null],
  ["kyugnki", [word("kyungki"), word("hyundai", 9)], "kyungki"],
  ["cars", [word("cats", 1), word("bars", 3)], "bars"],
  ["moon", [word("south", 5)], null],
])("%s among %j is %s", (misspelt, candidates, right) => {
  expect(rightSpelling(misspelt, candidates)).toBe(right);
});

test("numbers and short words are never put right: another number is another claim", () => {
  expect(["34", "2023", "34m", "kim", "b52s"].filter(isSpelt)).toEqual([]);
  expect(["souht", "санкцій"].every(isSpelt)).toBe(true);
});

test("words of any script have letters that PostgreSQL finds trigrams in", () => {
  for (const any of ["санкції", "東", "erdogan", "ελλαδα", "𐐷"]) expect(asLatin(any)).toMatch(/^[a-z]{2,}$/);
  expect(asLatin("санкції").slice(0, 12)).toBe(asLatin("санкцій").slice(0, 12));
});

test("folding a folded text changes nothing", () => {
  for (const text of ["Korea’s ½ Straße Erdoğan", "П’ять йорків", "1,234.50 — 46,6", "ﬁne İstanbul"])
    expect(foldText(foldText(text))).toBe(foldText(text));
});
