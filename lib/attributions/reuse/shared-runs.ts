import { shingleLength, shinglesOf } from "./shingles";
import { isSameWord, type TextWords } from "./text-words";

/** Words in a row that two texts share, as places in the first one's list of words, end exclusive. */
export type SharedRun = { from: number; to: number };

/** Places tried for one shingle: enough for a refrain, few enough for a text that is one word over and over. */
const mostPlaces = 4;

/** Longest runs of shared words, in order of the first text, without overlaps; each has at least five words. */
export function sharedRuns(first: TextWords, second: TextWords): SharedRun[] {
  const placesOf = placesByHash(shinglesOf(second));
  const hashes = shinglesOf(first);
  const runs: SharedRun[] = [];
  for (let at = 0; at < hashes.length;) {
    let longest = 0;
    for (const other of placesOf(hashes[at]!))
      longest = Math.max(longest, commonLength(first, at, second, other));
    if (longest >= shingleLength) runs.push({ from: at, to: at + longest });
    at += Math.max(1, longest);
  }
  return runs;
}

/** The longest run, the first of several; null when there are none. */
export function longestOf(runs: readonly SharedRun[]): SharedRun | null {
  return runs.reduce<SharedRun | null>(
    (longest, run) => (longest && longest.to - longest.from >= run.to - run.from ? longest : run),
    null,
  );
}

/** Looks up where a shingle stands: the first few places, in order. */
function placesByHash(hashes: Uint32Array): (hash: number) => readonly number[] {
  const none: readonly number[] = [];
  const firstPlace = new Map<number, number>();
  const nextPlace = new Int32Array(hashes.length);
  for (let at = hashes.length - 1; at >= 0; at -= 1) {
    nextPlace[at] = firstPlace.get(hashes[at]!) ?? -1;
    firstPlace.set(hashes[at]!, at);
  }
  return (hash) => {
    const first = firstPlace.get(hash);
    if (first === undefined) return none;
    const places = [first];
    for (let at = nextPlace[first]!; at >= 0 && places.length < mostPlaces; at = nextPlace[at]!)
      places.push(at);
    return places;
  };
}

function commonLength(first: TextWords, from: number, second: TextWords, at: number): number {
  let length = 0;
  while (
    from + length < first.count &&
    at + length < second.count &&
    isSameWord(first, from + length, second, at + length)
  )
    length += 1;
  return length;
}
