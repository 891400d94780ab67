import { bylineOf } from "./byline";
import { guessKind, normaliseText, toCodePoints, type Extraction } from "./extraction";
import { guessLanguage } from "./language";
import { endsAsSentence, isSpeech, mostBlocks, openingTitle } from "./opening-title";
import { paragraphsOf } from "./paragraphs";
import { densestRun, estimateWords, isBoilerplate, isProse, sentenceEnd } from "./prose";
import { findDate } from "./published-time";

type Block = { text: string; start: number; end: number; role: "prose" | "page" | "teaser" | "short" };

// Cells as text can be more lines than a call takes arguments.
const longestOf = (lines: readonly string[]): number =>
  lines.reduce((longest, { length }) => Math.max(longest, length), 0);

/** Whether lines were broken at a column: all but the last are of like length, and most do not end a sentence. */
function isWrapped(lines: readonly string[]): boolean {
  const full = lines.slice(0, -1);
  const longest = longestOf(lines);
  if (full.length < 1 || longest < 45 || longest > 120) return false;
  const open = full.filter((line) => !sentenceEnd.test(line)).length;
  return full.every((line) => line.length > longest * 0.7) && open * 2 > full.length;
}

const firstWord = (line: string): string => /^\S*/.exec(line)![0];

/**
 * Whether the first line of a text was ended on purpose, as a headline is: the next word begins a sentence and would have
 * had room on it.
 */
function isHeadOf(lines: readonly string[]): boolean {
  const [line = "", next = ""] = lines;
  const room = longestOf(lines) - line.length;
  const begins = /^["“«„(]?[\p{Lu}\p{N}]/u.test(next) && !/[,;:-]$|\p{Pd}$/u.test(line);
  return begins && !sentenceEnd.test(line) && firstWord(next).length + 1 <= room;
}

function toBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  const add = (start: number, raw: string) => {
    const trimmed = raw.trim();
    if (trimmed === "") return;
    const from = start + raw.indexOf(trimmed);
    const role = isBoilerplate(trimmed) ? "page" : isProse(trimmed) ? "prose" : "short";
    blocks.push({ text: trimmed, start: from, end: from + trimmed.length, role });
  };
  for (const paragraph of paragraphsOf(text)) {
    let { lines, at } = paragraph;
    if (blocks.length === 0 && isHeadOf(lines.map((line) => line.trim()))) {
      const [head = "", ...rest] = lines;
      add(at, head);
      [at, lines] = [at + head.length + 1, rest];
    }
    if (isWrapped(lines.map((line) => line.trim()))) {
      add(at, lines.join("\n"));
      continue;
    }
    for (const line of lines) {
      add(at, line);
      at += line.length + 1;
    }
  }
  return blocks;
}

const isHeadline = ({ text, role }: Block): boolean =>
  role === "short" && text.length <= 250 && estimateWords(text) >= 4 && !isTagList(text);
const isTagList = (text: string): boolean => {
  const parts = text.split(/[,|•·/]/);
  return parts.length >= 3 && parts.every((part) => estimateWords(part) <= 4);
};
/** "Outlet NameAuthor Name", as the foot of a link card is flattened. */
const isCardFoot = ({ text, role }: Block): boolean =>
  role === "short" && estimateWords(text) <= 8 && /\p{Ll}\p{Lu}\p{Ll}/u.test(text);

/** Other articles inside this one: headline, cut or carded summary, and the foot of the card. */
function dropTeasers(blocks: readonly Block[]): Block[] {
  const drop = new Set<number>();
  blocks.forEach((block, index) => {
    const before = blocks[index - 1];
    const after = blocks[index + 1];
    if (block.role !== "prose" || !before || !isHeadline(before)) return;
    const isCut = /[\p{L}\p{N},]\s?(?:…|\.\.\.)\W*$/u.test(block.text);
    const isCard = after !== undefined && isCardFoot(after);
    const insideText = blocks.slice(0, index - 1).some(({ role }) => role === "prose");
    if (!isCard && !(isCut && insideText)) return;
    drop.add(index - 1).add(index);
    if (after && isCardFoot(after)) drop.add(index + 1);
  });
  return blocks.map((block, index) => (drop.has(index) ? { ...block, role: "teaser" } : block));
}

type Head = {
  title: number | null;
  byline: string | null;
  bylineAt: number | null;
  publishedAt: string | null;
};

function readHead(blocks: readonly Block[], from: number): Head {
  const limit = Math.min(blocks.length, from + 4);
  const bylineAt = blocks.findIndex(({ text }, i) => i < limit && bylineOf(text) !== null);
  const late = blocks.findIndex(({ text, role }) => role !== "prose" && bylineOf(text) !== null);
  const at = bylineAt >= 0 ? bylineAt : null;
  const named = blocks[at ?? late];
  // One who speaks over a text is a headline ("Mayor: It sails again"); several who do are a conversation.
  const isTalk = blocks.slice(0, limit).filter(({ text }) => isSpeech(text)).length > 1;
  let title: number | null = null;
  let best = 0;
  for (let i = Math.max(0, from - 15); i < Math.min(from + 1, blocks.length); i += 1) {
    const block = blocks[i] as Block;
    if (!isHeadline(block) || bylineOf(block.text) || findDate(block.text)?.start === 0) continue;
    const next = blocks[i + 1];
    const beforeByline = next && (i + 1 === at || findDate(next.text)?.start === 0) ? 15 : 0;
    const isSaid = endsAsSentence(block.text) || (isTalk && isSpeech(block.text));
    if (isSaid && beforeByline === 0) continue;
    const score =
      Math.min(estimateWords(block.text), 14) + beforeByline - (from - i) * 1.5 + (i === 0 ? 4 : 0);
    if (score > best) [title, best] = [i, score];
  }
  return {
    title,
    bylineAt: at,
    byline: named ? bylineOf(named.text) : null,
    publishedAt: dateOf(blocks, at, from),
  };
}

/** The date on the byline, else a line near the top that is nothing but a date with a label, else none. */
function dateOf(blocks: readonly Block[], bylineAt: number | null, from: number): string | null {
  const onByline = bylineAt === null ? null : findDate(blocks[bylineAt]?.text ?? "");
  if (onByline) return onByline.value;
  const found: string[] = [];
  for (const { text, role } of blocks.slice(0, from + 4)) {
    const date = role === "prose" || text.length > 120 ? null : findDate(text);
    if (!date) continue;
    const rest = text.slice(0, date.start) + text.slice(date.end);
    const isLabelled =
      /\b(?:published|posted|updated|date)\b|опубліковано|опубликовано|veröffentlicht|publié/iu.test(rest);
    if (isLabelled || estimateWords(rest) <= 3) found.push(date.value);
  }
  return found.find((value) => value.includes("T")) ?? found[0] ?? null;
}

const outletName =
  "((?:The |Die |Der |Das |Le |La |El )?\\p{Lu}[\\p{L}\\p{N}.&’'-]*(?: (?:of|de|and|&|\\p{Lu}[\\p{L}\\p{N}.&’'-]*)){0,4})";
const ownership = new RegExp(
  `(?:©|\\([Cc]\\)|[Cc]opyright|COPYRIGHT)\\s*(?:\\d{4}(?:\\s?[-–]\\s?\\d{4})?,?\\s*|,\\s*)?(?:by )?${outletName}`,
  "u",
);
const selfPraise = new RegExp(`^(?:(?:support|welcome to|about|join|subscribe to) )?${outletName}`, "u");

/** The outlet only when the page names itself: a copyright line, or an appeal of "we" that opens with a name seen twice. */
function outletOf(text: string, blocks: readonly Block[]): string | null {
  for (const block of blocks) {
    const owner = block.role === "prose" ? null : ownership.exec(block.text)?.[1];
    if (owner && estimateWords(owner) <= 6) return owner.replace(/ All$/, "").replace(/[.,]+$/, "");
  }
  for (const { text: line, role } of blocks) {
    if (role !== "page" || !/\b(?:we|us|our)\b/i.test(line)) continue;
    const name = selfPraise.exec(line)?.[1];
    if (name && name.includes(" ") && text.split(name).length > 2) return name;
  }
  return null;
}

const bio =
  /\b(?:is|was|works|has worked) (?:as )?(?:a|an|the|our)\b.{0,60}\b(?:reporter|journalist|editor|correspondent|writer|columnist)\b/i;

function scoreOf({ text, role }: Block): number {
  if (role === "prose") return Math.min(estimateWords(text), 60);
  if (role === "teaser") return -2;
  return role === "page" ? -8 : -3;
}

const theEnd =
  /^(?:\d+ )?(?:comments?(?: \(\d+\))?|leave a (?:reply|comment)|join the (?:discussion|conversation))$/i;

function pickMain(blocks: readonly Block[]): [number, number] {
  let words = 0;
  const end = blocks.findIndex((block) => {
    if (block.role === "prose") words += estimateWords(block.text);
    return words >= 40 && theEnd.test(block.text);
  });
  return densestRun(blocks.slice(0, end < 0 ? undefined : end).map(scoreOf));
}

const openingBlock =
  (fullText: string) =>
  ({ text, end, role }: Block) => ({
    text,
    isApart: /^[^\S\n]*\n[^\S\n]*\n/.test(fullText.slice(end, end + 200)),
    isOther: role === "page" || bylineOf(text) !== null || findDate(text)?.start === 0,
  });

/**
 * The article in a dump of a page's text: title, byline, date and the sentences, without menus, forms, appeals,
 * sharing lines and teasers of other articles. `fullText` is the dump with LF line ends, without NUL and half
 * surrogates. The title is part of the main text, because it asserts too. Never throws.
 */
export function extractDump(text: string): Extraction {
  return extractText(text, { isTable: false });
}

/** The same for cells as text: no first line is a headline, unless it reads as one that long. */
export function extractTable(text: string): Extraction {
  return extractText(text, { isTable: true });
}

function extractText(text: string, { isTable }: { isTable: boolean }): Extraction {
  const fullText = normaliseText(text);
  const blocks = dropTeasers(toBlocks(fullText));
  const [from, to] = pickMain(blocks);
  const found = from < to;
  const head = readHead(blocks, found ? from : 0);
  const start = head.title !== null && head.bylineAt === head.title + 1 ? head.title : 0;
  const isBio = ({ text: line }: Block) =>
    head.byline !== null && line.startsWith(head.byline) && bio.test(line);
  const titleAt =
    (found ? head.title : null) ??
    (isTable ? null : openingTitle(blocks.slice(0, mostBlocks).map(openingBlock(fullText))));
  // "The ferry sails." over the rest of a text is its first sentence, short as it is.
  const isOpening = from === 1 && blocks[0]!.role === "short" && endsAsSentence(blocks[0]!.text);
  const main = blocks.filter((block, index) => {
    if (!found) return block.role === "short" || block.role === "prose";
    if (index === titleAt || (isOpening && index === 0)) return true;
    return index >= Math.max(start, from) && index < to && block.role === "prose" && !isBio(block);
  });
  const words = main.map((block) => block.text).join("\n\n");
  const outlet = outletOf(fullText, blocks);
  const title = titleAt === null ? null : (blocks[titleAt]?.text ?? null);
  const opening = main.find(({ role }) => role === "prose")?.text ?? "";
  return {
    fullText,
    mainRanges: toCodePoints(
      fullText,
      main.map((block): [number, number] => [block.start, block.end]),
    ),
    title: title?.replace(/\s*\n\s*/g, " ") ?? null,
    byline: head.byline,
    outlet,
    publishedAt: found ? head.publishedAt : null,
    language: guessLanguage(words),
    canonicalUrl: null,
    kind: guessKind({ outlet, byline: head.byline, host: null, types: [], opening }),
    links: [],
  };
}
