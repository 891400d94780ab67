import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codePointLength, hasLoneSurrogate, offsetMap, sliceCodePoints } from "./code-points";

const text = fc.string({ unit: "binary", maxLength: 60 });

describe("code points", () => {
  it("slice, measure and find as the list of code points does", () => {
    fc.assert(
      fc.property(text, fc.nat(70), fc.nat(70), (value, a, b) => {
        const points = [...value];
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        expect(codePointLength(value)).toBe(points.length);
        expect(sliceCodePoints(value, start, end)).toBe(points.slice(start, end).join(""));
      }),
    );
  });

  it("map every code point to UTF-16 and back", () => {
    fc.assert(
      fc.property(text, (value) => {
        const map = offsetMap(value);
        let unit = 0;
        [...value].forEach((character, index) => {
          expect(map.toUtf16(index)).toBe(unit);
          expect(map.toCodePoint(unit)).toBe(index);
          if (character.length === 2) expect(map.toCodePoint(unit + 1)).toBe(index);
          unit += character.length;
        });
        expect(map.toUtf16(map.length)).toBe(value.length);
      }),
    );
  });

  it("clamp offsets that are not in the text", () => {
    expect(sliceCodePoints("a😀b", -3, 2)).toBe("a😀");
    expect(sliceCodePoints("abc", Number.NaN)).toBe("abc");
    expect(hasLoneSurrogate("\ud83d")).toBe(true);
    expect(hasLoneSurrogate("😀")).toBe(false);
  });
});
