const dayMs = 86_400_000;

const inDays = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  day: "numeric",
  month: "long",
  year: "numeric",
});

/**
 * A time as people say it, always in UTC so that server and browser agree: "28 June 2024", and with `now`
 * "10:12" for today and "yesterday, 10:12". A date or a local time without zone is said as it was given.
 */
export function sayTime(iso: string, now?: string): { words: string; exact: string } {
  const given = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::[\d.]+)?)?$/.exec(iso);
  const at = new Date(given ? `${given[1]}T00:00:00Z` : iso);
  if (Number.isNaN(at.getTime())) return { words: iso, exact: iso };
  const date = inDays.format(at);
  if (given) {
    const exact = given[2] ? `${given[2]} local time, zone not given` : "time not given";
    return { words: date, exact: `${date}, ${exact}` };
  }
  const clock = at.toISOString().slice(11, 16);
  const exact = `${date}, ${clock} UTC`;
  const days = now ? Math.floor(Date.parse(now) / dayMs) - Math.floor(at.getTime() / dayMs) : null;
  if (days === 0) return { words: clock, exact };
  if (days === 1) return { words: `yesterday, ${clock}`, exact };
  if (days === -1) return { words: `tomorrow, ${clock}`, exact };
  return { words: date, exact };
}
