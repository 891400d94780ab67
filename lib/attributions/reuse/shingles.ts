import { ofTextsAtHand } from "../../core/texts-at-hand";
import { wordsOf, type TextWords } from "./text-words";

/** Words in a shingle: shorter ones are shared by chance, longer ones miss light edits. */
export const shingleLength = 5;

const hashStart = 0x811c9dc5;
const hashFactor = 0x01000193;

/**
 * The hash of every run of five words, in order: FNV-1a over their letters, finished by murmur3's mixer so that every bit
 * counts; 32 bits. A text of fewer words has none.
 */
export function shinglesOf({ count, units, begins }: TextWords): Uint32Array {
  const hashes = new Uint32Array(Math.max(0, count - shingleLength + 1));
  for (let at = 0; at < hashes.length; at += 1) {
    const end = begins[at + shingleLength]!;
    let hash = hashStart;
    for (let unit = begins[at]!; unit < end; unit += 1) hash = Math.imul(hash ^ units[unit]!, hashFactor);
    hashes[at] = mixed(hash);
  }
  return hashes;
}

function mixed(hash: number): number {
  let mix = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}

/** How many words are a text's own, and the hash of every run of five of them, each once, by size. */
export type OwnShingles = { words: number; hashes: Uint32Array };

/** The shingles of what is no quotation, for the comparison with other texts. */
export const ownShinglesOf: (text: string) => OwnShingles = ofTextsAtHand((text) => {
  const words = wordsOf(text, true);
  return { words: words.count, hashes: eachOnce(shinglesOf(words)) };
});

/** Numbers by size, each once. */
function eachOnce(numbers: Uint32Array): Uint32Array {
  numbers.sort();
  let kept = 0;
  for (const number of numbers) if (kept === 0 || number !== numbers[kept - 1]) numbers[kept++] = number;
  return numbers.slice(0, kept);
}

/** One shingle in so many is kept in a sketch. */
const sketchScale = 4;
const sketchLimit = 2 ** 32 / sketchScale;

/**
 * A sketch of a text: the shingles whose hash is small, the same ones in every text (Broder 1997, "On the resemblance
 * and containment of documents", mod-m sketches). Unlike a MinHash signature of fixed length it tells containment too,
 * so that a report inside a longer article is found. Values fit a signed 32-bit integer.
 */
export function sketchOf(shingles: Uint32Array): number[] {
  return [...eachOnce(shingles.filter((hash) => hash < sketchLimit))];
}

export type Overlap = {
  /** How many shingles both have. */
  shared: number;
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
    const mine = first[at]!;
    const theirs = second[other]!;
    if (mine === theirs) shared += 1;
    if (mine <= theirs) at += 1;
    if (theirs <= mine) other += 1;
  }
  const share = (of: number) => (of === 0 ? 0 : shared / of);
  return {
    shared,
    resemblance: share(first.length + second.length - shared),
    ofFirst: share(first.length),
    ofSecond: share(second.length),
  };
}
