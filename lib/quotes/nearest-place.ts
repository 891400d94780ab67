import search from "approx-string-match";
import { occurrences, widenToWords } from "./occurrences";
import type { Span } from "./occurrences";

/** `similarity` is 1 − edits ÷ length of the pattern, of the best fit before widening to whole words. */
export type NearestPlace = Span & { similarity: number };

/** Longer patterns are located by shared pieces, then by their first and last part. */
const PATTERN_MAX = 256;
const EDGE_LENGTH = 120;
const CHUNK_MIN = 2048;
const SEED_COUNT = 24;
const SEED_LENGTH = 10;

/**
 * The place of a folded text that resembles a folded pattern most, if the similarity reaches `floor` (0 to 1).
 * It only ever *finds* a place to show: a person or an equality test decides. Among equals the nearest to `hint`
 * (UTF-16 offset). Uses the bit-parallel search of approx-string-match (after Myers 1999).
 */
export function nearestPlace(text: string, pattern: string, floor: number, hint = 0): NearestPlace | null {
  if (pattern.length < 2 || text.length === 0) return null;
  const whole = { start: 0, end: text.length };
  const best =
    pattern.length <= PATTERN_MAX
      ? bestIn(text, whole, pattern, floor, hint)
      : nearestLong(text, pattern, floor);
  return best ? { ...widenToWords(text, best), similarity: best.similarity } : null;
}

/**
 * Searches in overlapping chunks, outward from the hint, each only for something better than found before. That
 * bounds the library's work on repetitive text, where it would otherwise trace back thousands of equal fits.
 */
function bestIn(
  text: string,
  within: Span,
  pattern: string,
  floor: number,
  hint: number,
): NearestPlace | null {
  const overlap = Math.ceil(pattern.length * (2 - floor)) + 1;
  const size = Math.max(CHUNK_MIN, overlap * 3);
  const starts: number[] = [];
  for (let start = within.start; start < within.end; start += size) starts.push(start);
  starts.sort((a, b) => Math.abs(a + size / 2 - hint) - Math.abs(b + size / 2 - hint));
  let allowed = Math.floor(pattern.length * (1 - floor));
  let best: Span | null = null;
  for (const start of starts) {
    if (allowed < 0) break;
    let bestHere = Infinity;
    for (const match of search(
      text.slice(start, Math.min(within.end, start + size + overlap)),
      pattern,
      allowed,
    )) {
      const distance = Math.abs(start + match.start - hint);
      if (match.end <= match.start || distance >= bestHere) continue;
      bestHere = distance;
      best = { start: start + match.start, end: start + match.end };
      allowed = match.errors;
    }
    if (bestHere < Infinity) allowed -= 1;
  }
  return best ? { ...trimBlanks(text, best), similarity: 1 - (allowed + 1) / pattern.length } : null;
}

/** Edits at the seams leave blanks at the ends of a fit. */
function trimBlanks(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && text[start] === " ") start += 1;
  while (end > start && text[end - 1] === " ") end -= 1;
  return { start, end };
}

function nearestLong(text: string, pattern: string, floor: number): NearestPlace | null {
  const window = likeliestWindow(text, pattern);
  if (!window) return null;
  const margin = Math.ceil(pattern.length * 0.4);
  const head = bestIn(text, window, pattern.slice(0, EDGE_LENGTH), floor, window.start + margin);
  if (!head) return null;
  const tail = bestIn(
    text,
    { start: head.end, end: window.end },
    pattern.slice(-EDGE_LENGTH),
    floor,
    head.start + pattern.length,
  );
  if (!tail) return null;
  return { start: head.start, end: tail.end, similarity: (head.similarity + tail.similarity) / 2 };
}

/** The stretch of the text that shares most pieces with the pattern at like distances, with a margin around. */
function likeliestWindow(text: string, pattern: string): Span | null {
  const votes = new Map<number, number>();
  const step = Math.max(1, Math.floor((pattern.length - SEED_LENGTH) / SEED_COUNT));
  const bucketSize = Math.max(32, Math.floor(pattern.length / 8));
  for (let offset = 0; offset + SEED_LENGTH <= pattern.length; offset += step) {
    for (const place of occurrences(text, pattern.slice(offset, offset + SEED_LENGTH)).slice(0, 100)) {
      const bucket = Math.round((place.start - offset) / bucketSize);
      votes.set(bucket, (votes.get(bucket) ?? 0) + 1);
    }
  }
  const [winner] = [...votes].sort((a, b) => b[1] - a[1]);
  if (!winner) return null;
  const start = winner[0] * bucketSize;
  const margin = Math.ceil(pattern.length * 0.4) + bucketSize;
  return { start: Math.max(0, start - margin), end: Math.min(text.length, start + pattern.length + margin) };
}
