import { cleanBlocks, type Block, type Run } from "./clean-blocks";
import { escapeStart } from "./escape-start";

/**
 * The clipboard HTML of Google Docs, Word, Outlook or Sheets as Markdown: paragraphs, headings, lists, quotations, bold,
 * italic and links; no styles, no comments, no HTML. Never throws.
 */
export function cleanPaste(html: string): string {
  return joinBlocks(cleanBlocks(html), (block, number) => {
    const words = escapeStart(block.runs.map(runMarkdown).join(""));
    if (block.kind === "heading") return `${"#".repeat(block.level + 1)} ${words}`;
    if (block.kind === "quote") return `> ${words}`;
    return block.kind === "item" ? `${indent(block)}${block.isOrdered ? `${number}.` : "-"} ${words}` : words;
  });
}

/** The same as plain text, for fields that hold nothing else. */
export function cleanPasteText(html: string): string {
  return joinBlocks(cleanBlocks(html), (block, number) => {
    const words = block.runs.map(({ text }) => text).join("");
    return block.kind === "item" ? `${indent(block)}${block.isOrdered ? `${number}.` : "-"} ${words}` : words;
  });
}

/** The same as HTML of a few plain elements, for an editor. */
export function cleanPasteHtml(html: string): string {
  const blocks = cleanBlocks(html);
  let out = "";
  const lists: string[] = [];
  const closeTo = (depth: number) => {
    while (lists.length > depth) out += `</li></${lists.pop()}>`;
  };
  for (const block of blocks) {
    const words = block.runs.map(runHtml).join("");
    if (block.kind !== "item") {
      closeTo(0);
      const name = block.kind === "heading" ? `h${block.level + 1}` : "p";
      out +=
        block.kind === "quote" ? `<blockquote><p>${words}</p></blockquote>` : `<${name}>${words}</${name}>`;
      continue;
    }
    const name = block.isOrdered ? "ol" : "ul";
    const first = block.isOrdered ? (block.number ?? 1) : 1;
    const depth = block.level;
    closeTo(depth);
    if (lists.length === depth && lists.at(-1) !== name) closeTo(depth - 1);
    if (lists.length === depth) out += "</li>";
    else {
      lists.push(name);
      out += first !== 1 ? `<${name} start="${first}">` : `<${name}>`;
    }
    out += `<li><p>${words}</p>`;
  }
  closeTo(0);
  return out;
}

/** Items follow each other line by line, counted from the number that was written before the first; all else stands apart. */
function joinBlocks(blocks: readonly Block[], write: (block: Block, number: number) => string): string {
  let out = "";
  let counts: { isOrdered: boolean; count: number }[] = [];
  blocks.forEach((block, index) => {
    const isItem = block.kind === "item";
    if (isItem) {
      counts = counts.slice(0, block.level);
      const above = counts[block.level - 1];
      const count = block.number ?? (above?.isOrdered === block.isOrdered ? above.count + 1 : 1);
      counts[block.level - 1] = { isOrdered: block.isOrdered, count };
    } else counts = [];
    if (index > 0) out += isItem && blocks[index - 1]!.kind === "item" ? "\n" : "\n\n";
    out += write(block, counts[block.level - 1]?.count ?? 1);
  });
  return out;
}

/** Readers' pages know two levels: deeper indentation would be read as other things. */
const indent = ({ level }: Block): string => (level > 1 ? "   " : "");

function runMarkdown({ text, isBold, isItalic, href }: Run): string {
  if (text.trim() === "") return text;
  const mark = `${isBold ? "**" : ""}${isItalic ? "*" : ""}`;
  const words = `${mark}${text.replace(/[\\`*_[\]<]/g, "\\$&")}${[...mark].reverse().join("")}`;
  return href
    ? `[${words}](${href.replace(/[()<>\s]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)})`
    : words;
}

const references: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => references[mark]!);

function runHtml({ text, isBold, isItalic, href }: Run): string {
  let words = escaped(text);
  if (isItalic) words = `<em>${words}</em>`;
  if (isBold) words = `<strong>${words}</strong>`;
  return href ? `<a href="${escaped(href)}">${words}</a>` : words;
}
