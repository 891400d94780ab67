import { clockIn, dayNumber, sayMinute } from "@/lib/core/zoned-time";

const inDays = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  day: "numeric",
  month: "long",
  year: "numeric",
});

/**
 * A time as people say it, in a zone that is given so that server and browser agree: "28 June 2024", and with `now`
 * "today, 10:12" or "yesterday, 10:12". A date or a local time without zone is said as it was given.
 */
export function sayTime(iso: string, now?: string, timeZone = "UTC"): { words: string; exact: string } {
  const given = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::[\d.]+)?)?$/.exec(iso);
  const at = new Date(given ? `${given[1]}T00:00:00Z` : iso);
  if (Number.isNaN(at.getTime())) return { words: iso, exact: iso };
  if (given) {
    const date = inDays.format(at);
    const exact = given[2] ? `${given[2]} local time, zone not given` : "time not given";
    return { words: date, exact: `${date}, ${exact}` };
  }
  const clock = clockIn(timeZone, at);
  const time = clock.slice(11);
  const exact = sayMinute(timeZone, at);
  const days = now ? dayNumber(clockIn(timeZone, new Date(now))) - dayNumber(clock) : null;
  if (days === 0) return { words: `today, ${time}`, exact };
  if (days === 1) return { words: `yesterday, ${time}`, exact };
  if (days === -1) return { words: `tomorrow, ${time}`, exact };
  return { words: exact.slice(0, exact.indexOf(",")), exact };
}
