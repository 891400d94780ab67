import "server-only";
import { Lru } from "../core/lru";
import { decide } from "../core/rate-limit";

/** Generous for people, who may share an address; each hit costs the database a look into an index. */
const each = { limit: 240, windowSeconds: 60 };
const held = globalThis as { countersignSearches?: Lru<Date[]> };

/**
 * Counts one search of a client, on the page or by the API; answers the seconds to wait, 0 when it may go on. In memory and for this process
 * only: readers' pages write nothing to the database.
 */
export function secondsToWait(client: string | null, now: Date): number {
  held.countersignSearches ??= new Lru(10_000, each.windowSeconds * 1000);
  const key = client ?? "unknown";
  const hits = held.countersignSearches.get(key, now.getTime()) ?? [];
  const decision = decide(each, hits, now);
  if (!decision.allowed) return decision.retryAfterSeconds;
  const since = now.getTime() - each.windowSeconds * 1000;
  held.countersignSearches.set(key, [...hits.filter((hit) => hit.getTime() > since), now], now.getTime());
  return 0;
}
