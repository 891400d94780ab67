import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { suggestAttributions } from "./suggest-attributions";

const originsIn = (text: string) =>
  suggestAttributions({ text, title: null, byline: null, outlet: "Harbour Daily", links: [] }).flatMap(
    ({ origin, quote }) => (origin ? [{ ...origin, quote }] : []),
  );
const told = (text: string) => originsIn(text).map(({ name, kind, primary }) => [name, kind, primary]);

describe("what a named source is", () => {
  test.each([
    ["Anna Berg told Reuters that it sank.", [["Anna Berg", "other", false]]],
    ["Mayor Anna Berg told Reuters that it sank.", [["Mayor Anna Berg", "person", true]]],
    ["Anna Berg, who steered, told Reuters that it sank.", [["Anna Berg", "person", true]]],
    ["Kyungki Industrial said that it sank.", [["Kyungki Industrial", "other", false]]],
    [
      "BYT and Enertech confirmed that it sank.",
      [
        ["BYT", "organisation", true],
        ["Enertech", "other", false],
      ],
    ],
    ["The Ministry of Ports, Fisheries and Coastal Works told Reuters that it sank.", []],
  ])("“%s”", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

const names = fc.stringMatching(/^[A-Z][a-z]{3,8}x [A-Z][a-z]{3,8}x$/u);

test("a name alone never tells a kind, and two with an “and” between are two, each at its place", () => {
  fc.assert(
    fc.property(names, names, (one, other) => {
      fc.pre(one !== other);
      const text = `${one} and ${other} said that it sank.`;
      const found = originsIn(text);
      expect(found.map(({ name, kind }) => [name, kind])).toEqual([
        [one, "other"],
        [other, "other"],
      ]);
      for (const { quote } of found)
        expect(Array.from(text).slice(quote.start, quote.end).join("")).toBe(quote.exact);
    }),
  );
});
