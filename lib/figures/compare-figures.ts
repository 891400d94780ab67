import type { ComparisonClass } from "../claims/dossier";
import { productName, rateDifference, scopeDifference } from "./compare-scopes";
import type { Figure } from "./figure";
import { formatFigure, formatPeriod } from "./format-figure";
import { intervalOf, isRounding, isSameInterval, overlap } from "./intervals";
import { unitSize } from "./units";

/** A suggested class with its reason in plain words. */
export type FigureComparison = { class: ComparisonClass; explanation: string };

/** Whether both figures come from one report: then agreement is no second check. */
export type ComparisonContext = { sameReport: boolean };

const NO_SECOND_CHECK = " Both come from the same report, so this is no second check.";

/**
 * Compares two figures, after DOMAIN "The figure ledger": measure, then scope, then period, then values. Null when they
 * do not measure the same thing, so that there is nothing to compare. Deterministic; a person confirms.
 */
export function compareFigures(a: Figure, b: Figure, context: ComparisonContext): FigureComparison | null {
  const measure = measureRelation(a, b);
  if (measure === "unrelated") return null;
  const pair = `${formatFigure(a)} and ${formatFigure(b)}`;
  if (measure) return { class: "different-measure", explanation: `${pair}: ${measure}` };
  const rate = rateDifference(a, b);
  if (rate) return { class: "different-measure", explanation: `${pair}: ${rate}` };
  const scope = scopeDifference(a, b);
  const period = periodDifference(a, b);
  if (scope) {
    const also = period ? ` The periods differ too: ${period}.` : "";
    return { class: "different-scope", explanation: `${pair} do not cover the same. ${scope}${also}` };
  }
  if (period)
    return { class: "different-period", explanation: `${pair} are for different times: ${period}.` };
  return compareValues(a, b, context);
}

/** "unrelated", the words of a difference of measure, or null when both measure the same in comparable units. */
function measureRelation(a: Figure, b: Figure): string | null {
  const measures = [a.measure, b.measure].sort().join(" ");
  if (measures === "percent percentage-points")
    return "one is a percentage, the other a difference in percentage points.";
  if (a.measure !== b.measure) return "unrelated";
  if (a.measure === "money") return currencyRelation(a, b);
  if (a.measure === "count") return isSameThing(a, b) ? null : "unrelated";
  if (a.unit === b.unit) return null;
  const isConvertible = unitSize(a.measure, a.unit) !== null && unitSize(b.measure, b.unit) !== null;
  return isConvertible ? null : "unrelated";
}

function currencyRelation(a: Figure, b: Figure): string | null {
  if (a.unit === b.unit) return null;
  if (a.unit === null || b.unit === null) return "one of them does not say in which currency.";
  return `one is in ${a.unit}, the other in ${b.unit}; the exchange rate and its date decide.`;
}

/** Counts compare when the nouns are the same thing, or one side names none. */
function isSameThing(a: Figure, b: Figure): boolean {
  if (a.unit === null || b.unit === null) return a.unit !== null || b.unit !== null || overlapsScope(a, b);
  return productName(a.unit) === productName(b.unit);
}

function overlapsScope(a: Figure, b: Figure): boolean {
  return a.scope.some((item) => b.scope.includes(item));
}

/** The two periods in words when both are stated and differ; an unstated period is never held against a figure. */
function periodDifference(a: Figure, b: Figure): string | null {
  if (!a.period || !b.period) return null;
  if (a.period.from === b.period.from && a.period.to === b.period.to) return null;
  return `${formatPeriod(a.period)} against ${formatPeriod(b.period)}`;
}

function compareValues(a: Figure, b: Figure, { sameReport }: ComparisonContext): FigureComparison {
  const [first, second] = [intervalOf(a), intervalOf(b)];
  const [nameA, nameB] = [formatFigure(a), formatFigure(b)];
  const same = sameReport ? NO_SECOND_CHECK : "";
  const isBothVague = a.bound === "vague" && b.bound === "vague";
  if (isSameInterval(first, second) && !isBothVague && a.bound === b.bound)
    return { class: "equal", explanation: `Both say ${nameA}.${same}` };
  const isSingle = (figure: Figure) => figure.low !== null && figure.low === figure.high;
  if (isSingle(a) && isSingle(b)) {
    const isAbout = a.bound === "about" || b.bound === "about";
    if (isSameInterval(first, second) || isRounding(first.low, second.low, isAbout))
      return { class: "rounding", explanation: `${nameA} and ${nameB} are the same, rounded.${same}` };
  } else if (overlap(first, second) || isNearBound(a, b)) {
    return { class: "compatible", explanation: `${nameA} and ${nameB} can both be true.${same}` };
  }
  return {
    class: "contradiction",
    explanation: `${nameA} and ${nameB} cannot both be true${unstated(a, b)}.`,
  };
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

function unstated(a: Figure, b: Figure): string {
  const missing: string[] = [];
  if (!a.period !== !b.period) missing.push("period");
  if ((a.scope.length === 0) !== (b.scope.length === 0)) missing.push("scope");
  return missing.length === 0
    ? ""
    : `, unless the ${missing.join(" or ")} that one of them leaves out differs`;
}
