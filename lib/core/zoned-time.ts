import { dayMs, minuteMs } from "./durations";
import { fail, ok, type Result } from "./result";

const local = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::\d{2})?$/;

/** Whether the name is a time zone of the IANA database that this program knows, such as "Europe/Kyiv". */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return /^[A-Za-z_+\-/0-9]+$/.test(name);
  } catch {
    return false;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs more than a thousand uses of it, and lists say many times. */
function inDigits(timeZone: string): Intl.DateTimeFormat {
  const made = formats.get(timeZone);
  if (made) return made;
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  formats.set(timeZone, format);
  return format;
}

/** What the clocks of a zone show at an instant, as `YYYY-MM-DDTHH:MM`: the value of a `datetime-local` field. */
export function clockIn(timeZone: string, at: Date): string {
  const parts = inDigits(timeZone).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return `${of("year").padStart(4, "0")}-${of("month")}-${of("day")}T${of("hour")}:${of("minute")}`;
}

/** The number of the day that clocks show (`YYYY-MM-DD…`), so that it can be said how many days two lie apart. */
export function dayNumber(clock: string): number {
  return Date.parse(`${clock.slice(0, 10)}T00:00:00Z`) / dayMs;
}

/**
 * The instant at which a zone's clocks show a local time (`YYYY-MM-DDTHH:MM`, seconds dropped). A time that the clocks
 * skip, or show twice, is refused with the way out, at `field`: whoever plans something for it must say what they mean.
 */
export function instantIn(timeZone: string, wanted: string, field: string): Result<Date> {
  const refuse = (code: string, detail: string) =>
    fail({ kind: "invalid", code, detail, issues: [{ code, field, message: detail }] });
  const match = local.exec(wanted);
  if (!match) return refuse("time-malformed", "Write a day and a time, such as 2024-06-29T06:00.");
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  const plain = wanted.slice(0, 16);
  if (new Date(asUtc).toISOString().slice(0, 16) !== plain)
    return refuse("time-malformed", "There is no such day or time.");
  const candidates = instantsOf(timeZone, plain, asUtc);
  if (candidates.length === 1) return ok(new Date(candidates[0]!));
  return candidates.length === 0
    ? refuse("time-skipped", skipped(timeZone, plain, asUtc))
    : refuse("time-twice", shownTwice(timeZone, plain));
}

/** Each instant at which the clocks show `plain`: one, none where they skip it, two where they show it twice. */
function instantsOf(timeZone: string, plain: string, asUtc: number): number[] {
  // An offset from UTC that holds within a day of it leads to each instant there is.
  return [...new Set([-dayMs, dayMs].map((away) => asUtc - offsetMs(timeZone, asUtc + away)))]
    .filter((at) => clockIn(timeZone, new Date(at)) === plain)
    .sort((a, b) => a - b);
}

/**
 * The first instant at which a zone's clocks show a local time (`YYYY-MM-DDTHH:MM`), for what must have one: of a time that
 * comes twice the earlier, of one that is skipped the instant it would have been, had the clocks stayed.
 */
export function firstInstantIn(timeZone: string, plain: string): Date {
  const asUtc = Date.parse(`${plain}:00Z`);
  const [first] = instantsOf(timeZone, plain, asUtc);
  return new Date(first ?? asUtc - offsetMs(timeZone, asUtc - dayMs));
}

/**
 * One of the instants that a local time can mean: ISO 8601 in UTC, in words "03:30 summer time (UTC+3)", and as whoever
 * types it says which, "2024-10-27 03:30 +03:00".
 */
export type Reading = { at: string; words: string; typed: string };

/** The two instants at which a zone's clocks show a local time (`YYYY-MM-DDTHH:MM`), the earlier first; empty for any that comes once, or never. */
export function readingsOf(timeZone: string, wanted: string): Reading[] {
  const plain = wanted.slice(0, 16);
  const asUtc = Date.parse(`${plain}:00Z`);
  if (!local.test(wanted) || Number.isNaN(asUtc)) return [];
  const instants = instantsOf(timeZone, plain, asUtc);
  if (instants.length < 2) return [];
  const offsets = instants.map((at) => offsetMs(timeZone, at));
  const year = plain.slice(0, 4);
  const ofYear = ["01", "07"].map((month) => offsetMs(timeZone, Date.parse(`${year}-${month}-01T00:00:00Z`)));
  // A country may also put its clocks back for good; that is no summer.
  const isSummerOver = offsets[0] === Math.max(...ofYear) && offsets[1] === Math.min(...ofYear);
  const names = isSummerOver
    ? ["summer time", "winter time"]
    : ["before the clocks change", "after the clocks change"];
  return instants.map((at, index) => ({
    at: new Date(at).toISOString(),
    words: `${plain.slice(11)} ${names[index]} (${sayOffset(offsets[index]!)})`,
    typed: `${plain.replace("T", " ")} ${isoOffset(offsets[index]!)}`,
  }));
}

/** "UTC+3", "UTC−2:30", "UTC". */
function sayOffset(offset: number): string {
  const minutes = Math.abs(offset) / minuteMs;
  if (minutes === 0) return "UTC";
  const past = minutes % 60 ? `:${String(minutes % 60).padStart(2, "0")}` : "";
  return `UTC${offset < 0 ? "−" : "+"}${Math.floor(minutes / 60)}${past}`;
}

/** "+03:00", "-02:30", "+00:00". */
function isoOffset(offset: number): string {
  const minutes = Math.abs(offset) / minuteMs;
  const two = (part: number) => String(part).padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function offsetMs(timeZone: string, at: number): number {
  return Date.parse(`${clockIn(timeZone, new Date(at))}:00Z`) - Math.floor(at / minuteMs) * minuteMs;
}

function skipped(timeZone: string, plain: string, asUtc: number): string {
  const before = offsetMs(timeZone, asUtc - dayMs);
  const resumes = clockIn(timeZone, new Date(asUtc - before));
  return `The clocks go forward in ${timeZone} that night, and ${plain.slice(11)} is skipped. ${resumes.slice(11)} comes at that moment: choose that, or another time.`;
}

function shownTwice(timeZone: string, plain: string): string {
  const ways = readingsOf(timeZone, plain).map(({ typed, words }) => `“${typed}” for ${words}`);
  return `The clocks go back in ${timeZone} that night, and ${plain.slice(11)} comes twice. Write ${ways.join(", or ")}.`;
}

const inDays = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  day: "numeric",
  month: "long",
  year: "numeric",
});

/** What a zone is called behind a time. */
const zoneBehind = (timeZone: string) => (timeZone === "UTC" ? "UTC" : `(${timeZone})`);

/** A minute in a zone: "28 June 2024, 16:00 UTC", "28 June 2024, 19:00 (Europe/Kyiv)". */
export function sayMinute(timeZone: string, at: Date): string {
  const clock = clockIn(timeZone, at);
  return `${inDays.format(new Date(`${clock}:00Z`))}, ${clock.slice(11)} ${zoneBehind(timeZone)}`;
}

/** A planned time as people say it, in the zone it was planned in: "Saturday 29 June 2024, 06:00 (Europe/Kyiv)", or "… UTC". */
export function sayInZone(timeZone: string, at: Date): string {
  const date = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  }).format(at);
  return `${date.replace(",", "")}, ${clockIn(timeZone, at).slice(11)} ${zoneBehind(timeZone)}`;
}

/** The same within a sentence, short where it was today: "at 19:18", else "on Friday 14 March 2031, 19:18 EET". */
export function sayWithin(timeZone: string, at: Date, now: Date): string {
  const clock = clockIn(timeZone, at);
  const isToday = clockIn(timeZone, now).slice(0, 10) === clock.slice(0, 10);
  return isToday ? `at ${clock.slice(11)}` : `on ${sayInZone(timeZone, at)}`;
}
