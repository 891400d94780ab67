/** A stretch of a folded text, in UTF-16 units, end exclusive. */
export type Span = { start: number; end: number };

/** More places than this are not worth telling apart. */
const MAX_PLACES = 1000;

/**
 * Every place, overlapping ones included, where `needle` stands in `haystack`, at most 1,000, in UTF-16 units.
 * Knuth–Morris–Pratt, so that hostile repetition stays O(n + m).
 */
export function occurrences(haystack: string, needle: string): Span[] {
  const length = needle.length;
  const first = length === 0 ? -1 : haystack.indexOf(needle);
  if (first < 0) return [];
  const border = borders(needle);
  const found: Span[] = [];
  let matched = 0;
  for (let at = first; at < haystack.length && found.length < MAX_PLACES; at += 1) {
    const unit = haystack.charCodeAt(at);
    while (matched > 0 && needle.charCodeAt(matched) !== unit) matched = border[matched - 1] ?? 0;
    if (needle.charCodeAt(matched) === unit) matched += 1;
    if (matched < length) continue;
    found.push({ start: at - length + 1, end: at + 1 });
    matched = border[matched - 1] ?? 0;
  }
  return found;
}

function borders(needle: string): Uint32Array {
  const border = new Uint32Array(needle.length);
  let matched = 0;
  for (let at = 1; at < needle.length; at += 1) {
    while (matched > 0 && needle.charCodeAt(matched) !== needle.charCodeAt(at))
      matched = border[matched - 1] ?? 0;
    if (needle.charCodeAt(matched) === needle.charCodeAt(at)) matched += 1;
    border[at] = matched;
  }
  return border;
}

const WORD_END = /[\p{L}\p{M}\p{N}]$/u;
const WORD_START = /^[\p{L}\p{M}\p{N}]/u;

/**
 * Whether the seam between two neighbouring pieces of text goes through a word or a number: "imp|orted", "3|4",
 * "15|.5", "$15.|5".
 */
export function cutsWord(left: string, right: string): boolean {
  const before = left.slice(-3);
  const after = right.slice(0, 3);
  if (WORD_END.test(before) && WORD_START.test(after)) return true;
  return (/\d$/.test(before) && /^[.,]\d/.test(after)) || (/\d[.,]$/.test(before) && /^\d/.test(after));
}

/** Whether the span begins and ends between words of `text`. */
export function isWholeWords(text: string, span: Span): boolean {
  return (
    !cutsWord(text.slice(Math.max(0, span.start - 3), span.start), text.slice(span.start, span.start + 3)) &&
    !cutsWord(text.slice(Math.max(0, span.end - 3), span.end), text.slice(span.end, span.end + 3))
  );
}

/** The smallest span of whole words that contains `span`. */
export function widenToWords(text: string, span: Span): Span {
  let { start, end } = span;
  while (
    start > 0 &&
    start > span.start - 40 &&
    cutsWord(text.slice(Math.max(0, start - 3), start), text.slice(start, start + 3))
  )
    start -= 1;
  while (
    end < text.length &&
    end < span.end + 40 &&
    cutsWord(text.slice(Math.max(0, end - 3), end), text.slice(end, end + 3))
  )
    end += 1;
  return { start, end };
}
