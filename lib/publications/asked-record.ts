import { sitePageNames, type SitePageName } from "../site-pages/pages";
import type { RecordSubject } from "./record-check";

/** What a person who checks a record asked for: what it is of and its version, the latest when `null`. */
export type AskedRecord = { subject: RecordSubject; version: number | null };

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
const pagePattern = new RegExp(
  `^(?:/[a-z]{2})?(?:/api/v1/pages)?/(${sitePageNames.join("|")})(?:/(?:v/)?([^/?#\\s]+))?/?(?:[?#]|$)`,
  "i",
);

/** The parts of an address of a verdict, of one of its versions, or of its record; `null` for any other text. */
function verdictIn(text: string): { name: string; version: string } | null {
  const found = /\/(?:verdicts|publications|embed|cards)\/([^/?#\s]+)(?:\/(?:v\/)?([^/?#\s]+))?/.exec(text);
  if (!found) return null;
  const [, name = "", version = ""] = found;
  return { name, version: version.replace(/\.png$/, "") };
}

/** The parts of an address within this site of a page about the newsroom, or of its record; `null` for any other. */
function pageIn(path: string): { page: SitePageName; version: string } | null {
  const [, page, version = ""] = pagePattern.exec(path) ?? [];
  return page === undefined ? null : { page: page.toLowerCase() as SitePageName, version };
}

/** "slug/v/1", as the end of an address is copied. */
function atEnd(text: string): { name: string; version: string } {
  const [, name = "", version = ""] = /^\/?([^/?#\s]+)(?:\/v\/([^/?#\s]+))?\/?(?:[?#].*)?$/.exec(text) ?? [];
  return { name, version };
}

/** What was typed as a whole address: with its scheme, or with the host first; `null` for any other text. */
function wholeAddress(text: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return text;
  return /^[^/?#\s.:]*[.:][^/?#\s]*\//.test(text) ? `https://${text}` : null;
}

/** The host and port as a browser knows them: small letters, ASCII, no port that goes without saying, no dot at the end. */
function hostOf({ host }: URL): string {
  return host.replace(/\.(?=$|:)/, "");
}

/**
 * Reads what was typed as a verdict's name, as the end of its address or as a whole address of a verdict or of a page about
 * the newsroom (`/about/v/2`, with or without the site before it), in small letters or capitals; a version in the address
 * goes before the one typed beside it. `siteUrl`: where this site's pages stand.
 */
export function readAskedRecord(slug: string, version: string, siteUrl: string): AskedRecord | UnreadableAsk {
  const typed = { slug: slug.trim(), version: version.trim() };
  const whole = wholeAddress(typed.slug);
  if (whole !== null && !URL.canParse(whole)) return { outcome: "unreadable", typed, problem: "name" };
  const address = whole === null ? null : new URL(whole);
  if (address !== null && hostOf(address) !== hostOf(new URL(siteUrl)))
    return { outcome: "unreadable", typed, problem: "elsewhere", host: hostOf(address) };
  const page = pageIn(address === null ? typed.slug : address.pathname);
  const verdict = page === null ? (verdictIn(typed.slug) ?? atEnd(typed.slug)) : null;
  const name = verdict?.name.toLowerCase() ?? "";
  if (page === null && !/^[a-z0-9-]{1,120}$/.test(name))
    return { outcome: "unreadable", typed, problem: "name" };
  const asked = (page ?? verdict)?.version ?? "";
  const number = asked === "" ? typed.version : asked;
  if (number !== "" && !versionPattern.test(number)) {
    const given = { slug: page === null ? name : `/${page.page}`, version: number };
    return { outcome: "unreadable", typed: given, problem: "version" };
  }
  const subject: RecordSubject =
    page === null ? { of: "verdict", slug: name } : { of: "page", page: page.page };
  return { subject, version: number === "" ? null : Number(number) };
}
