// @vitest-environment jsdom
import { Editor } from "@tiptap/core";
import { expect, it } from "vitest";
import { cleanPaste, cleanPasteHtml } from "@/lib/paste/clean-paste";
import { clipboards } from "@/lib/paste/fixtures";
import { citeLabel } from "./cite-label";
import { plainMarkdown, writeUpExtensions } from "./write-up-markdown";

const citable = [{ id: "ev_1", number: 1, words: "at least $34 million" }];

function roundTrip(markdown: string): string {
  const editor = new Editor({
    extensions: writeUpExtensions(citable),
    content: markdown,
    contentType: "markdown",
    injectCSS: false,
  });
  const out = plainMarkdown(editor.getMarkdown());
  editor.destroy();
  return out;
}

it.each([
  "It imported *at least* $34 million.[^ev_1] Two people know it.[^background]",
  "R&D costs < $5 & > $3.[^ev_1]",
  "One.\n\n- first [^ev_1]\n- second\n\n> They said so.[^ev_1]",
  "See [the report](https://example.org/a?b=c&d=e).[^ev_1]",
])("gives back the Markdown it was given: %s", (markdown) => {
  expect(roundTrip(markdown)).toBe(markdown);
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
