import { safeHref } from "./safe-href";

export type Inline =
  | { kind: "text"; text: string }
  | { kind: "strong" | "em"; children: Inline[] }
  | { kind: "link"; href: string; children: Inline[] }
  | Citation;

export type Citation = { kind: "citation"; id: string };

export type Block =
  | { kind: "paragraph" | "heading"; children: Inline[] }
  | { kind: "quote"; blocks: Block[] }
  | { kind: "list"; ordered: boolean; start: number; items: Inline[][] };

const deepest = 4;
const bullet = /^ *[-*+] +(\S.*)$/;
const numbered = /^ *(\d{1,6})[.)] +(\S.*)$/;
const heading = /^ {0,3}#{1,6} +(\S.*)$/;
const quoted = /^ {0,3}> ?(.*)$/;

type List = Extract<Block, { kind: "list" }>;
type Open = {
  text: string[];
  list: { ordered: boolean; start: number; items: string[] } | null;
  quote: string[];
};

function closeAll(open: Open, blocks: Block[], depth: number): void {
  if (open.text.length > 0) blocks.push({ kind: "paragraph", children: readInline(open.text.join("\n")) });
  if (open.list !== null) {
    const list: List = { kind: "list", ...open.list, items: open.list.items.map((item) => readInline(item)) };
    blocks.push(list);
  }
  if (open.quote.length > 0)
    blocks.push({ kind: "quote", blocks: readMarkdown(open.quote.join("\n"), depth + 1) });
  open.text = [];
  open.list = null;
  open.quote = [];
}

function addItem(
  open: Open,
  blocks: Block[],
  depth: number,
  ordered: boolean,
  start: number,
  item: string,
): void {
  if (open.list?.ordered !== ordered) closeAll(open, blocks, depth);
  open.list ??= { ordered, start, items: [] };
  open.list.items.push(item);
}

function addLine(line: string, open: Open, blocks: Block[], depth: number): void {
  const quote = depth < deepest ? quoted.exec(line) : null;
  if (quote !== null) {
    if (open.quote.length === 0) closeAll(open, blocks, depth);
    open.quote.push(quote[1] ?? "");
    return;
  }
  if (open.quote.length > 0) closeAll(open, blocks, depth);
  const item = bullet.exec(line);
  const step = numbered.exec(line);
  const title = heading.exec(line);
  if (item !== null) addItem(open, blocks, depth, false, 1, item[1] ?? "");
  else if (step !== null && (open.list !== null || open.text.length === 0))
    addItem(open, blocks, depth, true, Number(step[1]), step[2] ?? "");
  else if (title !== null) {
    closeAll(open, blocks, depth);
    blocks.push({ kind: "heading", children: readInline((title[1] ?? "").trim()) });
  } else if (line.trim() === "") closeAll(open, blocks, depth);
  else if (open.list !== null) open.list.items.push(`${open.list.items.pop() ?? ""}\n${line.trim()}`);
  else open.text.push(line.trim());
}

/** Reads the Markdown a write-up may hold: paragraphs, headings, lists, quotes, emphasis, links, citations; no HTML. */
export function readMarkdown(source: string, depth = 0): Block[] {
  const blocks: Block[] = [];
  const open: Open = { text: [], list: null, quote: [] };
  for (const line of source.split(/\r\n?|\n/)) addLine(line, open, blocks, depth);
  closeAll(open, blocks, depth);
  return blocks;
}

/** Every citation, in the order of the text. */
export function citationsOf(blocks: readonly Block[]): Citation[] {
  const ofInline = (item: Inline): Citation[] =>
    item.kind === "citation" ? [item] : item.kind === "text" ? [] : item.children.flatMap(ofInline);
  return blocks.flatMap((block) => {
    if (block.kind === "quote") return citationsOf(block.blocks);
    return (block.kind === "list" ? block.items.flat() : block.children).flatMap(ofInline);
  });
}

type Found = { inline: Inline; end: number };

function readCitation(source: string, at: number): Found | null {
  if (!source.startsWith("[^", at)) return null;
  const end = source.indexOf("]", at);
  const id = end < 0 ? "" : source.slice(at + 2, end);
  return /^[\w-]{1,100}$/.test(id) ? { inline: { kind: "citation", id }, end: end + 1 } : null;
}

function readLink(source: string, at: number, depth: number): Found | null {
  if (source.charAt(at) !== "[") return null;
  const middle = source.indexOf("](", at);
  if (middle < 0 || source.slice(at + 1, middle).includes("[")) return null;
  const end = source.indexOf(")", middle);
  if (end < 0) return null;
  const children = readInline(source.slice(at + 1, middle), depth + 1);
  const href = safeHref(source.slice(middle + 2, end).trim());
  // A link that may not be followed keeps its words and loses its address.
  if (href === null) return { inline: { kind: "em", children }, end: end + 1 };
  return { inline: { kind: "link", href, children }, end: end + 1 };
}

function isWordChar(char: string): boolean {
  return /[\p{L}\p{N}]/u.test(char);
}

function readEmphasis(source: string, at: number, depth: number): Found | null {
  const char = source.charAt(at);
  if (char !== "*" && char !== "_") return null;
  if (char === "_" && isWordChar(source.charAt(at - 1))) return null;
  const mark = source.startsWith(char + char, at) ? char + char : char;
  const from = at + mark.length;
  const end = source.indexOf(mark, from);
  if (end <= from || /\s/.test(source.charAt(from)) || /\s/.test(source.charAt(end - 1))) return null;
  if (char === "_" && isWordChar(source.charAt(end + mark.length))) return null;
  const children = readInline(source.slice(from, end), depth + 1);
  return { inline: { kind: mark.length === 2 ? "strong" : "em", children }, end: end + mark.length };
}

function readMark(source: string, at: number, depth: number): Found | null {
  if (source.charAt(at) === "\\" && /[!-/:-@[-`{-~]/.test(source.charAt(at + 1))) {
    return { inline: { kind: "text", text: source.charAt(at + 1) }, end: at + 2 };
  }
  const citation = readCitation(source, at);
  if (citation !== null || depth >= deepest) return citation;
  return readLink(source, at, depth) ?? readEmphasis(source, at, depth);
}

/** Longest run of text in which marks are looked for: keeps the work linear in hostile input. */
const longestRun = 20_000;

/** Reads the marks inside a line. */
function readInline(source: string, depth = 0): Inline[] {
  const found: Inline[] = [];
  let text = "";
  const flush = () => {
    if (text !== "") found.push({ kind: "text", text });
    text = "";
  };
  let at = 0;
  while (at < source.length) {
    const next = source.slice(at).search(/[\\*_[]/);
    if (next < 0 || at > longestRun) {
      text += source.slice(at);
      break;
    }
    text += source.slice(at, at + next);
    at += next;
    const mark = readMark(source, at, depth);
    if (mark === null) {
      text += source.charAt(at);
      at += 1;
      continue;
    }
    if (mark.inline.kind === "text") text += mark.inline.text;
    else {
      flush();
      found.push(mark.inline);
    }
    at = mark.end;
  }
  flush();
  return found;
}
