/** The header in which a request's id comes from a proxy and goes back to whoever asked. */
export const requestIdHeader = "x-request-id";

/**
 * The id that a proxy of ours gave a request: 8 to 64 letters, digits, dots, hyphens and underscores. Null for anything
 * else, and for what comes from a stranger, who must not be able to write into the log.
 */
export function givenRequestId(header: string | string[] | undefined, isFromProxy: boolean): string | null {
  if (!isFromProxy || typeof header !== "string") return null;
  return /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/.test(header) ? header : null;
}
