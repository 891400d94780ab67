import { describe, expect, test } from "vitest";
import { unknownCitations, writeUpSentences } from "./write-up";

const rows = (markdown: string, names?: string[]) =>
  writeUpSentences(markdown, names).map(({ text, citations, background, needsCover }) => ({
    text,
    citations,
    background,
    needsCover,
  }));

describe("sentences of a write-up", () => {
  test("a mark after the full stop belongs to the sentence before it", () => {
    expect(
      rows("The log gives 400 tonnes.[^e1][^e2] A survey gives 90. [^e3] Nothing else is known."),
    ).toEqual([
      { text: "The log gives 400 tonnes.", citations: ["e1", "e2"], background: false, needsCover: true },
      { text: "A survey gives 90.", citations: ["e3"], background: false, needsCover: true },
      { text: "Nothing else is known.", citations: [], background: false, needsCover: false },
    ]);
  });

  test("a mark inside a sentence, before its full stop, and at a line's start belongs to that sentence", () => {
    expect(rows("The log[^e1] gives 400 tonnes[^e2].")[0]).toMatchObject({
      text: "The log gives 400 tonnes.",
      citations: ["e1", "e2"],
    });
    expect(rows("It rained.\n\n[^e1] The log gives 400 tonnes.").map((row) => row.citations)).toEqual([
      [],
      ["e1"],
    ]);
    expect(rows("The log gives 400 tonnes.\n\n[^e1]")[0]?.citations).toEqual(["e1"]);
  });

  test("a stroke before a letter that would be a mark is no letter, and what marks nothing is one", () => {
    const text = (markdown: string) => rows(markdown)[0]?.text;
    expect(text("About ~5,000 of `HE 123`\\_b and 2\\*3 in a_b, *as* __said__ there.")).toBe(
      "About ~5,000 of `HE 123`_b and 2*3 in a_b, as said there.",
    );
  });

  test("background is a mark, not a citation", () => {
    expect(rows("The city is called Oslo.[^background]")[0]).toMatchObject({
      background: true,
      citations: [],
      needsCover: true,
    });
  });

  test("positions are code points of the Markdown, marks after the full stop outside", () => {
    const markdown = "# 🛳️ Harbour\n\nA **log** 🧾 gives 400.[^e1]\n- Next item";
    for (const { text, start, end } of writeUpSentences(markdown)) {
      const cut = Array.from(markdown).slice(start, end).join("");
      expect(cut.replaceAll("*", "")).toBe(text);
    }
    expect(writeUpSentences(markdown)).toHaveLength(3);
  });

  test("sentences do not run across list items, headings, quotations and paragraphs", () => {
    const markdown =
      "## The amount\nOne line\nthat goes on\n\n1. first item\n2. second item\n> said there\n\nlast";
    expect(rows(markdown).map((row) => row.text)).toEqual([
      "The amount",
      "One line that goes on",
      "first item",
      "second item",
      "said there",
      "last",
    ]);
  });

  test.each([
    ["The tide went out slowly.", false],
    ["The minister Anna Berg resigned.", true],
    ["It was then that Oslo flooded.", true],
    ["NATO did not answer.", true],
    ["I think that I know.", false],
    ["It cost 5 crowns.", true],
    ["It cost two crowns.", true],
    ["Nobody said “never” to it.", true],
    ['Nobody said "never" to it.', true],
    ["Nobody’s boat sank.", false],
    ["Putin lied about it.", true],
    ["Reuters invented the story.", true],
    ["Moscow denies it.", true],
    ["Investigators found nothing.", false],
    ["Officially, none of it happened.", false],
    ["It doesn’t say so.", false],
    ["Isn’t it odd?", false],
    ["Negotiations went on.", false],
    ["Dredging is routine work.", false],
    ["Beijing denies it.", true],
    ["Ferries sail there, and ferries sink.", false],
    ["Friday was calm.", true],
    ["See [the list](https://a.example/2031/4).", false],
    ["1. the first of the list", false],
    ["## What Berg said", false],
    ["## 400 tonnes", true],
    ["> never again", true],
    ["", null],
  ])("“%s” needs cover: %s", (markdown, expected) => {
    expect(rows(markdown)[0]?.needsCover ?? null).toBe(expected);
  });

  test("a name at the start is known by the check's names, or because it stands elsewhere", () => {
    expect(rows("Record resigned.")[0]?.needsCover).toBe(true);
    expect(rows("Records resigned.")[0]?.needsCover).toBe(false);
    expect(rows("Records resigned.", ["Anna Records"])[0]?.needsCover).toBe(true);
    expect(rows("Records resigned.", ["He told Anna that Records had left"])[0]?.needsCover).toBe(true);
    expect(rows("Recordsmen left, recordsmen came.", ["Anna Records"])[0]?.needsCover).toBe(false);
    expect(rows("Berg’s boat sank. It was then that Berg resigned.").map((row) => row.needsCover)).toEqual([
      true,
      true,
    ]);
  });

  test("in another language a capital at the start says nothing", () => {
    expect(writeUpSentences("Boote sanken.", [], "de")[0]?.needsCover).toBe(false);
    expect(writeUpSentences("Berg trat ab.", ["Anna Berg"], "de")[0]?.needsCover).toBe(true);
  });

  test("citations of unknown evidence are reported with their sentence", () => {
    const sentences = writeUpSentences("The log gives 400.[^e1][^e9]");
    expect(unknownCitations(sentences, new Set(["e1"]))).toEqual([{ id: "e9", text: "The log gives 400." }]);
  });
});
