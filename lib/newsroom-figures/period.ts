import { fail, ok, type Result } from "../core/result";
import { clockIn, firstInstantIn } from "../core/zoned-time";

/**
 * Whole calendar months on the newsroom's clocks, both named ones included: when each of them begins, and `from` and `until`
 * (exclusive), the edges of them all.
 */
export type Period = {
  first: string;
  last: string;
  months: string[];
  begins: Date[];
  from: Date;
  until: Date;
};

/** Months a period may have at most: five years are still drawn legibly. */
export const mostMonths = 60;

const shape = /^(20\d{2})-(0[1-9]|1[0-2])$/;

/** Months since year 0 of "2026-11". */
function numberOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function monthOfNumber(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`;
}

/** The month that the clocks of a zone show at a time: "2026-11". */
export function monthAt(timeZone: string, time: Date): string {
  return clockIn(timeZone, time).slice(0, 7);
}

function periodOf(timeZone: string, first: string, last: string): Period {
  const months = Array.from({ length: numberOf(last) - numberOf(first) + 1 }, (_, index) =>
    monthOfNumber(numberOf(first) + index),
  );
  const edge = (month: string) => firstInstantIn(timeZone, `${month}-01T00:00`);
  const until = edge(monthOfNumber(numberOf(last) + 1));
  return { first, last, months, begins: months.map(edge), from: edge(first), until };
}

/** The twelve months up to and with the one of `now`, in the time zone named. */
export function lastTwelveMonths(now: Date, timeZone: string): Period {
  const last = monthAt(timeZone, now);
  return periodOf(timeZone, monthOfNumber(numberOf(last) - 11), last);
}

/** Periods to go to at one click, the longest habit first. */
export function usualPeriods(now: Date, timeZone: string): { label: string; first: string; last: string }[] {
  const last = monthAt(timeZone, now);
  const year = Number(last.slice(0, 4));
  return [
    { label: "12 months", first: monthOfNumber(numberOf(last) - 11), last },
    { label: "3 months", first: monthOfNumber(numberOf(last) - 2), last },
    { label: "this year", first: `${year}-01`, last },
    { label: "last year", first: `${year - 1}-01`, last: `${year - 1}-12` },
    { label: "5 years", first: monthOfNumber(numberOf(last) - mostMonths + 1), last },
  ];
}

/**
 * The period that an address asks for; twelve months when it asks for none. 422 `bad-period` for what is no month, stands
 * in the wrong order or is longer than `mostMonths`.
 */
export function readPeriod(
  asked: { from?: string; to?: string },
  now: Date,
  timeZone: string,
): Result<Period> {
  if (asked.from === undefined && asked.to === undefined) return ok(lastTwelveMonths(now, timeZone));
  const last = asked.to ?? monthAt(timeZone, now);
  const first = asked.from ?? (shape.test(last) ? monthOfNumber(numberOf(last) - 11) : "");
  if (!shape.test(first)) return refused("from", "Write the first month as year and month, such as 2026-03.");
  if (!shape.test(last)) return refused("to", "Write the last month as year and month, such as 2026-11.");
  const count = numberOf(last) - numberOf(first) + 1;
  if (count < 1) return refused("to", "The last month is before the first.");
  if (count > mostMonths) return refused("from", `That is more than ${mostMonths} months. Choose fewer.`);
  return ok(periodOf(timeZone, first, last));
}

function refused(field: string, message: string): Result<Period> {
  return fail({
    kind: "invalid",
    code: "bad-period",
    detail: message,
    issues: [{ code: "bad-period", field, message }],
  });
}
