// @vitest-environment jsdom
import { Editor, type Content } from "@tiptap/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import { cleanPaste, cleanPasteHtml } from "@/lib/paste/clean-paste";
import { clipboards } from "@/lib/paste/fixtures";
import { readMarkdown, type Block, type Inline } from "@/lib/publications/markdown-blocks";
import { citeLabel } from "./cite-label";
import { editorMarkdown, plainMarkdown, writeUpExtensions } from "./write-up-markdown";

const citable = [{ id: "ev_1", number: 1, words: "at least $34 million" }];

function written(content: Content, contentType?: "markdown"): string {
  const editor = new Editor({
    extensions: writeUpExtensions(citable),
    ...{ content, contentType, injectCSS: false },
  });
  const out = plainMarkdown(editor.getMarkdown());
  editor.destroy();
  return out;
}

const roundTrip = (markdown: string) => written(editorMarkdown(markdown), "markdown");

/** What readers read of it. */
function wordsOf(markdown: string): string {
  const ofInline = (item: Inline): string =>
    item.kind === "text" ? item.text : item.kind === "citation" ? "" : item.children.map(ofInline).join("");
  const ofBlock = (block: Block): string => {
    if (block.kind === "quote") return block.blocks.map(ofBlock).join("\n");
    if (block.kind === "list") return block.items.map((item) => item.map(ofInline).join("")).join("\n");
    return block.children.map(ofInline).join("");
  };
  return readMarkdown(markdown).map(ofBlock).join("\n");
}

it.each([
  "It imported *at least* $34 million.[^ev_1] Two people know it.[^background]",
  "R&D costs < $5 & > $3.[^ev_1]",
  "One.\n\n- first [^ev_1]\n- second\n\n> They said so.[^ev_1]",
  "See [the report](https://example.org/a?b=c&d=e).[^ev_1]",
  "About ~5,000 people, ~~none~~ of them `HE 123`.",
  "See https://example.org/a_b and <https://example.org>.",
  "| a | b |\n| --- | --- |\n| 1 | 2 |",
  "Look: !\\[not a picture\\]",
])("gives back the Markdown it was given: %s", (markdown) => {
  expect(roundTrip(markdown)).toBe(markdown);
});

it.each([
  ["code in a line", "Entry `HE 123` names the yard."],
  ["a block of code", "Before\n\n```\nHE 123\n```\n\nAfter"],
  ["words that stand far in", "Before\n\n    HE 123\n\nAfter"],
  ["the address that a link leads to elsewhere", "See [the report][1].\n\n[1]: https://example.org/report"],
  ["a rule", "Before\n\n---\n\nAfter"],
  ["a line of equal signs", "Before\n===\nAfter"],
  ["a picture", "Look: ![the yard](https://example.org/yard.jpg)"],
  ["a tag", "The <b>yard</b> and <script>x</script>"],
  ["a heading of any depth", "# One\n\n#### Four\n\nWords"],
  ["a list within a list within a list", "- One\n  - Two\n    - Three"],
])("drops no word that readers read when it is opened: %s", (_name, markdown) => {
  const letters = (text: string) => wordsOf(text).replace(/[\s]/g, "");
  expect(letters(roundTrip(markdown))).toBe(letters(markdown));
});

it("is read by readers as it was typed, whatever the letters", () => {
  const line = fc
    .array(fc.constantFrom(..."\\`*_[]()~<>&#+-.!|=:^19 ab\u00e9", "1. ", "- ", "# ", "[^1]", "&amp;"), {
      minLength: 1,
      maxLength: 20,
    })
    .map((letters) => letters.join("").trim())
    .filter((text) => text !== "");
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (lines) => {
      const content = lines.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] }));
      const markdown = written({ type: "doc", content });
      expect(wordsOf(markdown)).toBe(lines.join("\n"));
      expect(roundTrip(markdown)).toBe(markdown);
    }),
    { numRuns: 100 },
  );
});

it("never puts HTML of a write-up into the page as HTML", () => {
  const editor = new Editor({
    extensions: writeUpExtensions(citable),
    content: 'Hello <img src="x" onerror="alert(1)"> there',
    contentType: "markdown",
    injectCSS: false,
  });
  expect(editor.getHTML()).not.toContain("<img");
  editor.destroy();
});

it("shows a citation by its number and says when its evidence is gone", () => {
  expect(citeLabel("ev_1", citable)).toBe("1");
  expect(citeLabel("background", citable)).toBe("background");
  expect(citeLabel("ev_9", citable)).toBe("removed");
});

it("takes what is pasted from Google Docs, Word and Outlook as the Markdown that it means", () => {
  const numbered = "<ol><li>One</li></ol><p>Between</p><ol start=2><li>Two</li><li>Three</li></ol>";
  for (const html of [clipboards.docs, clipboards.word, clipboards.outlook, numbered]) {
    const editor = new Editor({
      extensions: writeUpExtensions(citable),
      content: cleanPasteHtml(html),
      injectCSS: false,
    });
    const written = plainMarkdown(editor.getMarkdown());
    editor.destroy();
    const words = (markdown: string) => markdown.split(/\n\s*/).filter(Boolean);
    expect(words(written)).toEqual(words(cleanPaste(html)));
  }
});
