import { Marked, type MarkedExtension } from "marked";
import type { Markdown } from "@tiptap/markdown";

/** Nothing is read here: what follows is read as words. */
const none = () => undefined;

/**
 * What a readers' page takes as words, the editor does too. Read as anything else it would be dropped when the write-up is
 * opened, as the editor has no node for it, and the next key would save it so.
 */
const tokenizer: NonNullable<MarkedExtension["tokenizer"]> = {
  ...{ code: none, fences: none, hr: none, html: none, def: none, table: none, lheading: none },
  ...{ tag: none, reflink: none, codespan: none, del: none, autolink: none, url: none },
  // Of a picture the words and the address are a link, behind an exclamation mark; false leaves others to the library.
  link: (source) => (source.startsWith("!") ? undefined : false),
};

/** Reads the Markdown that readers' pages read, and no more; each editor's own, as each adds how citations are read. */
export function writeUpMarked(): NonNullable<Parameters<typeof Markdown.configure>[0]>["marked"] {
  // The library asks for the function that its other form is; it uses only what both have.
  return new Marked({ tokenizer }) as never;
}
