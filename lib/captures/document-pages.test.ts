import { describe, expect, it } from "vitest";
import { askedPage, noSuchPage, wordsOfPage } from "./document-pages";

describe("the words of a page", () => {
  it("go from where it begins to where the next one does; those of the last one to the end", () => {
    const starts = [0, 40, 40, 70];
    expect([1, 2, 3, 4].map((page) => wordsOfPage(starts, page))).toEqual([
      { start: 0, end: 40 },
      { start: 40, end: 40 },
      { start: 40, end: 70 },
      { start: 70, end: null },
    ]);
    expect([0, 5].map((page) => wordsOfPage(starts, page))).toEqual([null, null]);
  });
});

describe("the page an address asks for", () => {
  it.each([
    [undefined, 12, 1],
    ["3", 12, 3],
    ["12", 12, 12],
    ["13", 12, 12],
    ["999999999", 12, 12],
    ["0", 12, 1],
    ["-2", 12, 1],
    ["2.5", 12, 1],
    ["three", 12, 1],
    ["", 12, 1],
    ["4", 0, 1],
  ])("%j of %i pages is page %i", (asked, pages, page) => {
    expect(askedPage(asked, pages)).toBe(page);
  });

  it("is refused with how many there are when a picture of it is asked for", () => {
    expect(noSuchPage(1)).toMatchObject({ kind: "not_found", detail: "This document has one page." });
    expect(noSuchPage(12).detail).toBe("This document has 12 pages.");
  });
});
