const maxLength = 2048;
const base = "https://same-site.invalid";

/** Encoded slash, backslash, control character, or a percent sign encoded again: some servers decode them late. */
const hiddenInPath = /%(?:2f|5c|25|[01][0-9a-f]|7f)/i;

/** Backslashes, and the control characters and spaces that URL parsers drop or trim, which hide a second slash. */
const hiddenAnywhere = /[\\\u0000-\u0020\u007f-\u00a0\u2028\u2029\ufeff]/;

/**
 * The place to go back to after signing in: a path on this site with its query and fragment, or `fallback`
 * when the input is not a string or could lead anywhere else. Addresses, `//host`, backslashes, control
 * characters, encoded slashes in the path and dot segments that leave `//` at the front are refused.
 * Source: ASVS 3.7.2, WHATWG URL.
 */
export function safeReturnPath(input: unknown, fallback = "/desk"): string {
  if (typeof input !== "string" || input.length > maxLength) return fallback;
  if (!input.startsWith("/") || hiddenAnywhere.test(input)) return fallback;
  if (!URL.canParse(input, base)) return fallback;
  const url = new URL(input, base);
  if (url.origin !== base || url.username || url.password) return fallback;
  if (url.pathname.includes("//") || hiddenInPath.test(url.pathname)) return fallback;
  return `${url.pathname}${url.search}${url.hash}`;
}
