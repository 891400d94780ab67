import type { ComparisonClass } from "../claims/dossier";
import { productName, rateDifference, scopeDifference } from "./compare-scopes";
import { isDenied } from "./denials";
import type { Figure } from "./figure";
import { formatAmount, formatFigure, formatPeriod } from "./format-figure";
import { gapBetween, intervalOf, isRounding, isSameInterval, overlap } from "./intervals";
import { unitSize } from "./units";

/** A suggested class with its reason in plain words. */
export type FigureComparison = { class: ComparisonClass; explanation: string };

/**
 * Compares two figures, after DOMAIN "The figure ledger": measure, then rate, then scope, then period, then values. Null
 * when they do not measure the same thing, so that there is nothing to compare. Nothing is converted between currencies.
 * Deterministic; a person confirms.
 */
export function compareFigures(a: Figure, b: Figure): FigureComparison | null {
  const measure = measureRelation(a, b);
  if (measure === "unrelated") return null;
  const pair = `${formatFigure(a)} and ${formatFigure(b)}`;
  const different = measure ?? rateDifference(a, b);
  if (different) return { class: "different-measure", explanation: `${pair}: ${different}.` };
  const scope = scopeDifference(a, b);
  const period = periodDifference(a, b);
  if (scope) {
    const also = period ? ` The times differ too: ${period}.` : "";
    return { class: "different-scope", explanation: `${pair}: ${scope}, not the same thing.${also}` };
  }
  if (period) return { class: "different-period", explanation: `${pair}: ${period}, not the same time.` };
  return isDenied(a) === isDenied(b) ? compareValues(a, b) : compareDenied(a, b);
}

/** "unrelated", the words of a difference of measure, or null when both measure the same in comparable units. */
function measureRelation(a: Figure, b: Figure): string | null {
  const measures = [a.measure, b.measure].sort().join(" ");
  if (measures === "percent percentage-points")
    return "a share in percent is not a difference in percentage points";
  if (a.measure !== b.measure) return "unrelated";
  if (a.measure === "money") return currencyRelation(a, b);
  if (a.measure === "count") return isSameThing(a, b) ? null : "unrelated";
  if (a.unit === b.unit) return null;
  const isConvertible = unitSize(a.measure, a.unit) !== null && unitSize(b.measure, b.unit) !== null;
  return isConvertible ? null : "unrelated";
}

function currencyRelation(a: Figure, b: Figure): string | null {
  if (a.unit === b.unit) return null;
  if (a.unit === null || b.unit === null) return "one of them does not say in which currency";
  return `${a.unit} against ${b.unit}, not converted here; the exchange rate and the date it is taken from decide`;
}

/** Counts compare when the nouns are the same thing, or one side names none. */
function isSameThing(a: Figure, b: Figure): boolean {
  if (a.unit === null || b.unit === null) return a.unit !== null || b.unit !== null || overlapsScope(a, b);
  return productName(a.unit) === productName(b.unit);
}

function overlapsScope(a: Figure, b: Figure): boolean {
  return a.scope.some((item) => b.scope.includes(item));
}

/** The times in words when both are stated and differ; one that is not stated is never held against a figure. */
function periodDifference(a: Figure, b: Figure): string | null {
  const [first, second] = [timeOf(a), timeOf(b)];
  if (!first || !second) return null;
  if (!a.period || !b.period) {
    // A state of knowledge fits any time that it lies in.
    if (isWithin(first, second) || isWithin(second, first)) return null;
    const words = (figure: Figure, time: Period) => `${figure.period ? "" : "as of "}${formatPeriod(time)}`;
    return `${words(a, first)} against ${words(b, second)}`;
  }
  if (first.from === second.from && first.to === second.to) return null;
  const [one, other] = [formatPeriod(first), formatPeriod(second)];
  if (isWithin(first, second)) return `${one} is a part of ${other}`;
  return isWithin(second, first) ? `${other} is a part of ${one}` : `${one} against ${other}`;
}

type Period = NonNullable<Figure["period"]>;
const timeOf = ({ period, asOf }: Figure): Period | null =>
  period ?? (asOf ? { from: asOf, to: asOf } : null);
const isWithin = (part: Period, whole: Period) =>
  (whole.from === null || (part.from !== null && part.from >= whole.from)) &&
  (whole.to === null || (part.to !== null && part.to <= whole.to));

const isSingle = (figure: Figure) => figure.low !== null && figure.low === figure.high;

function compareValues(a: Figure, b: Figure): FigureComparison {
  const [first, second] = [intervalOf(a), intervalOf(b)];
  const [nameA, nameB] = [formatFigure(a), formatFigure(b)];
  const isBothVague = a.bound === "vague" && b.bound === "vague";
  if (isSameInterval(first, second) && !isBothVague && a.bound === b.bound)
    return { class: "equal", explanation: nameA === nameB ? `Both say ${nameA}.` : `${nameA} is ${nameB}.` };
  if (isSingle(a) && isSingle(b)) {
    const isAbout = a.bound === "about" || b.bound === "about";
    if (isSameInterval(first, second) || isRounding(first.low, second.low, isAbout))
      return { class: "rounding", explanation: `${nameA} and ${nameB} are the same, rounded.` };
  } else if (overlap(first, second) || isNearBound(a, b)) {
    return { class: "compatible", explanation: `${nameA} and ${nameB} can both be true.` };
  }
  const apart = apartWords(a, b);
  return {
    class: "contradiction",
    explanation: `${nameA} and ${nameB} cannot both be true${unstated(a, b)}${apart}.`,
  };
}

/** What one side denies and the other says: the same number contradicts, another is left open. */
function compareDenied(a: Figure, b: Figure): FigureComparison {
  const agreement = compareValues(a, b).class;
  const pair = `${formatFigure(a)} and ${formatFigure(b)}`;
  return agreement === "contradiction"
    ? { class: "compatible", explanation: `${pair} can both be true: one only says what it was not.` }
    : { class: "contradiction", explanation: `${pair} cannot both be true: one denies what the other says.` };
}

/** An "about" just outside a bound does not contradict it: about 98 against at least 100. */
function isNearBound(a: Figure, b: Figure): boolean {
  const [loose, other] = a.bound === "about" ? [a, b] : [b, a];
  if (loose.bound !== "about" || loose.low === null) return false;
  const edge = other.low ?? other.high;
  return (
    edge !== null && isRounding(loose.low, edge, true) && Math.abs(loose.low - edge) <= 0.02 * Math.abs(edge)
  );
}

/** ": $18.5M apart", and the slips that a factor of a thousand or a million points to. */
function apartWords(a: Figure, b: Figure): string {
  const gap = gapBetween(intervalOf(a), intervalOf(b));
  if (!gap || !Number.isFinite(gap.difference)) return "";
  const inUnit = { ...a, bound: "exact" as const };
  const size = unitSize(a.measure, a.unit) ?? 1;
  const apart = `: ${formatAmount(gap.difference / size, inUnit)} apart`;
  return [1e3, 1e6].some((slip) => Math.abs(gap.ratio / slip - 1) < 1e-6)
    ? `${apart}, exactly ${gap.ratio > 2e3 ? "a million" : "a thousand"} times; look for million against billion, a long-scale billion, or 1.000 against 1,000`
    : apart;
}

function unstated(a: Figure, b: Figure): string {
  const missing: string[] = [];
  if (!a.period !== !b.period) missing.push("period");
  if ((a.scope.length === 0) !== (b.scope.length === 0)) missing.push("scope");
  return missing.length === 0
    ? ""
    : `, unless the ${missing.join(" or ")} that one of them leaves out differs`;
}

/** What a class that a person chose says of two figures, for when the rule's own reason no longer fits. */
export function explainClass(chosen: ComparisonClass, a: Figure, b: Figure): string {
  const meaning: Record<ComparisonClass, string> = {
    equal: "say the same",
    compatible: "can both be true",
    rounding: "are the same, rounded",
    "different-period": "are for different times",
    "different-scope": "do not cover the same thing",
    "different-measure": "do not measure the same",
    contradiction: "cannot both be true",
  };
  return `${formatFigure(a)} and ${formatFigure(b)} ${meaning[chosen]}.`;
}
