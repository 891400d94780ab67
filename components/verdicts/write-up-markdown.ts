import { type AnyExtension } from "@tiptap/core";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Markdown } from "@tiptap/markdown";
import StarterKit from "@tiptap/starter-kit";
import { escapeStart } from "@/lib/paste/escape-start";
import type { Citable } from "./cite-label";
import { citeNode } from "./cite-node";
import { writeUpMarked } from "./write-up-marked";

/** A paragraph whose lines stay lines: what would begin a list, heading or quotation there is a letter. */
const WriteUpParagraph = Paragraph.extend({
  renderMarkdown(node, helpers, place) {
    const words = this.parent?.(node, helpers, place) ?? "";
    const lines = words.split("\n").map((line) => escapeStart(line.replace(/^(\s*)&gt;/, "$1>")));
    return lines.join("\n");
  },
});

/** The few things a write-up may hold, all of which Markdown can say. */
export function writeUpExtensions(citable: readonly Citable[]): AnyExtension[] {
  return [
    StarterKit.configure({
      heading: { levels: [2, 3] },
      paragraph: false,
      code: false,
      codeBlock: false,
      strike: false,
      underline: false,
      horizontalRule: false,
      link: { openOnClick: false, autolink: false, protocols: ["https", "http"] },
    }),
    WriteUpParagraph,
    Markdown.configure({ marked: writeUpMarked() }),
    citeNode(citable),
  ];
}

const entities: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&nbsp;": "\u00a0", "&amp;": "&" };

/**
 * The editor's Markdown without HTML entities, and without strokes before what marks nothing: a write-up holds neither HTML
 * nor code, so `&`, `<`, `~` and backticks are just letters.
 */
export function plainMarkdown(markdown: string): string {
  return markdown
    .replace(/&(?:lt|gt|nbsp|amp);/g, (entity) => entities[entity] ?? entity)
    .replace(/\\([\\~`])/g, (whole, mark: string) => (mark === "\\" ? whole : mark))
    .replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, "_")
    .trim();
}

/** A write-up as the editor takes it, which reads HTML entities where they are written out: there they are letters too. */
export function editorMarkdown(markdown: string): string {
  return markdown.replace(/&(?=(?:lt|gt|nbsp|amp|quot|#\w+);)/g, "&amp;");
}
