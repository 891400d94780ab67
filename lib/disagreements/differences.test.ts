import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differingPieces } from "./differences";

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
    ["It isn’t so", "Everyone present agreed that was how things went", ["isn’t"], []],
    ["the same words", "the same words", [], []],
  ])("%s / %s", (a, b, inA, inB) => {
    const found = differingPieces(a, b);
    expect(marked(found.a)).toEqual(inA);
    expect(marked(found.b)).toEqual(inB);
  });

  test("nothing of either quote is lost or added", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
        const found = differingPieces(a, b);
        expect(found.a.map(({ text }) => text).join("")).toBe(a);
        expect(found.b.map(({ text }) => text).join("")).toBe(b);
      }),
    );
  });
});
