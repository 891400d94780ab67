/**
 * Whether the framework leads a request for this address elsewhere by itself (308), before any code of ours is asked: a
 * path with a slash at its end, with two slashes in a row, or with a backslash. `url` as in the request line.
 * Source: Next's resolve-routes (repeated slashes) and load-custom-routes (trailing slash).
 */
export function isLedElsewhere(url: string): boolean {
  const path = url.split("?", 1)[0]!;
  return /\\|\/\/|[^/]\/$/.test(path);
}
