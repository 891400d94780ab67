import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordDiff } from "./word-diff";

describe("wordDiff", () => {
  it("keeps an amount in one piece", () => {
    expect(wordDiff("worth $15.5 million", "worth $16.5 million")).toEqual([
      { op: "same", text: "worth " },
      { op: "del", text: "$15.5" },
      { op: "ins", text: "$16.5" },
      { op: "same", text: " million" },
    ]);
  });

  it("gives both texts back, whatever they are", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.array(fc.constantFrom("a", "b ", "$3.4 ", "\n")).map((w) => w.join("")),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const diff = wordDiff(before, after);
        const joined = (op: string) => diff.filter((p) => p.op === "same" || p.op === op).map((p) => p.text);
        expect(joined("del").join("")).toBe(before);
        expect(joined("ins").join("")).toBe(after);
        expect(diff.every((p) => p.text !== "")).toBe(true);
      }),
    );
  });

  it("does not run away on two long texts with nothing in common", () => {
    const words = (letter: string) => Array.from({ length: 4000 }, (_, i) => `${letter}${i}`).join(" ");
    expect(wordDiff(words("a"), words("b")).length).toBeGreaterThan(0);
  });
});
