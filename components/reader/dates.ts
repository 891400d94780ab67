import type { ReaderWords } from "@/lib/words/reader";

type Words = Pick<ReaderWords, "locale" | "dates">;

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

/** The day stays on the line of its month, and a short word after the year, as in "2024 р.", on that of the year. */
function keptTogether(date: string): string {
  return date.replace(/^(\d{1,2})\s/, "$1\u00a0").replace(/(\d)\s(\p{L}{1,2}\.)$/u, "$1\u00a0$2");
}

function dayWords({ year, month, day }: GivenDate, { locale }: Words): string {
  if (month === null) return String(year);
  const shown: Intl.DateTimeFormatOptions = { year: "numeric", month: "long", timeZone: "UTC" };
  const format = new Intl.DateTimeFormat(locale, day === null ? shown : { ...shown, day: "numeric" });
  // Years below 100 are years of the first century here, not of the twentieth.
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day ?? 1);
  return keptTogether(format.format(at));
}

/** The day as it stands after "since" and "up to": where a language bends its months, as beside a day of the month. */
function boundWords(iso: string, words: Words): string {
  const date = readDate(iso);
  if (date === null || date.month === null || date.day !== null) return peopleDay(iso, words);
  const { year, month } = date;
  const parts = new Intl.DateTimeFormat(words.locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).formatToParts(Date.UTC(year, month - 1, 1));
  const at = parts.findIndex(({ type }) => type === "day");
  const kept = parts.filter((_part, index) => index !== at && index !== at + 1);
  return keptTogether(kept.map(({ value }) => value).join(""));
}

/** "28 June 2024"; what cannot be read is given back as it came. */
export function peopleDay(iso: string, words: Words): string {
  const date = readDate(iso);
  return date === null ? iso : dayWords(date, words);
}

/** "28 June 2024, 16:20 UTC", or "28 June 2024, 14:26 (no time zone given)", or just the day. */
export function peopleDate(iso: string, words: Words): string {
  const date = readDate(iso);
  if (date === null) return iso;
  if (date.time === null) return dayWords(date, words);
  const at = `${dayWords(date, words)}, ${date.time}`;
  return date.zone === "utc" ? `${at}\u00a0UTC` : words.dates.withoutZone(at);
}

/** "14:10 UTC" when `iso` falls on the same day as `day`, else the whole date. */
export function peopleTimeOn(iso: string, day: string, words: Words): string {
  const date = readDate(iso);
  if (date === null || date.time === null || peopleDay(iso, words) !== peopleDay(day, words))
    return peopleDate(iso, words);
  return date.zone === "utc" ? `${date.time}\u00a0UTC` : date.time;
}

function isWholeYears(from: string, to: string): boolean {
  return (from.length === 4 || from.endsWith("-01-01")) && (to.length === 4 || to.endsWith("-12-31"));
}

/** The month alone where a bound is its first day or, of an end, its last: the day was counted, nobody named it. */
function monthOf(iso: string, side: "from" | "to"): string {
  const date = readDate(iso);
  if (!date?.month || date.day === null || date.time !== null) return iso;
  const last = new Date(Date.UTC(date.year, date.month, 0)).getUTCDate();
  return date.day === (side === "from" ? 1 : last) ? iso.slice(0, 7) : iso;
}

/** "2018–2023", "2023", "since 2018", "up to June 2024", "since 24 February 2022"; "not given" when both sides are open. */
export function peoplePeriod(
  period: { from: string | null; to: string | null } | null,
  words: Words,
): string {
  const from = period?.from ?? null;
  const to = period?.to ?? null;
  if (from === null && to === null) return words.dates.notGiven;
  if (from === null)
    return words.dates.upTo(
      to?.endsWith("-12-31") === true ? to.slice(0, 4) : boundWords(monthOf(to ?? "", "to"), words),
    );
  if (to === null)
    return words.dates.since(
      from.endsWith("-01-01") ? from.slice(0, 4) : boundWords(monthOf(from, "from"), words),
    );
  if (isWholeYears(from, to)) {
    const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
    return first === last ? first : `${first}–${last}`;
  }
  return from === to
    ? peopleDay(from, words)
    : words.dates.fromTo(peopleDay(from, words), peopleDay(to, words));
}
