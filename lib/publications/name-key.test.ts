import { expect, test } from "vitest";
import { nameKey } from "./name-key";

test.each([
  ["Trade", "trade"],
  ["Kyiv Independent", "kyiv-independent"],
  ["  KYIV   independent ", "kyiv-independent"],
  ["Dr. O’Brien, Jr.", "dr-obrien-jr"],
  ["Санкції та торгівля", "санкції-та-торгівля"],
  ["L'Équipe", "léquipe"],
  ["Ky\u00ADiv Inde\u200Bpendent", "kyiv-independent"],
  ["حقائق", "حقائق"],
  ["हिन्दी", "हिन्दी"],
  ["\u200Fחדשות\u200F", "חדשות"],
  ["Trade & Industry", "trade-and-industry"],
])("%j has the page %j", (name, key) => {
  expect(nameKey(name)).toBe(key);
  expect(nameKey(key)).toBe(key);
});

const odd = [
  "C",
  "C++",
  "C#",
  "@c",
  "?!",
  "…",
  "💥",
  ".",
  "..",
  "/",
  "a/b",
  "a b",
  "%41",
  "$5",
  "#5",
  "x".repeat(300),
  "x".repeat(301),
];

test("names that differ in more than case and punctuation never share a page, and each has one", () => {
  const keys = odd.map(nameKey);
  expect(new Set(keys).size).toBe(odd.length);
  for (const key of keys) {
    expect(key).toMatch(/^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u);
    expect([...key].length).toBeLessThanOrEqual(90);
    expect(nameKey(key)).toBe(key);
  }
});
