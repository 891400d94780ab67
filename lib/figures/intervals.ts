import type { Figure } from "./figure";
import { vagueMagnitude } from "./number-words";
import { unitSize } from "./units";

/** What a figure allows: every value from `low` to `high`. */
export type Interval = { low: number; high: number };

/**
 * The values a figure allows, in the base unit of its measure. A vague one ("millions of dollars") allows from twice
 * its magnitude up to a thousand times it; an "about" is its own number (closeness is judged apart).
 */
export function intervalOf(figure: Figure): Interval {
  const size = unitSize(figure.measure, figure.unit) ?? 1;
  if (figure.bound === "vague") return vagueInterval(figure.verbatim);
  return {
    low: figure.low === null ? -Infinity : figure.low * size,
    high: figure.high === null ? Infinity : figure.high * size,
  };
}

function vagueInterval(verbatim: string): Interval {
  let magnitude = 1;
  for (const word of verbatim.toLowerCase().match(/\p{L}+/gu) ?? []) {
    magnitude *= vagueMagnitude(word) ?? vagueMagnitude(`${word}s`) ?? 1;
  }
  return magnitude === 1
    ? { low: -Infinity, high: Infinity }
    : { low: 2 * magnitude, high: 1000 * magnitude };
}

/** Whether some value fits both. */
export function overlap(a: Interval, b: Interval): boolean {
  return a.low <= b.high && b.low <= a.high;
}

/** How far apart two intervals that do not overlap are, at their nearest ends, and the larger over the smaller; null if they do. */
export function gapBetween(a: Interval, b: Interval): { difference: number; ratio: number } | null {
  if (overlap(a, b)) return null;
  const [below, above] = a.high < b.low ? [a.high, b.low] : [b.high, a.low];
  return { difference: Number((above - below).toPrecision(12)), ratio: above / below };
}

/** Whether both are the same values, but for binary dust. */
export function isSameInterval(a: Interval, b: Interval): boolean {
  return isClose(a.low, b.low) && isClose(a.high, b.high);
}

function isClose(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

/** How many digits of a number carry meaning: 15,500,000 has three. */
function significantDigits(value: number): number {
  const digits = Math.abs(value)
    .toPrecision(12)
    .replace(/e.*$/, "")
    .replace(".", "")
    .replace(/^0+/, "")
    .replace(/0+$/, "");
  return Math.max(1, digits.length);
}

/** Largest relative difference that rounding, or an "about", explains. */
const ROUNDING_MAX = 0.05;

/** Whether one single value is the other one rounded, or near enough to an "about". */
export function isRounding(a: number, b: number, isAbout: boolean): boolean {
  const difference = Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b), Number.MIN_VALUE);
  if (difference > ROUNDING_MAX) return false;
  if (isAbout) return true;
  const rounds = (exact: number, rounded: number) =>
    isClose(Number(exact.toPrecision(significantDigits(rounded))), rounded);
  return (
    (significantDigits(a) > significantDigits(b) && rounds(a, b)) ||
    (significantDigits(b) > significantDigits(a) && rounds(b, a))
  );
}
