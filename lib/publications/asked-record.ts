/** What a person who checks a record asked for: a verdict and its version, the latest when `null`. */
export type AskedRecord = { slug: string; version: number | null };

/** Why what was typed names no record; nothing is then said of what was published. */
export type UnreadableAsk = {
  outcome: "unreadable";
  /** As it was typed, to be given back. */
  typed: { slug: string; version: string };
} & (
  | { problem: "name" | "version" }
  /** The address is at another site: what stands there cannot be checked here. */
  | { problem: "elsewhere"; host: string }
);

const versionPattern = /^[1-9]\d{0,5}$/;

/** The parts of an address of a verdict, of one of its versions, or of its record; `null` for any other text. */
function inAddress(text: string): { name: string; version: string } | null {
  const found = /\/(?:verdicts|publications|embed|cards)\/([^/?#\s]+)(?:\/(?:v\/)?([^/?#\s]+))?/.exec(text);
  if (!found) return null;
  const [, name = "", version = ""] = found;
  return { name, version: version.replace(/\.png$/, "") };
}

/** "slug/v/1", as the end of an address is copied. */
function atEnd(text: string): { name: string; version: string } {
  const [, name = "", version = ""] = /^\/?([^/?#\s]+)(?:\/v\/([^/?#\s]+))?\/?(?:[?#].*)?$/.exec(text) ?? [];
  return { name, version };
}

function hostOf(text: string): string | null {
  const [, host] = /^[a-z][a-z0-9+.-]*:\/\/([^/?#\s]+)/i.exec(text) ?? [];
  return host === undefined ? null : host.replace(/^.*@/, "").toLowerCase();
}

/**
 * Reads what was typed as a verdict's name, as the end of its address or as a whole address, in small letters or
 * capitals; a version in the address goes before the one typed beside it. `siteUrl`: where this site's verdicts stand.
 */
export function readAskedRecord(slug: string, version: string, siteUrl: string): AskedRecord | UnreadableAsk {
  const typed = { slug: slug.trim(), version: version.trim() };
  const host = hostOf(typed.slug);
  if (host !== null && host !== new URL(siteUrl).host)
    return { outcome: "unreadable", typed, problem: "elsewhere", host };
  const asked = inAddress(typed.slug) ?? atEnd(typed.slug);
  const name = asked.name.toLowerCase();
  if (!/^[a-z0-9-]{1,120}$/.test(name)) return { outcome: "unreadable", typed, problem: "name" };
  const number = asked.version === "" ? typed.version : asked.version;
  if (number !== "" && !versionPattern.test(number))
    return { outcome: "unreadable", typed: { slug: name, version: number }, problem: "version" };
  return { slug: name, version: number === "" ? null : Number(number) };
}
