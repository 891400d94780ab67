import "server-only";

/** Fetches one person may ask for in a quarter of an hour. */
export const fetchLimit = { limit: 300, windowSeconds: 900 };

export const userAgent = "Countersign/0.1 (fact-checking; robots respected)";

/**
 * Loopback ports that may be fetched from: none, unless the person who runs the server names them for a test of the
 * fetcher (`COUNTERSIGN_FETCH_LOOPBACK_PORTS=4321`). Never taken from a request.
 */
export function loopbackPorts(): number[] {
  return (process.env.COUNTERSIGN_FETCH_LOOPBACK_PORTS ?? "")
    .split(",")
    .map(Number)
    .filter((port) => port > 0);
}
