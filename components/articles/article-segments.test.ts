import { describe, expect, it } from "vitest";
import { cutBlocks, passagesOf, quoteAt, sentencesOf, trimSpan, type Passage } from "./article-segments";

const text = "Menu\nOne 😀 two. Three four.\n\nFive six.\nFooter";
const points = Array.from(text);
const main: [number, number][] = [[5, points.length - 7]];

function passage(words: string, look: Passage["look"]): Passage {
  const start = Array.from(text.slice(0, text.indexOf(words))).length;
  return { start, end: start + Array.from(words).length, look, label: "", href: null };
}

describe("cutBlocks", () => {
  it("makes a paragraph of each line of the main text and leaves the rest out", () => {
    const blocks = cutBlocks(points, main, []);
    expect(blocks.map((block) => block.segments.map(({ text: words }) => words).join(""))).toEqual([
      "One 😀 two. Three four.",
      "Five six.",
    ]);
  });

  it("loses no character and repeats none, however marks overlap", () => {
    const marks = [
      passage("two. Three", "other"),
      passage("😀 two", "current"),
      passage("four.\n\nFive", "pending"),
    ];
    for (const block of cutBlocks(points, [[0, points.length]], marks)) {
      const whole = points.slice(block.start, block.end).join("");
      expect(block.segments.map(({ text: words }) => words).join("")).toBe(whole);
      expect(block.segments.every((piece) => piece.end > piece.start)).toBe(true);
    }
  });

  it("lets a stretch begin where a link leads to, under whatever mark", () => {
    const { start, end } = passage("two", "other");
    const [block] = cutBlocks(points, main, [passage("One 😀 two. Three", "current")], [{ start, end }]);
    const place = block?.segments.find(({ isPlace }) => isPlace);
    expect(place).toMatchObject({ start, end, text: "two", passage: { look: "current" } });
    expect(block?.segments.filter(({ isPlace }) => isPlace)).toHaveLength(1);
  });

  it("shows the mark of the claim in hand above a suggestion", () => {
    const [block] = cutBlocks(points, main, [passage("One 😀 two.", "suggested"), passage("two", "current")]);
    expect(block?.segments.map(({ text: words, passage: mark }) => [words, mark?.look ?? null])).toEqual([
      ["One 😀 ", "suggested"],
      ["two", "current"],
      [".", "suggested"],
      [" Three four.", null],
    ]);
  });
});

it("quotes in code points with the words around", () => {
  const { start, end } = passage("two. Three", "current");
  expect(quoteAt(points, { start, end })).toEqual({
    exact: "two. Three",
    prefix: "Menu\nOne 😀 ",
    suffix: " four.\n\nFive six.\nFooter",
    start: 11,
    end: 21,
  });
});

it("takes white space off the ends of a selection, and nothing is left of white space alone", () => {
  expect(trimSpan(Array.from("  a b \n"), { start: 0, end: 7 })).toEqual({ start: 2, end: 5 });
  expect(trimSpan(Array.from(" \n "), { start: 0, end: 3 })).toBeNull();
});

it("finds the sentences to choose with the keyboard", () => {
  const spans = sentencesOf(points, cutBlocks(points, main, []), "en");
  expect(spans.map(({ start, end }) => points.slice(start, end).join(""))).toEqual([
    "One 😀 two.",
    "Three four.",
    "Five six.",
  ]);
});

it("tells passages of the claim in hand from those of other claims, which lead to their claim", () => {
  const mark = { start: 0, end: 1, claimText: "Other", use: "disputes" as const };
  const [mine, other] = passagesOf(
    [
      { ...mark, claimId: "a" },
      { ...mark, claimId: "b" },
    ],
    [],
    "a",
    (id) => `/claims/${id}`,
  );
  expect(mine).toMatchObject({ look: "current", href: null });
  expect(other).toMatchObject({ look: "other", href: "/claims/b", label: "evidence, disputes, for: Other" });
});
