import search from "approx-string-match";
import { occurrences, widenToWords } from "./occurrences";
import type { Span } from "./occurrences";

/** `similarity` is 1 − edits ÷ length of the pattern, of the best fit before widening to whole words. */
export type NearestPlace = Span & { similarity: number };

/** Work, in text length × pattern length, up to which the whole text is searched. */
const FULL_SEARCH_MAX = 400_000_000;
const FULL_PATTERN_MAX = 600;
const SEED_COUNT = 24;
const SEED_LENGTH = 10;

/**
 * The place of a folded text that resembles a folded pattern most, if the similarity reaches `floor` (0 to 1).
 * It only ever *finds* a place to show: a person or an equality test decides (Myers' bit-parallel search of
 * approx-string-match; long patterns are first located by shared pieces). Among equals the nearest to `hint`.
 */
export function nearestPlace(text: string, pattern: string, floor: number, hint = 0): NearestPlace | null {
  if (pattern.length < 2 || text.length === 0) return null;
  const maxErrors = Math.floor(pattern.length * (1 - floor));
  const isSmall = pattern.length <= FULL_PATTERN_MAX && text.length * pattern.length <= FULL_SEARCH_MAX;
  const windows = isSmall ? [{ start: 0, end: text.length }] : likelyWindows(text, pattern);
  let best: NearestPlace | null = null;
  for (const window of windows) {
    const found = bestIn(text, window, pattern, maxErrors, hint);
    if (found && (!best || found.similarity > best.similarity)) best = found;
  }
  return best ? { ...widenToWords(text, best), similarity: best.similarity } : null;
}

function bestIn(
  text: string,
  window: Span,
  pattern: string,
  maxErrors: number,
  hint: number,
): NearestPlace | null {
  let best: (Span & { errors: number }) | null = null;
  for (const match of search(text.slice(window.start, window.end), pattern, maxErrors)) {
    const span = { start: match.start + window.start, end: match.end + window.start, errors: match.errors };
    if (span.end <= span.start) continue;
    const isNearer = best !== null && Math.abs(span.start - hint) < Math.abs(best.start - hint);
    if (!best || span.errors < best.errors || (span.errors === best.errors && isNearer)) best = span;
  }
  if (!best) return null;
  // Edits at the seams leave blanks at the ends of the fit.
  while (best.start < best.end && text[best.start] === " ") best.start += 1;
  while (best.end > best.start && text[best.end - 1] === " ") best.end -= 1;
  return { start: best.start, end: best.end, similarity: 1 - best.errors / pattern.length };
}

/** Windows of the text that share most pieces with the pattern, at like distances. */
function likelyWindows(text: string, pattern: string): Span[] {
  const votes = new Map<number, number>();
  const step = Math.max(1, Math.floor((pattern.length - SEED_LENGTH) / SEED_COUNT));
  const bucketSize = Math.max(32, Math.floor(pattern.length / 8));
  for (let offset = 0; offset + SEED_LENGTH <= pattern.length; offset += step) {
    for (const place of occurrences(text, pattern.slice(offset, offset + SEED_LENGTH)).slice(0, 100)) {
      const bucket = Math.round((place.start - offset) / bucketSize);
      votes.set(bucket, (votes.get(bucket) ?? 0) + 1);
    }
  }
  const margin = Math.ceil(pattern.length * 0.4) + bucketSize;
  return [...votes]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 2)
    .map(([bucket]) => ({
      start: Math.max(0, bucket * bucketSize - margin),
      end: Math.min(text.length, bucket * bucketSize + pattern.length + margin),
    }));
}
