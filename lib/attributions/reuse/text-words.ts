import { ofLastLongTexts } from "../../core/last-long-texts";
import { quotedStretches } from "../quoted-stretches";
import { endOfWord } from "./find-words";

/**
 * The words of a text, folded for comparison. An object for each of ten thousand words takes longer to make than all
 * comparing, so that they stand in lists of numbers.
 */
export type TextWords = {
  count: number;
  /** UTF-16 units of the folded words one after the other, each with a blank behind. */
  units: Uint16Array;
  /** Where each word begins in `units`; behind the last where they end. */
  begins: Uint32Array;
  /** Where each word stands in the text, in UTF-16 units, end exclusive. */
  starts: Uint32Array;
  ends: Uint32Array;
};

/** Stands behind each word. */
const wordEnd = 32;
/** What nobody wrote as prose is not compared: a bound on work for pages of any size. */
const mostWords = 40_000;

/** The words of a text without case, accents and marks; quotations are left out when `isOwnWords` is set. */
export function wordsOf(text: string, isOwnWords: boolean): TextWords {
  return isOwnWords ? ownWordsOf(text) : readWords(text, false);
}

const ownWordsOf = ofLastLongTexts((text) => readWords(text, true));

function readWords(text: string, isOwnWords: boolean): TextWords {
  const [units, begins, starts, ends]: number[][] = [[], [0], [], []];
  eachWord(text, isOwnWords, (start, end) => {
    const before = units!.length;
    pushFolded(units!, text, start, end);
    if (units!.length > before) {
      begins!.push(units!.push(wordEnd));
      starts!.push(start);
      ends!.push(end);
    }
    return starts!.length < mostWords;
  });
  return {
    count: starts!.length,
    units: Uint16Array.from(units!),
    begins: Uint32Array.from(begins!),
    starts: Uint32Array.from(starts!),
    ends: Uint32Array.from(ends!),
  };
}

/** Calls `visit` for every word in order, until it says that it has enough; quotations are left out when `isOwnWords` is set. */
function eachWord(text: string, isOwnWords: boolean, visit: (start: number, end: number) => boolean): void {
  const quoted = isOwnWords ? quotedStretches(text) : [];
  let next = 0;
  let isWanted = true;
  for (let start = 0, end = 0; isWanted && start < text.length; start = Math.max(end, start + 1)) {
    end = endOfWord(text, start);
    if (end === start) continue;
    while (next < quoted.length && quoted[next]![1] <= start) next += 1;
    if (next >= quoted.length || quoted[next]![0] > start) isWanted = visit(start, end);
  }
}

/** Puts the folded letters of a word behind the others. Most words are of plain letters, and are not taken apart into letters and marks. */
function pushFolded(units: number[], text: string, start: number, end: number): void {
  const before = units.length;
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    const isCapital = unit >= 65 && unit <= 90;
    if (!isCapital && !(unit >= 97 && unit <= 122) && !(unit >= 48 && unit <= 57)) {
      units.length = before;
      const folded = foldedWord(text.slice(start, end));
      for (let index = 0; index < folded.length; index += 1) units.push(folded.charCodeAt(index));
      return;
    }
    units.push(isCapital ? unit + 32 : unit);
  }
}

function foldedWord(word: string): string {
  return word
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Whether a word of one text is a word of the other, by their places in the lists. */
export function isSameWord(first: TextWords, at: number, second: TextWords, other: number): boolean {
  const [from, there] = [first.begins[at]!, second.begins[other]!];
  const length = first.begins[at + 1]! - from;
  if (length !== second.begins[other + 1]! - there) return false;
  for (let unit = 0; unit < length; unit += 1)
    if (first.units[from + unit] !== second.units[there + unit]) return false;
  return true;
}
