import { dayMs } from "../core/durations";
import { isEnoughForMedian } from "../newsroom-figures/figures";

/** Weeks of the half year that the IFCN code looks back on. */
export const halfYearWeeks = 26;

const inMonths = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", month: "long", year: "numeric" });

/** Months such as "2026-11", oldest first, as people say them: "May 2026, November 2026 to January 2027". */
export function sayMonths(months: readonly string[]): string {
  const runs: [first: string, last: string][] = [];
  const numberOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  for (const month of months) {
    const run = runs.at(-1);
    if (run && numberOf(month) === numberOf(run[1]) + 1) run[1] = month;
    else runs.push([month, month]);
  }
  const say = (month: string) => inMonths.format(new Date(`${month}-01T00:00:00Z`));
  return runs
    .map(([first, last]) => (first === last ? say(first) : `${say(first)} to ${say(last)}`))
    .join(", ");
}

/** Of 26 weeks of seven days up to `asOf`, how many times fall into each; the oldest week first. */
export function weeklyCounts(times: readonly string[], asOf: string): number[] {
  const counts = Array.from({ length: halfYearWeeks }, () => 0);
  for (const time of times) {
    const weeksAgo = Math.floor((Date.parse(asOf) - Date.parse(time)) / (7 * dayMs));
    if (weeksAgo >= 0 && weeksAgo < halfYearWeeks) counts[halfYearWeeks - 1 - weeksAgo]! += 1;
  }
  return counts;
}

/** Whole days between two times, rounded down. */
export function daysBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** The middle value, the mean of the two middle ones where their number is even; null of too few to tell one of. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (!isEnoughForMedian(sorted.length)) return null;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
