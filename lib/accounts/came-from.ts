/**
 * Where somebody comes from who signs in: the browser's own words, the address as `clientAddress` tells it, and the mark of
 * a browser in which an account signed in before.
 */
export type CameFrom = {
  userAgent: string | null;
  client: string | null;
  mark: { id: string; accountId: string } | null;
};

export type TryBucket = { bucket: string; limit: number; windowSeconds: number };

const quarterHour = 900;
const day = 86_400;

/**
 * What a try of `what` (a password, a code) at an account counts against: ten in a quarter of an hour, codes also fifty a
 * day, since six digits are few. A browser in which this very account signed in before counts for itself alone, so that
 * nobody who tries from elsewhere can lock its owner out. `account` is whatever names it, an address that nobody has too.
 */
export function tryBuckets(
  what: "sign-in" | "code",
  account: string,
  mark: CameFrom["mark"],
  accountId: string | null,
): TryBucket[] {
  const isKnown = mark !== null && accountId !== null && mark.accountId === accountId;
  if (isKnown) return [{ bucket: `${what}-in:${mark.id}`, limit: 10, windowSeconds: quarterHour }];
  const each = { bucket: `${what}:${account}`, limit: 10, windowSeconds: quarterHour };
  return what === "code" ? [each, { bucket: `code-day:${account}`, limit: 50, windowSeconds: day }] : [each];
}
