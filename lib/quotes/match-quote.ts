import { hasLoneSurrogate, offsetMap, sliceCodePoints } from "./code-points";
import { foldText, foldedWords, isWholeSource, sourceRange } from "./fold";
import type { FoldedText } from "./fold";
import { nearestPlace } from "./nearest-place";
import { isWholeWords, occurrences } from "./occurrences";
import type { TextRange } from "./sentences";
import { wordDifferences } from "./word-differences";

/** A quote as somebody gives it (W3C TextQuoteSelector with an optional TextPositionSelector, code points). */
export type QuoteSelector = { exact: string; prefix?: string; suffix?: string; start?: number; end?: number };

/** A quote as the text has it: its own words and 32 code points on either side. */
export type AnchoredQuote = { exact: string; prefix: string; suffix: string; start: number; end: number };

/** The most similar place, for the message only; `differences` says what is different there. */
export type NearestQuote = { start: number; end: number; exact: string; differences: string };

export type QuoteMatch =
  | ({ found: "one" } & AnchoredQuote)
  | { found: "none"; nearest?: NearestQuote }
  | { found: "many"; places: TextRange[] };

/** Code points of prefix and suffix that are kept with a quote. */
export const CONTEXT_LENGTH = 32;
/** Below this similarity a place is not worth showing. */
const NEAREST_FLOOR = 0.6;
const MAX_LISTED = 100;

/** A place that could be meant. `rank` counts the sides (prefix, suffix) that agree. */
type Candidate = TextRange & { isExact: boolean; isWhole: boolean; rank: number };

/**
 * Finds a quote in a text: the same words exactly, else the same after folding (see `foldText`). Among several,
 * prefix and suffix decide, then the position, then exactness; when nothing decides, the answer is `many`, with at
 * most 100 of the places left. A fuzzy search only supplies `nearest`. Linear in the text but for that search. Never throws.
 */
export function matchQuote(fullText: string, selector: QuoteSelector): QuoteMatch {
  const wanted = foldedWords(selector.exact);
  if (wanted === "" || hasLoneSurrogate(selector.exact)) return { found: "none" };
  const folded = foldText(fullText);
  const candidates = findCandidates(fullText, folded, selector, wanted);
  if (candidates.length === 0)
    return { found: "none", ...nearestQuote(fullText, folded, wanted, selector.start) };
  const left = choose(candidates, selector);
  const [chosen] = left;
  if (chosen && left.length === 1) return { found: "one", ...anchorAt(fullText, chosen) };
  const places = left.slice(0, MAX_LISTED).map(({ start, end }) => ({ start, end }));
  return { found: "many", places };
}

/** In how many places a quote may be meant, as `matchQuote` finds them; without its search for similar words. */
export function countPlaces(fullText: string, selector: QuoteSelector): number {
  const wanted = foldedWords(selector.exact);
  if (wanted === "" || hasLoneSurrogate(selector.exact)) return 0;
  const candidates = findCandidates(fullText, foldText(fullText), selector, wanted);
  return candidates.length === 0 ? 0 : choose(candidates, selector).length;
}

/** The quote that stands at a range of code points, with its context. */
export function anchorAt(fullText: string, range: TextRange): AnchoredQuote {
  const { start, end } = range;
  return {
    exact: sliceCodePoints(fullText, start, end),
    prefix: sliceCodePoints(fullText, start - CONTEXT_LENGTH, start),
    suffix: sliceCodePoints(fullText, end, end + CONTEXT_LENGTH),
    start,
    end,
  };
}

function findCandidates(
  fullText: string,
  folded: FoldedText,
  selector: QuoteSelector,
  wanted: string,
): Candidate[] {
  const map = offsetMap(fullText);
  const byPlace = new Map<string, Candidate>();
  const prefix = foldedWords(selector.prefix ?? "");
  const suffix = foldedWords(selector.suffix ?? "");
  const add = (range: TextRange, isExact: boolean) => {
    const key = `${range.start}-${range.end}`;
    if (byPlace.has(key)) return;
    const from = map.toUtf16(range.start);
    const to = map.toUtf16(range.end);
    const rank =
      Number(prefix !== "" && endsWithWords(fullText, from, prefix)) +
      Number(suffix !== "" && startsWithWords(fullText, to, suffix));
    byPlace.set(key, { ...range, isExact, isWhole: isWholeWords(fullText, { start: from, end: to }), rank });
  };
  const exactSpans = occurrences(fullText, selector.exact);
  for (const span of exactSpans)
    add({ start: map.toCodePoint(span.start), end: map.toCodePoint(span.end) }, true);
  const isPadded = selector.exact.trim() !== selector.exact;
  // Padding that stands in the text is part of the words given; the trimmed places would only double them.
  if (!(isPadded && exactSpans.length > 0))
    for (const { start, end } of occurrences(folded.text, wanted))
      if (isWholeSource(folded, start, end)) add(sourceRange(folded, start, end), false);
  const all = [...byPlace.values()];
  const whole = all.filter((candidate) => candidate.isWhole);
  return (whole.length > 0 ? whole : all).sort((a, b) => a.start - b.start);
}

function endsWithWords(text: string, end: number, prefix: string): boolean {
  const before = foldedWords(text.slice(Math.max(0, end - prefix.length * 4 - 64), end));
  return before.endsWith(prefix);
}

function startsWithWords(text: string, start: number, suffix: string): boolean {
  return foldedWords(text.slice(start, start + suffix.length * 4 + 64)).startsWith(suffix);
}

/** The candidates that fit best; one when something decides. */
function choose(candidates: Candidate[], selector: QuoteSelector): Candidate[] {
  const topRank = Math.max(...candidates.map((candidate) => candidate.rank));
  let left = candidates.filter((candidate) => candidate.rank === topRank);
  const narrow = (test: (candidate: Candidate) => boolean) => {
    const kept = left.filter(test);
    if (kept.length > 0) left = kept;
  };
  const { start, end } = selector;
  if (left.length > 1 && start !== undefined) {
    narrow((candidate) => candidate.start === start);
    narrow((candidate) => end !== undefined && candidate.end === end);
    narrow((candidate) => candidate.start < (end ?? start + 1) && candidate.end > start);
  }
  if (left.length > 1) narrow((candidate) => candidate.isExact);
  return left;
}

function nearestQuote(
  fullText: string,
  folded: FoldedText,
  wanted: string,
  start = 0,
): { nearest?: NearestQuote } {
  const place = nearestPlace(folded.text, wanted, NEAREST_FLOOR, start);
  if (!place) return {};
  const range = sourceRange(folded, place.start, place.end);
  const exact = sliceCodePoints(fullText, range.start, range.end);
  const differences = wordDifferences(wanted, folded.text.slice(place.start, place.end));
  return { nearest: { ...range, exact, differences } };
}
