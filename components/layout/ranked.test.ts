import { expect, it } from "vitest";
import { ranked } from "./ranked";

const items = ["A long way", "Gone away", "The way home", "Way out"].map((label) => ({ label, key: label }));
const labels = (words: string, found?: string[]) =>
  ranked(items, words, new Set(found)).map(({ label }) => label);

it("items whose words begin so come first, and what was found before letters that lie scattered", () => {
  expect(labels("way")).toEqual(["Way out", "A long way", "The way home", "Gone away"]);
  expect(labels("gy")).toEqual(["Gone away", "A long way"]);
  expect(labels("ly", ["The way home"])).toEqual(["The way home", "A long way"]);
  expect(labels("zebra", ["Way out"])).toEqual(["Way out"]);
});

it("without words all are there, as they are", () => {
  expect(labels("")).toEqual(items.map(({ label }) => label));
});

it("a text of thousands of letters is looked at only where it begins", () => {
  const long = { label: `Trams ${"a ".repeat(5_000)}zebra` };
  expect(ranked([long], "trams")).toEqual([long]);
  expect(ranked([long], "zebra")).toEqual([]);
  expect(ranked([long], "a".repeat(5_000))).toEqual([]);
});
