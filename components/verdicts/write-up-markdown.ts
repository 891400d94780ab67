import { type AnyExtension } from "@tiptap/core";
import { Markdown } from "@tiptap/markdown";
import StarterKit from "@tiptap/starter-kit";
import type { Citable } from "./cite-label";
import { citeNode } from "./cite-node";

/** The few things a write-up may hold, all of which Markdown can say. */
export function writeUpExtensions(citable: readonly Citable[]): AnyExtension[] {
  return [
    StarterKit.configure({
      heading: { levels: [2, 3] },
      code: false,
      codeBlock: false,
      strike: false,
      underline: false,
      horizontalRule: false,
      link: { openOnClick: false, autolink: false, protocols: ["https", "http"] },
    }),
    Markdown,
    citeNode(citable),
  ];
}

const entities: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&nbsp;": "\u00a0", "&amp;": "&" };

/** The editor's Markdown without HTML entities: a write-up never holds HTML, so `&` and `<` are just letters. */
export function plainMarkdown(markdown: string): string {
  return markdown.replace(/&(?:lt|gt|nbsp|amp);/g, (entity) => entities[entity] ?? entity).trim();
}
