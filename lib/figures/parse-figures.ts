import { ofLastLongTexts } from "../core/last-long-texts";
import { offsetMap } from "../quotes/code-points";
import { sentenceSpans } from "../quotes/sentences";
import { joinSmallerPart, readAmount } from "./amounts";
import type { Amount } from "./amounts";
import { boundAfter, boundBefore, boundedBy } from "./bounds";
import { denialBefore } from "./denials";
import type { Bound, Figure } from "./figure";
import { isMasked, maskedSpans } from "./not-amounts";
import { scanNumbers } from "./scan-numbers";
import { attachPeriods } from "./attach-periods";
import { findPeriods } from "./periods";
import type { PeriodMention } from "./periods";
import { mergeBounds, mergeRanges } from "./ranges";
import { scopesOf } from "./scopes";
import { findVagueAmounts } from "./vague-amounts";
import { westernDigits } from "./western-digits";

/** A figure of one sentence, in UTF-16 units of the sentence, before period and scope. */
export type DraftFigure = {
  start: number;
  end: number;
  low: number | null;
  high: number | null;
  bound: Bound;
  measure: string;
  unit: string | null;
  counted: string;
};

/** Sentences longer than this, in code units, are read in pieces, so that one endless line stays linear. */
const PIECE_MAX = 4000;
const DIGIT = /[\d½¼¾⅓⅔]/;
/** Letters that stand in each number in words, and in few other words: looked for first, it takes a fraction of the time. */
const NUMBER_LETTERS =
  /one|two|three|four|five|six|seven|eight|nine|ten|elev|twel|teen|twenty|thirty|forty|fifty|half|quarter|third|zero|score|dozen|hundred|thousand|lakh|crore|illi/iu;
/** Most sentences hold no number at all: this spares them the rest. */
const NUMBER_WORD =
  /(?<!\p{L})(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|half|quarter|third|zero|tens|scores|dozens?|hundreds?|thousands?|lakh|crore|\p{L}+illi(?:on|ard)s?)(?!\p{L})/iu;

/**
 * Reads the figures that an English text asserts, in order: amounts, bounds, units, and the periods and scopes that
 * stand in the same sentence. Dates, times, labels and ordinals are not amounts. Of other languages it reads digits of any
 * script, and the words that multiply them or name their currency as far as the tables have them. Offsets are code points
 * and `verbatim` is the text between them. Never throws.
 */
export function parseFigures(text: string): Omit<Figure, "id">[] {
  return figuresOf(text).map((figure) => ({ ...figure }));
}

const figuresOf = ofLastLongTexts(readFigures);

/** Keeps what `parseFigures` made of a text in another process at hand. */
export function keepFigures(text: string, figures: Omit<Figure, "id">[]): void {
  figuresOf.keep(text, figures);
}

function readFigures(text: string): Omit<Figure, "id">[] {
  const map = offsetMap(text);
  const readable = westernDigits(text);
  const figures: Omit<Figure, "id">[] = [];
  for (const span of sentenceSpans(text)) {
    for (const piece of pieces(text, span)) {
      for (const figure of figuresOfSentence(readable.slice(piece.start, piece.end))) {
        const [from, to] = [piece.start + figure.start, piece.start + figure.end];
        const verbatim = text.slice(from, to);
        figures.push({ ...figure, verbatim, start: map.toCodePoint(from), end: map.toCodePoint(to) });
      }
    }
  }
  return figures;
}

function pieces(text: string, span: { start: number; end: number }): { start: number; end: number }[] {
  const cut: { start: number; end: number }[] = [];
  let { start } = span;
  while (span.end - start > PIECE_MAX) {
    const blank = text.lastIndexOf(" ", start + PIECE_MAX);
    const end = blank > start ? blank : start + PIECE_MAX;
    cut.push({ start, end });
    start = end;
  }
  cut.push({ start, end: span.end });
  return cut;
}

function figuresOfSentence(text: string): Omit<Figure, "id">[] {
  if (!DIGIT.test(text) && !(NUMBER_LETTERS.test(text) && NUMBER_WORD.test(text))) return [];
  const periods = findPeriods(text);
  const drafts = [...draftAmounts(text, periods), ...draftVague(text, periods)].sort(
    (a, b) => a.start - b.start,
  );
  const attached = attachPeriods(text, drafts, periods);
  const readable = withoutPeriodNouns(text, periods);
  const figures = drafts.map((draft, index) => {
    const previousEnd = drafts[index - 1]?.end ?? 0;
    const nextStart = drafts[index + 1]?.start ?? text.length;
    const { counted, ...rest } = draft;
    const scope = scopesOf({
      text: readable,
      start: draft.start,
      end: draft.end,
      previousEnd,
      nextStart,
      counted,
    });
    const { period = null, asOf = null } = attached[index] ?? {};
    return { ...rest, period, scope, asOf, verbatim: text.slice(draft.start, draft.end) };
  });
  return figures.length > 0 ? figures : yearRanges(text, periods);
}

/** Words that are a time would read as a place or product ("in the first quarter of 2023"): they become blind marks. */
function withoutPeriodNouns(text: string, periods: PeriodMention[]): string {
  return periods.reduce((rest, { start, end }) => {
    const words = text.slice(start, end);
    const isNoun =
      /quarter|months?|half|early|mid|late|start|middle|end|spring|summer|autumn|fall|winter|fiscal|year/i;
    return isNoun.test(words) ? rest.slice(0, start) + "\uFFFC".repeat(end - start) + rest.slice(end) : rest;
  }, text);
}

function draftAmounts(text: string, periods: PeriodMention[]): DraftFigure[] {
  const masked = [...maskedSpans(text), ...periods.map(({ start, end }) => ({ start, end }))];
  const amounts: Amount[] = [];
  for (const token of scanNumbers(text)) {
    if (isMasked(masked, token.start, token.end)) continue;
    const isBounded = boundBefore(text, token.start) !== null || boundAfter(text, token.end) !== null;
    const amount = readAmount(text, token, isBounded);
    const joined = joinSmallerPart(text, amounts[amounts.length - 1], token, amount);
    if (joined) amounts[amounts.length - 1] = joined;
    else if (amount) amounts.push(amount);
    else if (/^(?:\s?[-–—]\s?| to | and )/u.test(text.slice(token.end, token.end + 5)))
      amounts.push({ ...token, measure: "", unit: null, counted: "", token });
  }
  const drafts = mergeRanges(text, amounts).map((draft) => withBound(text, draft));
  return mergeBounds(text, drafts).map((draft) => withDenial(text, draft));
}

function draftVague(text: string, periods: PeriodMention[]): DraftFigure[] {
  return findVagueAmounts(text)
    .filter(({ start, end }) => !isMasked(periods, start, end))
    .map((vague) => ({ ...vague, low: null, high: null, bound: "vague" as const }));
}

/** Widens a single amount by the words that bound it. */
function withBound(text: string, draft: DraftFigure): DraftFigure {
  if (draft.bound === "range" || draft.low === null) return draft;
  const value = negated(text, draft);
  const before = boundBefore(text, value.start);
  const after = before ? null : (boundAfter(text, draft.end) ?? plusInside(text, draft));
  // "over five years" is a stretch of time, not a bound.
  const isDuring =
    draft.measure === "duration" &&
    before !== null &&
    /^over$/i.test(text.slice(before.at, before.at + 5).trim());
  const bound = isDuring ? "exact" : ((before ?? after)?.bound ?? "exact");
  const start = before && !isDuring ? before.at : value.start;
  const end = Math.max(draft.end, after?.at ?? 0);
  return { ...draft, ...boundedBy(bound, value.low), start, end, bound };
}

/** "Not $34 million", "did not sell 40 cars": what is denied keeps its "not". */
function withDenial(text: string, draft: DraftFigure): DraftFigure {
  const at = denialBefore(text, draft.start);
  return at === null ? draft : { ...draft, start: at };
}

/** "100+ cars", "20-odd ships": the bound stands between number and noun. */
function plusInside(text: string, draft: DraftFigure): ReturnType<typeof boundAfter> {
  const said = text.slice(draft.start, draft.end);
  for (const { index } of said.matchAll(/\+|-odd|[- ]plus| or (?:more|less|fewer|so)/gu)) {
    const before = said.slice(0, index);
    if (/\s/.test(before)) return null;
    if (/\d[.,]*$/.test(before)) return boundAfter(text, draft.start + index);
  }
  return null;
}

/** "-5%", "minus five degrees": a sign that stands free. */
function negated(text: string, draft: DraftFigure): { low: number; start: number } {
  const low = draft.low ?? 0;
  const sign = /(?:^|[\s(])([-−–]|(?:minus|negative) )$/iu.exec(
    text.slice(Math.max(0, draft.start - 10), draft.start),
  );
  return sign?.[1] && low !== 0
    ? { low: -low, start: draft.start - sign[1].length }
    : { low, start: draft.start };
}

/** Without an amount in the sentence, a span of years is itself what is asserted ("built 2018–2023"). */
function yearRanges(text: string, periods: PeriodMention[]): Omit<Figure, "id">[] {
  return periods
    .filter(({ kind }) => kind === "years")
    .map(({ start, end, period }) => ({
      start,
      end,
      low: Number(period.from?.slice(0, 4)),
      high: Number(period.to?.slice(0, 4)),
      bound: "range" as const,
      measure: "year",
      unit: null,
      period,
      scope: [],
      asOf: null,
      verbatim: text.slice(start, end),
    }));
}
