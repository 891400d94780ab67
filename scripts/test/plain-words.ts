import { quotedStretches } from "../../lib/attributions/quoted-stretches";

/** A word of a text, folded for comparison, with its place in UTF-16 units. */
export type Word = { folded: string; start: number; end: number };

const shingleLength = 5;
const mostWords = 40_000;

/** What `lib/attributions/reuse/text-words.ts` reads, word for word, as its rules are written down. */
export function plainWords(text: string, isOwnWords: boolean): Word[] {
  const quoted = isOwnWords ? quotedStretches(text) : [];
  return Array.from(text.matchAll(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu), (match) => ({
    folded: match[0]
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ""),
    start: match.index,
    end: match.index + match[0].length,
  }))
    .filter(({ folded, start }) => folded && !quoted.some(([from, to]) => from <= start && start < to))
    .slice(0, mostWords);
}

/** The hash of every run of five words, in order. */
export function plainShingles(words: readonly Word[]): number[] {
  return Array.from({ length: Math.max(0, words.length - shingleLength + 1) }, (_, at) => hashOf(words, at));
}

function hashOf(words: readonly Word[], at: number): number {
  let hash = 0x811c9dc5;
  for (const { folded } of words.slice(at, at + shingleLength))
    for (const unit of Array.from({ length: folded.length }, (_, index) => folded.charCodeAt(index)).concat(
      32,
    ))
      hash = Math.imul(hash ^ unit, 0x01000193);
  let mix = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}

/** How far two texts consist of the same runs of five words. */
export function plainOverlap(first: readonly Word[], second: readonly Word[]) {
  const [mine, theirs] = [new Set(plainShingles(first)), new Set(plainShingles(second))];
  const shared = [...mine].filter((hash) => theirs.has(hash)).length;
  const share = (of: number) => (of === 0 ? 0 : shared / of);
  return {
    shared,
    resemblance: share(mine.size + theirs.size - shared),
    ofFirst: share(mine.size),
    ofSecond: share(theirs.size),
  };
}

/** Longest runs of shared words, in order of the first text, without overlaps; of one shingle the first four places are tried. */
export function plainRuns(first: readonly Word[], second: readonly Word[]): { from: number; to: number }[] {
  const places = new Map<number, number[]>();
  plainShingles(second).forEach((hash, at) => {
    const known = places.get(hash);
    if (!known) places.set(hash, [at]);
    else if (known.length < 4) known.push(at);
  });
  const hashes = plainShingles(first);
  const runs: { from: number; to: number }[] = [];
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
