import { describe, expect, test } from "vitest";
import { drawable, layOut, lineBreaks, type CardFaces } from "./card-text";

/** Every character 50 wide; faces by script. */
const faces: CardFaces = {
  faceOf: (character) =>
    /\p{Script=Arabic}/u.test(character)
      ? "arabic"
      : /\p{Script=Hebrew}/u.test(character)
        ? "hebrew"
        : "latin",
  widthOf: (text) => [...text].length * 50,
};
const seen = (text: string, isRtl: boolean) =>
  layOut(text, { family: "Inter", weight: 400, isRtl }, faces).pieces.map((piece) => piece.text);

describe("a line, as it is seen from left to right", () => {
  test.each([
    ["one two, three", false, ["one", "two,", "three"]],
    ["by רויטרס now", false, ["by", "רויטרס", "now"]],
    ["דולר (Reuters) מקוריאה", true, ["מקוריאה", "(", "Reuters", ")", "דולר"]],
    ["שלום (עולם)", true, ["(", "עולם", ")", "שלום"]],
    ["عام 2018 و2023", true, ["2023", "و", "2018", "عام"]],
    ["قال South Korea هنا", true, ["هنا", "South", "Korea", "قال"]],
  ])("%s", (text, isRtl, pieces) => {
    expect(seen(text, isRtl)).toEqual(pieces);
  });

  test("has its pieces side by side, and as wide as they and the blanks are", () => {
    const { pieces, width } = layOut("ab cd", { family: "Inter", weight: 400, isRtl: false }, faces);
    expect(pieces.map(({ x }) => x)).toEqual([0, 126]);
    expect(width).toBe(226);
  });
});

describe("what can be drawn", () => {
  const covers = (character: string) => /[\p{Script=Latin}\p{N}\p{P}$]/u.test(character);
  test.each([
    ["plain $34 million", "plain $34 million"],
    ["  two\n\nlines\t", "two lines"],
    ["\u202eevil\u200b order\u2066", "evil order"],
    ["picture 😀 gone", "picture gone"],
    ["a\u0301", "á"],
    ["日本 here", null],
    ["", ""],
  ])("%j becomes %j: no controls, no pictures, and never half a claim", (text, drawn) => {
    expect(drawable(text, covers)).toBe(drawn);
  });
});

describe("lines", () => {
  const widthOf = (text: string) => [...text].length * 10;
  test("break between words, and inside one that no line can hold", () => {
    expect(lineBreaks("aa bb cc", widthOf, 50)).toEqual(["aa bb", "cc"]);
    const long = lineBreaks(`x ${"y".repeat(23)}`, widthOf, 100);
    expect(long.every((line) => widthOf(line) <= 100)).toBe(true);
    expect(long.join("").replaceAll(" ", "")).toBe(`x${"y".repeat(23)}`);
    expect(lineBreaks("", widthOf, 100)).toEqual([]);
  });
});
