import { ofLastLongTexts } from "../core/last-long-texts";
import { abbreviationBefore, startsSentence } from "./abbreviations";
import { offsetMap } from "./code-points";

/** A stretch of a text, in code points, end exclusive. */
export type TextRange = { start: number; end: number };

/** Marks that may end a sentence, with the closing marks and footnote numbers that belong to it. */
const TERMINATOR = /(?:[.!?…‽]+|[。！？]+)(?:["'”’»)\]›]|\[\d{1,3}\])*/g;
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029\u000B\f\u0085]/g;
const SAID =
  /^\p{Lu}[\p{L}.'’-]*(?:\s+[\p{L}.'’-]+){0,3}?\s+(?:said|says|asked|told|added|wrote|replied|continued|insisted|warned)\b/u;
/** Lines at least this long, in code units, may have been broken by hand in the middle of a sentence. */
const WRAPPED_LINE_MIN = 45;
/** How much of the following text a decision needs. */
const LOOKAHEAD = 80;

/**
 * Splits a text into sentences, in code points, without the space around them. A line break ends a sentence
 * (captures put one block on a line) unless a long line plainly goes on in lower case.
 */
export function splitSentences(text: string): TextRange[] {
  const map = offsetMap(text);
  return sentenceSpans(text).map(({ start, end }) => ({
    start: map.toCodePoint(start),
    end: map.toCodePoint(end),
  }));
}

/**
 * The whole sentence, or sentences, that a range of code points stands in; never smaller than the range itself.
 * Looks only at the surrounding paragraph, so it is cheap on long texts.
 */
export function sentenceAround(text: string, start: number, end: number): TextRange {
  const map = offsetMap(text);
  const from = map.toUtf16(Math.min(start, end));
  const to = map.toUtf16(Math.max(start, end));
  const paragraphStart = from === 0 ? 0 : text.lastIndexOf("\n\n", from - 1) + 1;
  const blank = text.indexOf("\n\n", to);
  const paragraphEnd = blank < 0 ? text.length : blank;
  let first = from;
  let last = to;
  for (const sentence of sentenceSpans(text.slice(paragraphStart, paragraphEnd))) {
    const sentenceStart = sentence.start + paragraphStart;
    const sentenceEnd = sentence.end + paragraphStart;
    const isTouched =
      from === to ? sentenceStart <= from && from < sentenceEnd : sentenceStart < to && sentenceEnd > from;
    if (!isTouched) continue;
    first = Math.min(first, sentenceStart);
    last = Math.max(last, sentenceEnd);
  }
  return { start: map.toCodePoint(first), end: map.toCodePoint(last) };
}

/** The same sentences as `splitSentences`, in UTF-16 units, for callers that slice. */
export const sentenceSpans: (text: string) => readonly TextRange[] = ofLastLongTexts(readSentences);

function readSentences(text: string): TextRange[] {
  const sentences: TextRange[] = [];
  for (const line of splitLines(text)) {
    let start = line.start;
    TERMINATOR.lastIndex = line.start;
    for (let match = TERMINATOR.exec(text); match && match.index < line.end; match = TERMINATOR.exec(text)) {
      const end = match.index + match[0].length;
      if (end >= line.end || !endsSentence(text, start, match.index, end)) continue;
      pushTrimmed(sentences, text, start, end);
      start = end;
    }
    pushTrimmed(sentences, text, start, line.end);
  }
  return sentences;
}

/** Blocks of text: lines, joined where a long line was broken by hand. */
function splitLines(text: string): TextRange[] {
  const lines: TextRange[] = [];
  let start = 0;
  let lineStart = 0;
  for (const match of text.matchAll(LINE_BREAK)) {
    const next = match.index + match[0].length;
    const isLong = match.index - lineStart >= WRAPPED_LINE_MIN;
    lineStart = next;
    if (
      isLong &&
      /[\p{L}\p{N},–-] ?$/u.test(text.slice(match.index - 3, match.index)) &&
      /^\p{Ll}/u.test(text.slice(next, next + 2))
    )
      continue;
    lines.push({ start, end: match.index });
    start = next;
  }
  lines.push({ start, end: text.length });
  return lines;
}

function endsSentence(text: string, start: number, mark: number, end: number): boolean {
  const terminator = text.slice(mark, end);
  if (/^[。！？]/.test(terminator)) return true;
  if (!/^\s/.test(text.slice(end, end + 1))) return false;
  const next = text.slice(end, end + LOOKAHEAD).trimStart();
  if (next === "") return true;
  if (/^["'“‘«„([]*\p{Ll}/u.test(next) || /^[,;:–—]/.test(next)) return false;
  if (/["”’»]$/.test(terminator) && SAID.test(next)) return false;
  if (!/^\.(?!\.)/.test(terminator)) return true;
  const before = text.slice(Math.max(start, mark - 40), mark);
  if (/^\s*\(?(?:\d{1,3}|\p{L})$/u.test(before) && mark - 40 <= start) return false;
  // Looked for in the last word alone: from every letter of the window it would take most of the time of a page.
  const last = before.slice(before.lastIndexOf(" ") + 1);
  const word = /(?:\p{L}\.)+\p{L}$|[\p{L}-]+$|§$/u.exec(last)?.[0];
  if (!word) return true;
  const kind = abbreviationBefore(word, next);
  if (kind === "never") return /["”»]$/.test(terminator);
  return kind === "none" || startsSentence(next) || /["”»]$/.test(terminator);
}

function pushTrimmed(sentences: TextRange[], text: string, start: number, end: number): void {
  const piece = text.slice(start, end);
  const trimmedStart = start + (piece.length - piece.trimStart().length);
  const trimmedEnd = start + piece.trimEnd().length;
  if (trimmedEnd > trimmedStart) sentences.push({ start: trimmedStart, end: trimmedEnd });
}
