const inDays = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  day: "numeric",
  month: "long",
  year: "numeric",
});

/**
 * An ISO 8601 date or time as people say it: "28 June 2024", "28 June 2024, 14:26" without zone, "… 14:26 UTC" with one.
 * What cannot be read is given back as it came.
 */
export function saidTime(iso: string): string {
  const found = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
    iso,
  );
  const at = new Date(found?.[3] ? iso : `${found?.[1]}T00:00:00Z`);
  if (!found || Number.isNaN(at.getTime())) return iso;
  const day = inDays.format(at);
  if (!found[2]) return day;
  return found[3] ? `${day}, ${at.toISOString().slice(11, 16)} UTC` : `${day}, ${found[2]}`;
}

const words: Record<string, string> = {
  waiting: "no answer yet",
  "no-reply": "did not reply",
  declined: "declined to comment",
  "at-least": "at least",
  "at-most": "at most",
  "knew-first": "Knew first",
  reported: "Reported",
  read: "Read here",
  named: "named",
  "unnamed-known-to-us": "not named, known to us",
  "unnamed-known-to-relay": "not named, known only to the outlet",
  said: "somebody said it",
  so: "it is so",
  forecast: "it will be so",
  "image-or-video": "a picture or video",
  public: "printed",
  described: "described, not printed",
  fetched: "fetched from its address",
  uploaded: "uploaded",
  pasted: "pasted by hand",
};

/** A code in words; one without words is shown with its hyphens opened. */
export function saidCode(code: string): string {
  return words[code] ?? code.replaceAll("-", " ");
}

/** A number with its thousands apart and every decimal kept; "?" for none. */
export function saidNumber(value: number | null): string {
  return value === null ? "?" : value.toLocaleString("en-GB", { maximumFractionDigits: 20 });
}
