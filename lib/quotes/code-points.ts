import { ofLastLongTexts } from "../core/last-long-texts";

/**
 * Offsets of one text in both countings: UTF-16 code units (what JavaScript strings use) and Unicode code points
 * (what Countersign stores, after the W3C TextPositionSelector). A lone surrogate counts as one code point.
 */
export type OffsetMap = {
  /** Length of the text in code points. */
  length: number;
  /** Code-point offset to UTF-16 offset, clamped to the text. */
  toUtf16: (codePoint: number) => number;
  /** UTF-16 offset to code-point offset, clamped; the middle of a pair counts as its beginning. */
  toCodePoint: (utf16: number) => number;
};

const SURROGATE_PAIR = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;
const HAS_PAIR = /[\uD800-\uDBFF][\uDC00-\uDFFF]/;

function clamp(value: number, max: number): number {
  if (!(value > 0)) return 0;
  return value < max ? Math.floor(value) : max;
}

/** How many of the sorted offsets lie before `value`. */
function countBelow(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Builds the map of a text: O(n) once, then O(1) for texts without astral characters and O(log pairs) with them. */
export const offsetMap: (text: string) => OffsetMap = ofLastLongTexts(buildMap);

function buildMap(text: string): OffsetMap {
  if (!HAS_PAIR.test(text)) {
    const same = (offset: number) => clamp(offset, text.length);
    return { length: text.length, toUtf16: same, toCodePoint: same };
  }
  const found: number[] = [];
  for (const match of text.matchAll(SURROGATE_PAIR)) found.push(match.index);
  const pairsUtf16 = Uint32Array.from(found);
  const pairsCodePoint = Uint32Array.from(found, (offset, pairsBefore) => offset - pairsBefore);
  const length = text.length - found.length;
  return {
    length,
    toUtf16: (codePoint) => {
      const at = clamp(codePoint, length);
      return at + countBelow(pairsCodePoint, at);
    },
    toCodePoint: (utf16) => {
      const at = clamp(utf16, text.length);
      // A pair begun before `at` saves one unit, also when `at` is its middle: that gives the pair's beginning.
      return at - countBelow(pairsUtf16, at);
    },
  };
}

/** Length of a text in code points. */
export function codePointLength(text: string): number {
  return offsetMap(text).length;
}

/** The code points `start` (inclusive) to `end` (exclusive, default the end) of a text; offsets are clamped. */
export function sliceCodePoints(text: string, start: number, end = Infinity): string {
  const map = offsetMap(text);
  return text.slice(map.toUtf16(start), map.toUtf16(end));
}

/** Whether a text holds a half of a surrogate pair alone, which no page can contain and UTF-8 cannot carry. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}
