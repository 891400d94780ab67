// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from "vitest";
import { findRange, readRange } from "./dom-range.client";

/** "Ab 😀 cd ef\ngh ij": offsets are code points, so the emoji counts as one. */
const html = `
  <div id="root">
    <h2>not in the text</h2>
    <p data-start="0" id="first">Ab <mark data-start="3"><span data-not-text="">[note: </span>😀 <b>cd</b><span data-not-text="">]</span></mark> ef</p>
    <p data-start="11" id="second"><span data-start="11">gh </span><span data-start="14">ij</span></p>
  </div>`;

let root: Element;

beforeEach(() => {
  document.body.innerHTML = html;
  root = document.getElementById("root")!;
});

function textNode(words: string): Text {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if ((node as Text).data.includes(words)) return node as Text;
  }
  throw new Error(`no text node has ${words}`);
}

function range(from: [Node, number], to: [Node, number]): Range {
  const made = document.createRange();
  made.setStart(...from);
  made.setEnd(...to);
  return made;
}

describe("readRange", () => {
  it("counts code points, not UTF-16 units", () => {
    expect(readRange(root, range([textNode("😀"), 0], [textNode("😀"), 2]))).toEqual({ start: 3, end: 4 });
  });

  it("goes on counting behind a nested mark", () => {
    expect(readRange(root, range([textNode("cd"), 0], [textNode(" ef"), 3]))).toEqual({ start: 5, end: 10 });
  });

  it("leaves out what stands on the page but not in the text", () => {
    expect(readRange(root, range([textNode("Ab"), 0], [textNode("cd"), 2]))).toEqual({ start: 0, end: 7 });
    expect(readRange(root, range([textNode("not in"), 0], [textNode("not in"), 5]))).toBeNull();
  });

  it("reads a selection that ends at the start of the next paragraph as ending with this one", () => {
    const first = document.getElementById("first")!;
    const second = document.getElementById("second")!;
    expect(readRange(root, range([first, 0], [second, 0]))).toEqual({ start: 0, end: 10 });
  });

  it("reads a selection across paragraphs, and one whose ends lie outside", () => {
    expect(readRange(root, range([textNode(" ef"), 1], [textNode("gh"), 2]))).toEqual({ start: 8, end: 13 });
    expect(
      readRange(root, range([document.body, 0], [document.body, document.body.childNodes.length])),
    ).toEqual({ start: 0, end: 16 });
  });

  it("is null for an empty selection", () => {
    expect(readRange(root, range([textNode("cd"), 1], [textNode("cd"), 1]))).toBeNull();
  });
});

describe("findRange", () => {
  it("finds what readRange read, for every stretch that holds a letter", () => {
    for (let start = 0; start < 16; start += 1) {
      for (let end = start + 1; end <= 16; end += 1) {
        if (start === 10 && end === 11) continue;
        const found = findRange(root, { start, end });
        const expected = { start: start === 10 ? 11 : start, end: end === 11 ? 10 : end };
        expect(found && readRange(root, found), `${start}–${end}`).toEqual(expected);
      }
    }
  });

  it("selects the very words", () => {
    expect(findRange(root, { start: 14, end: 16 })?.toString()).toBe("ij");
    expect(findRange(root, { start: 3, end: 4 })?.toString()).toBe("😀");
  });

  it("is null when the place is not on the page", () => {
    expect(findRange(root, { start: 40, end: 50 })).toBeNull();
  });
});
