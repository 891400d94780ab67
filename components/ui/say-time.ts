const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const dayMs = 86_400_000;

/**
 * A time as people say it, always in UTC so that server and browser agree: "28 June 2024", and with `now`
 * "10:12" for today and "yesterday, 10:12". A date or a local time without zone is said as it was given.
 */
export function sayTime(iso: string, now?: string): { words: string; exact: string } {
  const given = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2})(?::[\d.]+)?)?$/.exec(iso);
  if (given) {
    const date = sayDate(Number(given[1]), Number(given[2]) - 1, Number(given[3]));
    return given[4]
      ? { words: date, exact: `${date}, ${given[4]} local time, zone not given` }
      : { words: date, exact: `${date}, time not given` };
  }
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return { words: iso, exact: iso };
  const clock = at.toISOString().slice(11, 16);
  const date = sayDate(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());
  const exact = `${date}, ${clock} UTC`;
  const days = now ? Math.floor(Date.parse(now) / dayMs) - Math.floor(at.getTime() / dayMs) : null;
  if (days === 0) return { words: clock, exact };
  if (days === 1) return { words: `yesterday, ${clock}`, exact };
  if (days === -1) return { words: `tomorrow, ${clock}`, exact };
  return { words: date, exact };
}

function sayDate(year: number, month: number, day: number): string {
  return `${day} ${months[month] ?? "?"} ${year}`;
}
