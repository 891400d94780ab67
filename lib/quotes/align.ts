/** A word, a number with its decimals, or a single other visible character of a folded text, in UTF-16 units, end exclusive. */
export type Token = { text: string; start: number; end: number };

/** Tokens `start` to `end` (exclusive) of a text. */
export type TokenRange = { start: number; end: number };

/**
 * Where a stretch of the old text went: `widest` and `narrowest` are the new tokens that stand in its place (none when
 * it was taken out), with and without what was put in beside it; `cost` the edits of the cheapest reading, `costAt` those of the cheapest reading in which the stretch as a whole
 * became the given new tokens and nothing within it counts.
 */
export type Alignment = {
  widest: TokenRange;
  narrowest: TokenRange;
  cost: number;
  costAt: (range: TokenRange) => number;
};

const TOKEN = /(?:[\p{L}\p{M}\p{N}]|(?<=\p{N})[.,](?=\p{N}))+|[^\s\p{L}\p{M}\p{N}]/gu;
/** A comparison of this size takes about a fifth of a second. */
const CELLS_MAX = 40_000_000;
const MARGIN = 32;
/** Tokens on either side of the range that are compared however large the new text is. */
const REACH_MIN = 64;

/** Splits a folded text into words, numbers and single marks; white space separates and is no token. */
export function tokenize(text: string): Token[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: found, index }) => ({
    text: found,
    start: index,
    end: index + found.length,
  }));
}

/** The tokens that a span of the text touches. */
export function tokensOf(tokens: readonly Token[], span: { start: number; end: number }): TokenRange {
  return {
    start: countWhere(tokens, ({ end }) => end <= span.start),
    end: countWhere(tokens, ({ start }) => start < span.end),
  };
}

/** How many of the sorted tokens the test, true for a first part of them, holds for. */
function countWhere(tokens: readonly Token[], test: (token: Token) => boolean): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(tokens[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Reads the new text as an edited old one with as few inserted, deleted or replaced tokens as possible (Levenshtein
 * over words), and says where the tokens of `range` went. With `isFragment` the old text is only a part: what the new
 * one has before and after it costs nothing. Of texts too large to compare whole, what is near the range is compared.
 */
export function alignRange(
  oldTokens: readonly Token[],
  newTokens: readonly Token[],
  range: TokenRange,
  isFragment = false,
): Alignment {
  const { head, tail } = isFragment ? { head: 0, tail: 0 } : commonEnds(oldTokens, newTokens, range);
  const oldLength = oldTokens.length - head - tail;
  const newLength = newTokens.length - head - tail;
  const reach = Math.max(
    REACH_MIN,
    Math.floor((CELLS_MAX / (newLength + 1) - (range.end - range.start)) / 2),
  );
  const isTooLarge = (oldLength + 1) * (newLength + 1) > CELLS_MAX;
  const from = isTooLarge ? Math.max(head, range.start - reach) : head;
  const to = isTooLarge ? Math.min(oldTokens.length - tail, range.end + reach) : oldTokens.length - tail;
  const [older, newer] = numbered(oldTokens.slice(from, to), newTokens.slice(head, newTokens.length - tail));
  const start = range.start - from;
  const end = range.end - from;
  const isFree = isFragment || isTooLarge;
  const before = lastRow(older.subarray(0, start), newer, isFree);
  const after = lastRow(older.slice(end).reverse(), newer.slice().reverse(), isFree).reverse();
  const middle = throughRange(older.subarray(start, end), newer, before);
  const total = (column: number) => middle.row[column]! + after[column]!;
  let first = 0;
  let last = 0;
  for (let column = 1; column <= newer.length; column += 1) {
    if (total(column) < total(first)) first = column;
    if (total(column) <= total(last)) last = column;
  }
  return {
    widest: { start: middle.earliest[last]! + head, end: last + head },
    narrowest: { start: middle.latest[first]! + head, end: first + head },
    cost: total(first),
    costAt: (place) => (before[place.start - head] ?? Infinity) + (after[place.end - head] ?? Infinity),
  };
}

/** How many tokens both texts share at their beginning, up to the range, and at their end, down to it. */
function commonEnds(oldTokens: readonly Token[], newTokens: readonly Token[], range: TokenRange) {
  const isSame = (a: number, b: number) => oldTokens[a]?.text === newTokens[b]?.text;
  let head = 0;
  while (head < range.start && head < newTokens.length && isSame(head, head)) head += 1;
  let tail = 0;
  const most = Math.min(oldTokens.length - range.end, newTokens.length - head);
  while (tail < most && isSame(oldTokens.length - 1 - tail, newTokens.length - 1 - tail)) tail += 1;
  // A margin, because a shared word at an edge may as well be the range's own.
  const margin = range.end - range.start + MARGIN;
  return { head: Math.max(0, head - margin), tail: Math.max(0, tail - margin) };
}

/** Both token lists as numbers: equal words are equal numbers, and the last two bits tell the kind. */
function numbered(a: readonly Token[], b: readonly Token[]): [Int32Array, Int32Array] {
  const known = new Map<string, number>();
  const numberOf = ({ text }: Token) => {
    const found = known.get(text) ?? known.size * 4 + kindOf(text);
    known.set(text, found);
    return found;
  };
  return [Int32Array.from(a, numberOf), Int32Array.from(b, numberOf)];
}

const kindOf = (text: string) => (/\p{N}/u.test(text) ? 0 : /\p{L}/u.test(text) ? 1 : 2);

/** Putting a token in or taking it out. */
const EDIT = 2;

/** What it costs that one token became another: a number more likely becomes another number than a comma. */
function changeOf(from: number, to: number): number {
  return from === to ? 0 : (from & 3) === (to & 3) ? EDIT : EDIT + 1;
}

/** For each length of `newer`, the edits from all of `older` to that beginning of it. */
function lastRow(older: Int32Array, newer: Int32Array, isFree: boolean): Int32Array {
  const row = Int32Array.from({ length: newer.length + 1 }, (_, column) => (isFree ? 0 : column * EDIT));
  for (const token of older) {
    let diagonal = row[0]!;
    row[0] = diagonal + EDIT;
    for (let column = 1; column <= newer.length; column += 1) {
      const above = row[column]!;
      const replaced = diagonal + changeOf(token, newer[column - 1]!);
      const shifted = Math.min(above, row[column - 1]!) + EDIT;
      row[column] = replaced < shifted ? replaced : shifted;
      diagonal = above;
    }
  }
  return row;
}

/** Goes on from `before` through the range, remembering where in the new text the readings of it began. */
function throughRange(older: Int32Array, newer: Int32Array, before: Int32Array) {
  let above = before;
  let earliest = Int32Array.from(before, (_, column) => column);
  let latest = earliest;
  for (const token of older) {
    const row = new Int32Array(above.length);
    const first = new Int32Array(above.length);
    const last = new Int32Array(above.length);
    row[0] = above[0]! + EDIT;
    for (let column = 1; column < row.length; column += 1) {
      const replaced = above[column - 1]! + changeOf(token, newer[column - 1]!);
      const put = row[column - 1]! + EDIT;
      const taken = above[column]! + EDIT;
      const least = Math.min(replaced, put, taken);
      row[column] = least;
      first[column] = column;
      if (replaced === least) {
        first[column] = Math.min(first[column]!, earliest[column - 1]!);
        last[column] = Math.max(last[column]!, latest[column - 1]!);
      }
      if (put === least) {
        first[column] = Math.min(first[column]!, first[column - 1]!);
        last[column] = Math.max(last[column]!, last[column - 1]!);
      }
      if (taken === least) {
        first[column] = Math.min(first[column]!, earliest[column]!);
        last[column] = Math.max(last[column]!, latest[column]!);
      }
    }
    [above, earliest, latest] = [row, first, last];
  }
  return { row: above, earliest, latest };
}
