import { alignRange, tokenize, tokensOf } from "./align";
import type { Token, TokenRange } from "./align";
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
/** Shorter quotes are looked for at their place only. */
const ALONE_MIN = 12;
/** What stands in the place of a quote this short is its successor however different it is. */
const REPLACED_MAX = 60;

/** By how many characters what stands at the edge of a text may be longer than the quote that stood there. */
const EDGE_SLACK = 12;

/** A text prepared for comparing. */
type Prepared = FoldedText & { source: string; tokens: Token[] };

/** A quote, folded; `inOld` and `tokens` are its place in the folded old text. */
type Wanted = {
  exact: string;
  prefix: string;
  suffix: string;
  cutsLeft: boolean;
  cutsRight: boolean;
  inOld: Span;
  tokens: TokenRange;
};

/**
 * Looks for a quote in a newer text (DOMAIN "Quotes and drift"). Only the same words after folding are `unchanged` (same
 * neighbours, same place) or `moved` (elsewhere, or in other surroundings); a fuzzy search may only tell `altered`
 * from `gone`. The two texts are aligned word by word: when other words now stand in the quote's place it is altered,
 * even if the same words stand elsewhere. Without the old text (null) the quote's own context is aligned instead.
 */
export function classifyDrift(
  quote: AnchoredQuote,
  newFullText: string,
  oldFullText: string | null = null,
): QuoteDrift {
  return driftFinders(newFullText)(quote, oldFullText);
}

/** `classifyDrift` for many quotes of one newer text; each text is prepared once. */
export function driftFinders(
  newFullText: string,
): (quote: AnchoredQuote, oldFullText: string | null) => QuoteDrift {
  const newer = prepare(newFullText);
  const olderOnes = new Map<string, Prepared>();
  return (quote, oldFullText) => {
    if (foldedWords(quote.exact) === "" || hasLoneSurrogate(quote.exact))
      return { outcome: "gone", was: quote.exact };
    const holds =
      oldFullText !== null && sliceCodePoints(oldFullText, quote.start, quote.end) === quote.exact;
    if (!holds) return compare(quote, newer, contextOf(quote), true);
    const older = olderOnes.get(oldFullText) ?? prepare(oldFullText);
    olderOnes.set(oldFullText, older);
    return compare(quote, newer, older, false);
  };
}

function prepare(source: string): Prepared {
  const folded = foldText(source);
  return { ...folded, source, tokens: tokenize(folded.text) };
}

const contextOf = ({ prefix, exact, suffix }: AnchoredQuote) => prepare(`${prefix}${exact}${suffix}`);

function compare(quote: AnchoredQuote, newer: Prepared, older: Prepared, isFragment: boolean): QuoteDrift {
  const was = quote.exact;
  const wanted = foldQuote(quote, older, isFragment);
  const places = wholePlaces(newer, wanted);
  const alignment = alignRange(older.tokens, newer.tokens, wanted.tokens, isFragment);
  const kept = places.filter((place) => alignment.costAt(tokensOf(newer.tokens, place)) <= alignment.cost);
  const [first] = kept;
  if (first) {
    const inContext = kept.filter((place) => hasContext(newer.text, place, wanted));
    const isSamePlace = (place: Span) =>
      sourceRange(newer, place.start, place.end).start === quote.start ||
      (!isFragment && place.start === wanted.inOld.start);
    const same = inContext.find(isSamePlace);
    const at = same ?? inContext[0] ?? first;
    return { outcome: same ? "unchanged" : "moved", was, at: sourceRange(newer, at.start, at.end) };
  }
  const successor =
    successorAt(newer, older, wanted, alignment.widest) ??
    successorAt(newer, older, wanted, alignment.narrowest);
  if (successor) return altered(newer, was, successor);
  const [place] = places;
  if (place) return { outcome: "moved", was, at: sourceRange(newer, place.start, place.end) };
  const hint = Math.min(quote.start, newer.text.length);
  const nearest =
    wanted.exact.length >= ALONE_MIN ? nearestPlace(newer.text, wanted.exact, ALTERED_FLOOR, hint) : null;
  return nearest ? altered(newer, was, nearest) : { outcome: "gone", was };
}

function foldQuote(quote: AnchoredQuote, older: Prepared, isFragment: boolean): Wanted {
  const map = offsetMap(older.source);
  const begin = isFragment ? quote.prefix.length : map.toUtf16(quote.start);
  const trimmedStart = quote.exact.length - quote.exact.trimStart().length;
  // The folded length of what stands before: where the quote begins in the folded text.
  const start = foldText(older.source.slice(0, begin + trimmedStart)).text.length;
  const exact = foldedWords(quote.exact);
  const inOld = { start, end: start + exact.length };
  return {
    exact,
    prefix: foldedWords(quote.prefix),
    suffix: foldedWords(quote.suffix),
    cutsLeft: cutsWord(quote.prefix, quote.exact),
    cutsRight: cutsWord(quote.exact, quote.suffix),
    inOld,
    tokens: tokensOf(older.tokens, inOld),
  };
}

/** Places of the same words that do not cut a word or number which the quote did not cut: "$34" is not in "$345". */
function wholePlaces(newer: Prepared, wanted: Wanted): Span[] {
  const { text } = newer;
  return occurrences(text, wanted.exact).filter((place) => {
    if (!isWholeSource(newer, place.start, place.end)) return false;
    if (isWholeWords(text, place)) return true;
    const left = cutsWord(text.slice(Math.max(0, place.start - 3), place.start), wanted.exact);
    const right = cutsWord(wanted.exact, text.slice(place.end, place.end + 3));
    return (!left || wanted.cutsLeft) && (!right || wanted.cutsRight);
  });
}

function hasContext(text: string, place: Span, { prefix, suffix }: Wanted): boolean {
  const before = text.slice(Math.max(0, place.start - prefix.length - 1), place.start).trimEnd();
  const after = text.slice(place.end, place.end + suffix.length + 1).trimStart();
  return before.endsWith(prefix) && after.startsWith(suffix);
}

/**
 * The other words in the quote's place, when they could be its successor: they resemble it, or the quote is short and
 * its neighbours are still there, or it stands elsewhere but fewer times than before, so it did not move there.
 */
function successorAt(newer: Prepared, older: Prepared, wanted: Wanted, at: TokenRange): Span | null {
  const first = newer.tokens[at.start];
  const last = newer.tokens[at.end - 1];
  if (!first || !last || at.end <= at.start) return null;
  const span = { start: first.start, end: last.end };
  const inside = newer.text.slice(span.start, span.end);
  if (nearestPlace(inside, wanted.exact, ALTERED_FLOOR)) return span;
  if (wanted.exact.length > REPLACED_MAX || inside.length > wanted.exact.length * 2 + 20) return null;
  const { start, end } = wanted.tokens;
  const [before, after] = [older.tokens[start - 1], older.tokens[end]];
  const isBetween =
    before?.text === newer.tokens[at.start - 1]?.text && after?.text === newer.tokens[at.end]?.text;
  // The edge of a text is no neighbour that could be recognised: there only words of much the same length are a successor.
  const isBounded = (before && after) || inside.length <= wanted.exact.length + EDGE_SLACK;
  if (isBetween && isBounded) return span;
  const count = wholePlaces(newer, wanted).length;
  return count > 0 && count < wholePlaces(older, wanted).length ? span : null;
}

function altered(newer: Prepared, was: string, successor: Span): QuoteDrift {
  const at = sourceRange(newer, successor.start, successor.end);
  return { outcome: "altered", was, is: sliceCodePoints(newer.source, at.start, at.end), at };
}
