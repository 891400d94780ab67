import { readMarkdown, type Block, type Inline } from "./markdown-blocks";

/**
 * What a reader sees of Markdown, as plain text: paragraphs apart, list items on lines of their own, the address of a link
 * after its words. Citations stay as they are written, `[^id]`.
 */
export function markdownWords(source: string): string {
  return blocksInWords(readMarkdown(source));
}

function blocksInWords(blocks: readonly Block[]): string {
  return blocks.map(blockInWords).join("\n\n");
}

function blockInWords(block: Block): string {
  if (block.kind === "quote") return blocksInWords(block.blocks);
  if (block.kind !== "list") return inWords(block.children);
  const { ordered, start, items } = block;
  return items.map((item, index) => `${ordered ? `${start + index}.` : "•"} ${inWords(item)}`).join("\n");
}

function inWords(items: readonly Inline[]): string {
  return items
    .map((item) => {
      if (item.kind === "text") return item.text;
      if (item.kind === "citation") return `[^${item.id}]`;
      const words = inWords(item.children);
      return item.kind === "link" && item.href !== words ? `${words} (${item.href})` : words;
    })
    .join("");
}
