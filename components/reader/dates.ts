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

/** A date as it was given: with a zone it is told in UTC, without one it stays the local time it is. */
export type GivenDate = {
  year: number;
  month: number | null;
  day: number | null;
  /** `HH:MM`. */
  time: string | null;
  zone: "utc" | "none";
};

const pattern =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

function isRealDay(year: number, month: number | null, day: number | null): boolean {
  if (month === null) return true;
  if (month < 1 || month > 12) return false;
  return day === null || (day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate());
}

/** Reads an ISO 8601 year, month, day or time; `null` when it is none of these. */
export function readDate(iso: string): GivenDate | null {
  const found = pattern.exec(iso.trim());
  if (found === null) return null;
  const [, y, m, d, hour, minute, zone] = found;
  const year = Number(y);
  const month = m === undefined ? null : Number(m);
  const day = d === undefined ? null : Number(d);
  if (!isRealDay(year, month, day)) return null;
  if (hour === undefined || minute === undefined) return { year, month, day, time: null, zone: "none" };
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  if (zone === undefined) return { year, month, day, time: `${hour}:${minute}`, zone: "none" };
  const at = new Date(iso.trim().replace(" ", "T"));
  if (Number.isNaN(at.getTime())) return null;
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    time: at.toISOString().slice(11, 16),
    zone: "utc",
  };
}

function dayWords(date: GivenDate): string {
  if (date.month === null) return String(date.year);
  const month = months[date.month - 1] ?? "";
  return date.day === null ? `${month} ${date.year}` : `${date.day} ${month} ${date.year}`;
}

/** "28 June 2024"; what cannot be read is given back as it came. */
export function peopleDay(iso: string): string {
  const date = readDate(iso);
  return date === null ? iso : dayWords(date);
}

/** "28 June 2024, 16:20 UTC", or "28 June 2024, 14:26 (no time zone given)", or just the day. */
export function peopleDate(iso: string): string {
  const date = readDate(iso);
  if (date === null) return iso;
  if (date.time === null) return dayWords(date);
  return `${dayWords(date)}, ${date.time}${date.zone === "utc" ? " UTC" : " (no time zone given)"}`;
}

/** "14:10 UTC" when `iso` falls on the same day as `day`, else the whole date. */
export function peopleTimeOn(iso: string, day: string): string {
  const date = readDate(iso);
  if (date === null || date.time === null || peopleDay(iso) !== peopleDay(day)) return peopleDate(iso);
  return date.zone === "utc" ? `${date.time} UTC` : date.time;
}

function isWholeYears(from: string, to: string): boolean {
  return (from.length === 4 || from.endsWith("-01-01")) && (to.length === 4 || to.endsWith("-12-31"));
}

/** "2018–2023", "2023", "since 2018", "up to 30 June 2024"; "not given" when both sides are open. */
export function peoplePeriod(period: { from: string | null; to: string | null } | null): string {
  const from = period?.from ?? null;
  const to = period?.to ?? null;
  if (from === null && to === null) return "not given";
  if (from === null) return `up to ${to?.endsWith("-12-31") === true ? to.slice(0, 4) : peopleDay(to ?? "")}`;
  if (to === null) return `since ${from.endsWith("-01-01") ? from.slice(0, 4) : peopleDay(from)}`;
  if (isWholeYears(from, to)) {
    const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
    return first === last ? first : `${first}–${last}`;
  }
  return from === to ? peopleDay(from) : `${peopleDay(from)} to ${peopleDay(to)}`;
}
