import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sliceCodePoints } from "./code-points";
import { foldText, foldedWords, sourceRange } from "./fold";

describe("foldText", () => {
  it.each([
    ["“so”", '"so"'],
    ["«so»", '"so"'],
    ["it’s", "it's"],
    ["a\u00a0b \n\t c", "a b c"],
    ["im\u00adport", "import"],
    ["a\u200bb\ufeff", "ab"],
    ["cafe\u0301", "café"],
  ])("takes %j and %j for the same words", (a, b) => {
    expect(foldedWords(a)).toBe(foldedWords(b));
  });

  it.each([
    ["$34M", "$43M"],
    ["not so", "so"],
    ["“so”", "so"],
    ["“so”", "‘so’"],
    ["2018–2023", "2018-2023"],
    ["Aurus", "aurus"],
  ])("keeps %j and %j apart", (a, b) => {
    expect(foldedWords(a)).not.toBe(foldedWords(b));
  });

  it("maps each folded unit back to what it was made from", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        const folded = foldText(text);
        expect(folded.sourceStart).toHaveLength(folded.text.length);
        for (let unit = 0; unit < folded.text.length; unit += 1) {
          const { start, end } = sourceRange(folded, unit, unit + 1);
          expect(foldText(sliceCodePoints(text, start, end)).text).toContain(folded.text[unit]);
        }
      }),
    );
  });

  it("is idempotent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        expect(foldedWords(foldedWords(text))).toBe(foldedWords(text));
      }),
    );
  });
});
