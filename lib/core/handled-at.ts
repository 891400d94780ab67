import { isReaderLanguage } from "../words/reader";

/**
 * Readers' pages of words that there are in each language, by the first part of their address. Nothing of staff, and no
 * verdict: the proxy guards only the addresses it knows, and a verdict has the language it was signed in.
 */
export const spokenPages: ReadonlySet<string> = new Set([
  "about",
  "archive",
  "claimants",
  "contact",
  "corrections",
  "corrections-policy",
  "methodology",
  "outlets",
  "people",
  "ratings",
  "report",
  "search",
  "tip",
  "topics",
  "verify",
]);

/** Google's path, under our API and where its own client asks for it; some write the colon as %3A. */
const claimSearch = /^\/(?:api\/v1|v1alpha1)\/claims(?::|%3a)search$/i;

/** `/uk`, `/uk/corrections`, `/uk/topics/health`; not `/uk/`, which the framework leads to `/uk` by itself. */
const spoken = /^\/([a-z]{2,3})(?:\/([^/]+)((?:\/[^/]+)*))?$/;

/**
 * The address whose handler answers for `url`, both as in a request line, query included: that of a page in a language
 * is the page's own, and a folder cannot have a colon in its name. Any other address comes back as it is. The framework's
 * own rewrites would say the same, and compile each rule anew for every request.
 */
export function handledAt(url: string): string {
  const queryAt = url.indexOf("?");
  const path = queryAt < 0 ? url : url.slice(0, queryAt);
  const query = queryAt < 0 ? "" : url.slice(queryAt);
  if (claimSearch.test(path)) return `/api/v1/claims-search${query}`;
  const [, language = "", page, rest = ""] = spoken.exec(path) ?? [];
  if (!isReaderLanguage(language)) return url;
  if (page === undefined) return `/${query}`;
  return spokenPages.has(page) ? `/${page}${rest}${query}` : url;
}
