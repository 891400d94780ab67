import { ofLastLongTexts } from "../../core/last-long-texts";
import { quotedStretches } from "../quoted-stretches";
import { endOfWord } from "./find-words";

/** A word of a text, folded for comparison, with its place in UTF-16 units. */
export type Word = { folded: string; start: number; end: number };

/** Words in a shingle: shorter ones are shared by chance, longer ones miss light edits. */
export const shingleLength = 5;

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
  const words: Word[] = [];
  eachWord(text, isOwnWords, (start, end) => {
    const folded = foldedWord(text.slice(start, end));
    if (folded) words.push({ folded, start, end });
    return words.length < mostWords;
  });
  return words;
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

const hashStart = 0x811c9dc5;
const hashFactor = 0x01000193;
/** Stands behind each word of a shingle. */
const wordEnd = 32;

/** FNV-1a over the shingle's words, finished by murmur3's mixer so that every bit counts; 32 bits, unsigned. */
function hashOf(words: readonly Word[], at: number): number {
  let hash = hashStart;
  for (let index = at; index < at + shingleLength; index += 1) {
    const { folded } = words[index]!;
    for (let unit = 0; unit < folded.length; unit += 1)
      hash = Math.imul(hash ^ folded.charCodeAt(unit), hashFactor);
    hash = Math.imul(hash ^ wordEnd, hashFactor);
  }
  return mixed(hash);
}

function mixed(hash: number): number {
  let mix = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}

/** A text of many others is compared with each new one; what is kept of one is about as long as the text. */
const mostTexts = 24;

/** How many words are a text's own, and the hash of every run of five of them, each once, by size. */
export type OwnShingles = { words: number; hashes: Uint32Array };

/** The same hashes as those of `shinglesOf(wordsOf(text, true))`. */
export const ownShinglesOf: (text: string) => OwnShingles = ofLastLongTexts(readOwnShingles, mostTexts);

/** Reads letters only: a word of its own for each of ten thousand words takes longer than all their hashes. */
function readOwnShingles(text: string): OwnShingles {
  const units: number[] = [];
  /** Where each word begins in `units`; behind the last where they end. */
  const starts = [0];
  eachWord(text, true, (start, end) => {
    const before = units.length;
    pushFolded(units, text, start, end);
    if (units.length > before) starts.push(units.push(wordEnd));
    return starts.length <= mostWords;
  });
  const words = starts.length - 1;
  const hashes = new Uint32Array(Math.max(0, words - shingleLength + 1));
  for (let at = 0; at < hashes.length; at += 1) {
    let hash = hashStart;
    const end = starts[at + shingleLength]!;
    for (let unit = starts[at]!; unit < end; unit += 1) hash = Math.imul(hash ^ units[unit]!, hashFactor);
    hashes[at] = mixed(hash);
  }
  return { words, hashes: eachOnce(hashes) };
}

/** Puts the folded letters of a word behind the others. */
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

/** Numbers by size, each once. */
function eachOnce(numbers: Uint32Array): Uint32Array {
  numbers.sort();
  let kept = 0;
  for (const number of numbers) if (kept === 0 || number !== numbers[kept - 1]) numbers[kept++] = number;
  return numbers.slice(0, kept);
}

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

/** How far two texts consist of the same runs of words, whose hashes are given each once, by size. Texts without any share nothing. */
export function overlapOf(first: Uint32Array, second: Uint32Array): Overlap {
  let shared = 0;
  for (let at = 0, other = 0; at < first.length && other < second.length;) {
    const [mine, theirs] = [first[at]!, second[other]!];
    if (mine === theirs) shared += 1;
    if (mine <= theirs) at += 1;
    if (theirs <= mine) other += 1;
  }
  const share = (of: number) => (of === 0 ? 0 : shared / of);
  return {
    resemblance: share(first.length + second.length - shared),
    ofFirst: share(first.length),
    ofSecond: share(second.length),
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
