import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differenceInWords, differingPieces } from "./differences";

const marked = (pieces: { text: string; differs: boolean }[]) =>
  pieces.filter(({ differs }) => differs).map(({ text }) => text);

describe("what differs between two quotes", () => {
  test.each([
    ["the board paid $34 million in all", "the board paid $43 million in all", ["$34"], ["$43"]],
    ["they were not concerned about sanctions", "they were concerned about sanctions", ["not"], []],
    [
      "The firm said it would go on supplying parts worth $15.5 million",
      "No comment on sanctions came from the same 3 companies in Seoul",
      ["$15.5"],
      ["No", "3"],
    ],
    ["Seven ferries were ordered by the town", "An older tender had named 5 boats", ["Seven"], ["5"]],
    ["Seven ferries were ordered by the town", "An older tender had named 7 boats", [], []],
    ["It isn’t so", "Everyone present agreed that was how things went", ["isn’t"], []],
    ["the same words", "the same words", [], []],
  ])("%s / %s", (a, b, inA, inB) => {
    const found = differingPieces({ text: a }, { text: b });
    expect(marked(found.a)).toEqual(inA);
    expect(marked(found.b)).toEqual(inB);
  });

  test.each([
    [
      "the board paid $34 million in all",
      "the board paid $43 million in all",
      "“$34 million” against “$43 million”.",
    ],
    ["they were not concerned", "they were concerned", "Only one of them says “not”."],
    ["the same words", "the same words", "They cannot both be right."],
    ["10 ships came", "In May the harbour master wrote to all of us", "Only one of them says “10”."],
  ])("%s / %s, in words: %s", (a, b, words) => {
    expect(differenceInWords({ text: a }, { text: b })).toBe(words);
    expect(differenceInWords({ text: b }, { text: a })).toBe(
      words.replace(/^(“.+”) against (“.+”)\.$/, "$2 against $1."),
    );
  });

  test("nothing of either quote is lost or added", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
        const found = differingPieces({ text: a }, { text: b });
        expect(found.a.map(({ text }) => text).join("")).toBe(a);
        expect(found.b.map(({ text }) => text).join("")).toBe(b);
      }),
    );
  });
});
