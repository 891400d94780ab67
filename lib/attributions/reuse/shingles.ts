import { ofLastLongTexts } from "../../core/last-long-texts";
import { quotedStretches } from "../quoted-stretches";

/** A word of a text, folded for comparison, with its place in UTF-16 units. */
export type Word = { folded: string; start: number; end: number };

/** Words in a shingle: shorter ones are shared by chance, longer ones miss light edits. */
export const shingleLength = 5;

const WORD = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu;
/** What nobody wrote as prose is not compared: a bound on work for pages of any size. */
const mostWords = 40_000;

/** Most words are of plain letters, and need not be taken apart into letters and marks. */
function foldedWord(word: string): string {
  if (/^[a-z0-9]+$/i.test(word)) return word.toLowerCase();
  return word
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The words of a text without case, accents and marks; quotations are left out when `isOwnWords` is set. */
export function wordsOf(text: string, isOwnWords: boolean): readonly Word[] {
  return isOwnWords ? ownWordsOf(text) : readWords(text, false);
}

const ownWordsOf = ofLastLongTexts((text) => readWords(text, true));

function readWords(text: string, isOwnWords: boolean): Word[] {
  const quoted = isOwnWords ? quotedStretches(text) : [];
  const words: Word[] = [];
  let next = 0;
  for (const match of text.matchAll(WORD)) {
    if (words.length >= mostWords) break;
    while (next < quoted.length && quoted[next]![1] <= match.index) next += 1;
    if (next < quoted.length && quoted[next]![0] <= match.index) continue;
    const folded = foldedWord(match[0]);
    if (folded) words.push({ folded, start: match.index, end: match.index + match[0].length });
  }
  return words;
}

/** FNV-1a over the shingle's words, finished by murmur3's mixer so that every bit counts; 32 bits, unsigned. */
function hashOf(words: readonly Word[], at: number): number {
  let hash = 0x811c9dc5;
  for (let index = at; index < at + shingleLength; index += 1) {
    const { folded } = words[index]!;
    for (let unit = 0; unit < folded.length; unit += 1)
      hash = Math.imul(hash ^ folded.charCodeAt(unit), 0x01000193);
    hash = Math.imul(hash ^ 32, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The hash of every run of five words that are a text's own, in order. */
export const ownShinglesOf: (text: string) => readonly number[] = ofLastLongTexts((text) =>
  shinglesOf(ownWordsOf(text)),
);

/** The hash of every run of five words, in order. A text of fewer words has none. */
export function shinglesOf(words: readonly Word[]): number[] {
  return Array.from({ length: Math.max(0, words.length - shingleLength + 1) }, (_, at) => hashOf(words, at));
}

/** One shingle in so many is kept in a sketch. */
const sketchScale = 4;
const sketchLimit = 2 ** 32 / sketchScale;

/**
 * A sketch of a text: the shingles whose hash is small, the same ones in every text (Broder 1997, "On the resemblance
 * and containment of documents", mod-m sketches). Unlike a MinHash signature of fixed length it tells containment too,
 * so that a report inside a longer article is found. Values fit a signed 32-bit integer.
 */
export function sketchOf(shingles: Iterable<number>): number[] {
  const kept = new Set<number>();
  for (const hash of shingles) if (hash < sketchLimit) kept.add(hash);
  return [...kept].sort((a, b) => a - b);
}

export type Overlap = {
  /** Shared shingles as a share of all of both, 0 to 1 (Jaccard). */
  resemblance: number;
  /** Share of the first text's shingles that the second holds. */
  ofFirst: number;
  ofSecond: number;
};

/** How far two texts consist of the same runs of words. Texts without shingles share nothing. */
export function overlapOf(first: ReadonlySet<number>, second: ReadonlySet<number>): Overlap {
  let shared = 0;
  for (const hash of first) if (second.has(hash)) shared += 1;
  const share = (of: number) => (of === 0 ? 0 : shared / of);
  return {
    resemblance: share(first.size + second.size - shared),
    ofFirst: share(first.size),
    ofSecond: share(second.size),
  };
}

/** Words in a row that two texts share, as places in the first one's list of words, end exclusive. */
export type SharedRun = { from: number; to: number };

/** Places tried for one shingle: enough for a refrain, few enough for a text that is one word over and over. */
const mostPlaces = 4;

/** Longest runs of shared words, in order of the first text, without overlaps; each has at least five words. */
export function sharedRuns(first: readonly Word[], second: readonly Word[]): SharedRun[] {
  const places = new Map<number, number[]>();
  shinglesOf(second).forEach((hash, at) => {
    const known = places.get(hash);
    if (!known) places.set(hash, [at]);
    else if (known.length < mostPlaces) known.push(at);
  });
  const hashes = shinglesOf(first);
  const runs: SharedRun[] = [];
  for (let at = 0; at < hashes.length;) {
    const lengths = (places.get(hashes[at]!) ?? []).map((other) => commonLength(first, at, second, other));
    const longest = Math.max(0, ...lengths);
    if (longest >= shingleLength) runs.push({ from: at, to: at + longest });
    at += Math.max(1, longest);
  }
  return runs;
}

function commonLength(first: readonly Word[], from: number, second: readonly Word[], at: number): number {
  let length = 0;
  while (
    from + length < first.length &&
    at + length < second.length &&
    first[from + length]!.folded === second[at + length]!.folded
  )
    length += 1;
  return length;
}
