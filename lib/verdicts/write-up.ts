import { splitSentences } from "../quotes/sentences";
import { isOrdinaryOpener } from "./ordinary-openers";
import { passesOnWords } from "./speech-words";

export type WriteUpSentence = {
  /** The words as they are read: without citation marks and Markdown. */
  text: string;
  /** Code points over the Markdown, half-open; marks after the full stop lie outside. */
  start: number;
  end: number;
  /** Evidence ids cited in it or right after its full stop, in order. */
  citations: string[];
  /** Where its marks stand, in code points of the Markdown, half-open; `background` among them. */
  marks: WriteUpMark[];
  /** Marked as common knowledge that needs no evidence. */
  background: boolean;
  /** It has a name, a number, a date or a quotation, or passes on what somebody said. */
  needsCover: boolean;
};

export type WriteUpMark = { id: string; start: number; end: number };

type Block = { start: number; end: number; isHeading: boolean; isQuotation: boolean };

const citation = /\[\^([^\]\s]+)\]/gu;
/** What stands for "common knowledge" where a citation would name evidence. */
export const backgroundId = "background";

/**
 * The sentences of a write-up with the evidence each one cites. A mark after a full stop belongs to the sentence before
 * it. A heading needs cover only for a figure or a quotation; a Markdown quotation always needs it. `known` are names and
 * texts of the check (people, outlets, origins, the claim, quotes), whose names are recognised at the start of a sentence
 * too. In English so is a first word that is no ordinary word.
 */
export function writeUpSentences(
  markdown: string,
  known: readonly string[] = [],
  language = "en",
): WriteUpSentence[] {
  const plain = Array.from(plainText(markdown));
  const isFactual = factualTest(plain.join(""), known, language);
  const marks = citationMarks(markdown);
  const sentences: WriteUpSentence[] = [];
  for (const block of blocksOf(Array.from(markdown))) {
    const own = sentencesOf(block, plain, isFactual);
    sentences.push(...own);
    for (const mark of marks) {
      const { id, start: at } = mark;
      if (at < block.start || at >= block.end) continue;
      const owner = own.findLast((sentence) => sentence.start <= at) ?? own[0] ?? sentences.at(-1);
      if (!owner) continue;
      owner.marks.push(mark);
      if (id === backgroundId) owner.background = true;
      else if (!owner.citations.includes(id)) owner.citations.push(id);
    }
  }
  return sentences;
}

/** Citations of ids that are not among the claim's evidence, with the sentence they stand in. */
export function unknownCitations(
  sentences: readonly WriteUpSentence[],
  evidenceIds: ReadonlySet<string>,
): { id: string; text: string }[] {
  return sentences.flatMap(({ citations, text }) =>
    citations.filter((id) => !evidenceIds.has(id)).map((id) => ({ id, text })),
  );
}

function sentencesOf(block: Block, plain: string[], isFactual: (text: string) => boolean): WriteUpSentence[] {
  const text = plain.slice(block.start, block.end).join("").replace(/\s/gu, " ");
  return splitSentences(text).flatMap((range) => {
    const { start, end } = trimmed(plain, block.start + range.start, block.start + range.end);
    if (start >= end) return [];
    const words = tidy(plain.slice(start, end).join(""));
    const needsCover = block.isHeading ? hasNumberOrQuotation(words) : block.isQuotation || isFactual(words);
    return [{ text: words, start, end, citations: [], marks: [], background: false, needsCover }];
  });
}

/** Closes the gaps that blanked marks left behind. */
function tidy(text: string): string {
  return text
    .replaceAll(stroke, "")
    .replace(/\s+/gu, " ")
    .replace(/ (?=[.,;])/gu, "");
}

function trimmed(plain: string[], start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(plain[from]!)) from += 1;
  while (to > from && /\s/u.test(plain[to - 1]!)) to -= 1;
  return { start: from, end: to };
}

function citationMarks(markdown: string): WriteUpMark[] {
  let [read, start] = [0, 0];
  return [...markdown.matchAll(citation)].map((match) => {
    start += Array.from(markdown.slice(read, match.index)).length;
    read = match.index;
    return { id: match[1]!, start, end: start + Array.from(match[0]).length };
  });
}

/** In place of the stroke before a letter that would otherwise be a mark: no space, so that words stay whole. */
const stroke = "\u2060";

/** The same text, code point for code point, with spaces where Markdown and citation marks stand. */
function plainText(markdown: string): string {
  const blank = (text: string) => text.replace(/[^\n]/gu, " ");
  return markdown
    .replace(citation, blank)
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/gu, (whole, label: string) => {
      const before = whole.indexOf("[") + 1;
      return blank(whole.slice(0, before)) + label + blank(whole.slice(before + label.length));
    })
    .replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\d{1,9}[.)])(?=[ \t])/gmu, blank)
    .replace(/\\([!-/:-@[-`{-~])|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\*/gu, (_mark, letter?: string) =>
      letter === undefined ? " " : stroke + letter,
    );
}

/** Paragraphs, list items, headings and quotations: a sentence never runs across them. */
function blocksOf(points: string[]): Block[] {
  const blocks: Block[] = [];
  let isOpen = false;
  for (const { start, end } of linesOf(points)) {
    const line = points.slice(start, end).join("");
    const last = blocks.at(-1);
    const isQuotation = /^\s*>/u.test(line);
    const isHeading = /^\s*#{1,6}\s/u.test(line);
    const opens = isHeading || /^\s*(?:[-*+]|\d{1,9}[.)])\s/u.test(line) || isQuotation !== last?.isQuotation;
    if (line.trim() === "") isOpen = false;
    else if (last && isOpen && !opens && !last.isHeading) last.end = end;
    else {
      blocks.push({ start, end, isHeading, isQuotation });
      isOpen = true;
    }
  }
  return blocks;
}

function linesOf(points: string[]): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  let start = 0;
  for (let at = 0; at <= points.length; at += 1) {
    if (at < points.length && points[at] !== "\n") continue;
    lines.push({ start, end: at });
    start = at + 1;
  }
  return lines;
}

/** Numbers written as words, in English. */
export const numberWords =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|(?:m|b|tr)illions?|half|twice|double[ds]?|percent|yesterday|today|tomorrow)\b/iu;
const dateWords =
  /\b(?:January|February|March|April|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/u;
const quotation = /["“”„«»‹›「」『』]|‘[^’]+’/u;
const word = /\p{L}[\p{L}\p{M}'’-]*/gu;

function hasNumberOrQuotation(text: string): boolean {
  return /\p{N}/u.test(text) || numberWords.test(text) || quotation.test(text);
}

/**
 * A capital that grammar does not ask for is a name; an abbreviation in capitals is one even at the start, and so is a
 * first word that stands with a capital elsewhere, begins a known name, or (in English) is no ordinary word.
 */
function factualTest(
  wholeText: string,
  known: readonly string[],
  language: string,
): (text: string) => boolean {
  const isEnglish = /^en\b/iu.test(language);
  const texts = [wholeText, ...known];
  const inside = new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/(?<=[\p{Ll},] )(?!I\b)\p{Lu}[\p{L}\p{M}'’-]*/gu)].map(([name]) => bare(name)),
    ),
  );
  const small = new Set(
    texts.flatMap((text) => text.match(word) ?? []).filter((one) => /^\p{Ll}/u.test(one)),
  );
  const isName = (first: string) =>
    isEnglish && /^\p{Lu}/u.test(first) && !isOrdinaryOpener(first) && !small.has(bare(first).toLowerCase());
  const openers = known
    .flatMap((name) => [name, name.split(/\s+/u).at(-1)!])
    .filter((name) => /^\p{Lu}.{2}/u.test(name));
  return (text) => {
    if (hasNumberOrQuotation(text) || dateWords.test(text) || passesOnWords(text, language)) return true;
    const words = text.match(word) ?? [];
    const first = words[0];
    if (first === undefined) return false;
    if (/^\p{Lu}{2,}/u.test(first) || inside.has(bare(first)) || isName(first)) return true;
    if (openers.some((name) => text.startsWith(name) && !/^\p{L}/u.test(text.slice(name.length))))
      return true;
    return words.slice(1).some((other) => /^\p{Lu}/u.test(other) && bare(other) !== "I");
  };
}

/** Without a possessive or contracted ending. */
function bare(name: string): string {
  return name.replace(/['’]\p{L}*$/u, "");
}
