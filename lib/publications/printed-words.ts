const daysIn = new Map<string, Intl.DateTimeFormat>();

/** How days are written in a locale; like the numbers' made once, because a diff asks for many. */
function inDays(locale: string): Intl.DateTimeFormat {
  const made =
    daysIn.get(locale) ??
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });
  daysIn.set(locale, made);
  return made;
}

/**
 * An ISO 8601 date or time as people say it: "28 June 2024", "28 June 2024, 14:26" without zone, "… 14:26 UTC" with one.
 * What cannot be read is given back as it came.
 */
export function saidTime(iso: string, locale: string): string {
  const found = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
    iso,
  );
  const at = new Date(found?.[3] ? iso : `${found?.[1]}T00:00:00Z`);
  if (!found || Number.isNaN(at.getTime())) return iso;
  const day = inDays(locale).format(at);
  if (!found[2]) return day;
  return found[3] ? `${day}, ${at.toISOString().slice(11, 16)} UTC` : `${day}, ${found[2]}`;
}

/** A code in the words of a catalogue; one without words is shown with its hyphens opened. */
export function saidCode(code: string, words: Readonly<Record<string, string>>): string {
  return (Object.hasOwn(words, code) ? words[code] : undefined) ?? code.replaceAll("-", " ");
}

const numbersIn = new Map<string, Intl.NumberFormat>();

/** A number with its thousands apart and every decimal kept; "?" for none. */
export function saidNumber(value: number | null, locale: string): string {
  const made = numbersIn.get(locale) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
  numbersIn.set(locale, made);
  return value === null ? "?" : made.format(value);
}
