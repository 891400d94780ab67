import { describe, expect, test } from "vitest";
import { readQuery, soughtWords, termText, withSpelling, type SearchTerm } from "./search-query";

const texts = (terms: SearchTerm[]) => terms.map(termText);

test.each<[query: string, all: string[][], none: string[]]>([
  ["South Korean parts", [["south"], ["korean"], ["parts"]], []],
  ["  Korea’s   share ", [["korea"], ["share"]], []],
  ["“South Korean” parts", [["south korean"], ["parts"]], []],
  ['"two cars', [["two cars"]], []],
  ["«два авто» Кім", [["два авто"], ["кім"]], []],
  ["post-war", [["post war"]], []],
  ["cars -motorcycles", [["cars"]], ["motorcycles"]],
  ['cars -"two motorcycles"', [["cars"]], ["two motorcycles"]],
  ["cars −parts", [["cars"]], ["parts"]],
  ["cars or motorcycles 2023", [["cars", "motorcycles"], ["2023"]], []],
  ["авто або мотоцикл", [["авто", "мотоцикл"]], []],
  ["or cars", [["or"], ["cars"]], []],
  ["cars or", [["cars"]], []],
  ["cars or -parts", [["cars"]], ["parts"]],
  ["$34 million", [["34"], ["million"]], []],
  ["1,234,567 cars", [["1234567"], ["cars"]], []],
  ["46.6 46,6", [["46.6"], ["46,6"]], []],
  ["Erdoğan Łódź Straße", [["erdogan"], ["lodz"], ["strasse"]], []],
  ["п’ять санкцій", [["пять"], ["санкцій"]], []],
  ["東京の", [["東 京 の"]], []],
  ["-", [], []],
  ["?! :* & | <-> ''", [], []],
  ["a' OR 1=1; --", [["a", "1 1"]], []],
  ["-only", [], ["only"]],
  ["", [], []],
])("%j asks for %j without %j", (query, all, none) => {
  const read = readQuery(query);
  expect(read.all.map(texts)).toEqual(all);
  expect(texts(read.none)).toEqual(none);
});

test("a query of no end is cut to what a person types", () => {
  const read = readQuery("word ".repeat(500));
  expect(read.all).toHaveLength(24);
  expect(soughtWords(read)).toEqual(["word"]);
});

describe("a misspelt word put right", () => {
  const said = (query: string, right: [string, string][]) =>
    withSpelling(query, readQuery(query), new Map(right))
      .map(({ text, changed }) => (changed ? `[${text}]` : text))
      .join("");

  test.each<[query: string, right: [string, string][], expected: string]>([
    ["Souht Korean parts", [["souht", "south"]], "[South] Korean parts"],
    ["“souht korean” -parts", [["souht", "south"]], "“[south] korean” -parts"],
    ["Souht souht", [["souht", "south"]], "[South] [south]"],
    ["parts -souht", [["souht", "south"]], "parts -souht"],
    ["erdoagn", [["erdoagn", "erdoğan"]], "[erdoğan]"],
    ["cars", [], "cars"],
  ])("%j with %j is %s", (query, right, expected) => {
    expect(said(query, right)).toBe(expected);
  });
});
