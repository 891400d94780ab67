/** At most `limit` hits in any `windowSeconds`. */
export type RateLimit = { limit: number; windowSeconds: number };

export type RateDecision = { allowed: boolean; retryAfterSeconds: number };

/**
 * Decides whether one more hit is allowed in a sliding window, given the times of the earlier hits in any
 * order. When refused, `retryAfterSeconds` is the whole number of seconds (1 to the window's length) after
 * which a hit would be allowed; when allowed it is 0. A hit stamped later than `now` (another host's clock)
 * counts as made now; one more than a window ahead is taken for a clock jump and ignored, so that nobody
 * is locked out for longer than a window. Source: RFC 6585 §4 for the answer, ASVS 2.4.1 for the need.
 */
export function decide(rate: RateLimit, hits: readonly Date[], now: Date): RateDecision {
  const windowMs = rate.windowSeconds * 1000;
  const nowMs = now.getTime();
  if (rate.limit <= 0)
    return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(rate.windowSeconds)) };
  const counted = hits
    .map((hit) => hit.getTime())
    .filter((time) => time > nowMs - windowMs && time <= nowMs + windowMs)
    .map((time) => Math.min(time, nowMs))
    .sort((a, b) => a - b);
  if (counted.length < rate.limit) return { allowed: true, retryAfterSeconds: 0 };
  const mustExpire = counted[counted.length - rate.limit] ?? nowMs;
  return {
    allowed: false,
    retryAfterSeconds: Math.max(1, Math.ceil((mustExpire + windowMs - nowMs) / 1000)),
  };
}
