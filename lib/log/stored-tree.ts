import { frontierRoot, largestPowerBelow } from "./merkle";
import type { Place, TreeNode } from "./merkle";

/** Leaves from `start` up to but without `end`. */
type Range = { start: number; end: number };

/** The full subtrees, left to right, that make up the tree over `start … end`; `start` is where a subtree begins. */
export function placesIn({ start, end }: Range): Place[] {
  const places: Place[] = [];
  for (let at = start; at < end;) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= end) level += 1;
    places.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return places;
}

/**
 * What proves leaf `index` to be in the tree of `size` leaves, lowest first (RFC 6962 section 2.1.1), as the places
 * whose nodes make up each hash of the proof. Throws a `RangeError` when there is no such leaf.
 */
export function inclusionPlaces(index: number, size: number): Place[][] {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size)
    throw new RangeError(`There is no leaf ${index} in a tree of ${size}.`);
  const path: Range[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + largestPowerBelow(end - start);
    if (index < middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
    }
  }
  return path.reverse().map(placesIn);
}

/**
 * What proves the tree of `oldSize` leaves to be a beginning of the one of `size` (RFC 6962 section 2.1.2), as the
 * places of each hash. Throws a `RangeError` unless 1 ≤ oldSize ≤ size.
 */
export function consistencyPlaces(oldSize: number, size: number): Place[][] {
  const areSizes = Number.isSafeInteger(oldSize) && Number.isSafeInteger(size);
  if (!areSizes || oldSize < 1 || oldSize > size)
    throw new RangeError(`A tree of ${size} has no earlier size ${oldSize}.`);
  const path: Range[] = [];
  let [start, end, isWhole] = [0, size, true];
  while (end !== oldSize) {
    const middle = start + largestPowerBelow(end - start);
    if (oldSize <= middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      [start, isWhole] = [middle, false];
    }
  }
  if (!isWhole) path.push({ start, end });
  return path.reverse().map(placesIn);
}

/** The hash of the tree over neighbouring full subtrees, left to right. */
export function hashOver(nodes: readonly TreeNode[]): TreeNode {
  return frontierRoot({ size: 0, nodes });
}
