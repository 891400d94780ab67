export type SiteChoice = { value: string; label: string };

const languages = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
const byLabel = (a: SiteChoice, b: SiteChoice) => a.label.localeCompare(b.label, "en");

/** Whether a BCP 47 code begins with a language that has a name. */
export function isLanguage(code: string): boolean {
  try {
    return languages.of(code.split("-")[0]!) !== undefined;
  } catch {
    return false; // What looks like a code need not be one, and `of` throws then.
  }
}

/** The language of a code with the code behind it: "Ukrainian (uk)". */
function languageLabel(code: string): string {
  return `${(isLanguage(code) && languages.of(code)) || code} (${code})`;
}

const letters = Array.from("abcdefghijklmnopqrstuvwxyz");
const languageCodes = letters.flatMap((a) => letters.map((b) => a + b)).filter(isLanguage);

/** The languages of two letters (ISO 639-1) that have a name, by name; with `current`, whatever it is. */
export function languageChoices(current: string): SiteChoice[] {
  return [...new Set([...languageCodes, current])]
    .map((value) => ({ value, label: languageLabel(value) }))
    .sort(byLabel);
}

/** Zones that programs still list by a name that the IANA database gave up. */
const renamed: Readonly<Record<string, string>> = {
  "Europe/Kiev": "Europe/Kyiv",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
};

const zones = ["UTC", ...Intl.supportedValuesOf("timeZone").map((zone) => renamed[zone] ?? zone)];

/** The time zones that this program knows, by name; with `current`, which may be another name of one. */
export function timeZoneChoices(current: string): SiteChoice[] {
  return [...new Set([...zones, current])]
    .map((value) => ({ value, label: value.replaceAll("_", " ") }))
    .sort(byLabel);
}
