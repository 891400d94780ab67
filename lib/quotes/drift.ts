import { hasLoneSurrogate, offsetMap, sliceCodePoints } from "./code-points";
import { foldText, foldedWords, isWholeSource, sourceRange } from "./fold";
import type { FoldedText } from "./fold";
import type { AnchoredQuote } from "./match-quote";
import { nearestPlace } from "./nearest-place";
import { cutsWord, isWholeWords, occurrences } from "./occurrences";
import type { Span } from "./occurrences";
import type { TextRange } from "./sentences";

/**
 * What became of a quote in a newer text. `was` is the quote, `is` the words that stand there now (only when altered),
 * `at` the place in the new text, in code points.
 */
export type QuoteDrift = {
  outcome: "unchanged" | "moved" | "altered" | "gone";
  was: string;
  is?: string;
  at?: TextRange;
};

/** Below this similarity nothing is taken for the quote's successor. */
const ALTERED_FLOOR = 0.55;
/** Shorter quotes are looked for together with their context only. */
const ALONE_MIN = 12;
/** Words between intact neighbours count as the successor of a short quote however different they are. */
const REPLACED_MAX = 60;
const CONTEXT_MIN = 6;

/** A quote and its neighbours, folded. */
type FoldedQuote = {
  exact: string;
  prefix: string;
  suffix: string;
  cutsLeft: boolean;
  cutsRight: boolean;
  hint: number;
};

/**
 * Looks for a quote in a newer text (DOMAIN "Quotes and drift"). Only the same words after folding are `unchanged` (same
 * neighbours, same place) or `moved` (elsewhere, or in other surroundings); a fuzzy search may only tell `altered`
 * from `gone`. Given the old text, the place is compared after folding, else by its code-point offset. When the old
 * neighbours now enclose other words, the quote is altered even if the same words stand elsewhere.
 */
export function classifyDrift(quote: AnchoredQuote, newFullText: string, oldFullText?: string): QuoteDrift {
  const was = quote.exact;
  const wanted = foldQuote(quote);
  if (wanted.exact === "" || hasLoneSurrogate(was)) return { outcome: "gone", was };
  const folded = foldText(newFullText);
  const places = wholePlaces(folded.text, wanted).filter(({ start, end }) =>
    isWholeSource(folded, start, end),
  );
  const inContext = places.filter((place) => hasContext(folded.text, place, wanted));
  if (inContext.length > 0) {
    const ranges = inContext.map((place) => sourceRange(folded, place.start, place.end));
    const offset = oldFullText === undefined ? null : foldedOffset(oldFullText, quote.start);
    const isSamePlace = (range: TextRange, index: number) =>
      range.start === quote.start || (offset !== null && inContext[index]?.start === offset);
    const same = ranges.find(isSamePlace);
    return { outcome: same ? "unchanged" : "moved", was, at: same ?? ranges[0] };
  }
  const replaced = betweenNeighbours(folded.text, wanted, places);
  const successor = replaced ?? (places.length > 0 ? null : nearestSuccessor(folded.text, wanted));
  if (successor) return altered(newFullText, folded, was, successor);
  const [place] = places;
  if (place) return { outcome: "moved", was, at: sourceRange(folded, place.start, place.end) };
  return { outcome: "gone", was };
}

function foldQuote(quote: AnchoredQuote): FoldedQuote {
  return {
    exact: foldedWords(quote.exact),
    prefix: foldedWords(quote.prefix),
    suffix: foldedWords(quote.suffix),
    cutsLeft: cutsWord(quote.prefix, quote.exact),
    cutsRight: cutsWord(quote.exact, quote.suffix),
    hint: quote.start,
  };
}

/** Places of the same words that do not cut a word or number which the quote did not cut: "$34" is not in "$345". */
function wholePlaces(text: string, quote: FoldedQuote): Span[] {
  return occurrences(text, quote.exact).filter((place) => {
    if (isWholeWords(text, place)) return true;
    const left = cutsWord(text.slice(Math.max(0, place.start - 3), place.start), quote.exact);
    const right = cutsWord(quote.exact, text.slice(place.end, place.end + 3));
    return (!left || quote.cutsLeft) && (!right || quote.cutsRight);
  });
}

function hasContext(text: string, place: Span, { prefix, suffix }: FoldedQuote): boolean {
  const before = text.slice(Math.max(0, place.start - prefix.length - 1), place.start).trimEnd();
  const after = text.slice(place.end, place.end + suffix.length + 1).trimStart();
  return before.endsWith(prefix) && after.startsWith(suffix);
}

/** Where the folded text of `text` has reached when the source is at `offset` code points. */
function foldedOffset(text: string, offset: number): number {
  const until = text.slice(0, offsetMap(text).toUtf16(offset));
  const folded = foldText(until).text;
  return folded.length;
}

/**
 * The other words that now stand between the quote's intact neighbours, when they could be its successor. Where the
 * quote itself still stands between them, only its surroundings were edited.
 */
function betweenNeighbours(text: string, quote: FoldedQuote, places: readonly Span[]): Span | null {
  const { prefix, suffix, exact } = quote;
  if (prefix.length < CONTEXT_MIN || suffix.length < CONTEXT_MIN) return null;
  const reach = exact.length * 2 + 80;
  for (const before of occurrences(text, prefix).slice(0, 50)) {
    const window = text.slice(before.end, before.end + reach + suffix.length);
    const end = window.indexOf(suffix);
    if (end < 0) continue;
    const span = trimmed(text, { start: before.end, end: before.end + end });
    const inside = text.slice(span.start, span.end);
    if (inside === "" || inside === exact) continue;
    if (places.some((place) => place.start >= span.start && place.end <= span.end)) continue;
    if (exact.length <= REPLACED_MAX || nearestPlace(inside, exact, ALTERED_FLOOR)) return span;
  }
  return null;
}

/** The fuzzy place of the quote with its neighbours, or of a longer quote alone. */
function nearestSuccessor(text: string, quote: FoldedQuote): Span | null {
  const { exact, prefix, suffix, hint } = quote;
  if (exact.length >= ALONE_MIN) {
    const alone = nearestPlace(text, exact, ALTERED_FLOOR, hint);
    if (alone) return alone;
  }
  const whole = nearestPlace(text, `${prefix} ${exact} ${suffix}`.trim(), 0.75, hint);
  if (!whole) return null;
  const inside = text.slice(whole.start, whole.end);
  const before = prefix.length < 2 ? null : nearestPlace(inside, prefix, 0.6);
  const start = before?.end ?? 0;
  const after = suffix.length < 2 ? null : nearestPlace(inside.slice(start), suffix, 0.6, exact.length);
  const end = after ? start + after.start : inside.length;
  const span = trimmed(text, { start: whole.start + start, end: whole.start + end });
  const words = text.slice(span.start, span.end);
  const isPlausible = words !== "" && words !== exact && words.length <= exact.length * 2 + 20;
  return isPlausible ? span : null;
}

function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && text[start] === " ") start += 1;
  while (end > start && text[end - 1] === " ") end -= 1;
  return { start, end };
}

function altered(newFullText: string, folded: FoldedText, was: string, successor: Span): QuoteDrift {
  const at = sourceRange(folded, successor.start, successor.end);
  return { outcome: "altered", was, is: sliceCodePoints(newFullText, at.start, at.end), at };
}
