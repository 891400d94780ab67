import "server-only";
import { clientKey } from "../accounts/client-key.server";
import { Lru } from "../core/lru";
import { logger } from "../core/log-problem.server";
import { decide } from "../core/rate-limit";
import { hit } from "../core/rate-window.server";
import { fail, ok, type Result } from "../core/result";

/** Generous for people, who may share an address; each hit costs the database a look into an index. */
const searchTries = { limit: 240, windowSeconds: 60 };
const held = globalThis as { countersignSearches?: Lru<Date[]> };

/** Counts in this process alone, for a database that can be read and not written: reading goes on then. */
function countHere(client: string, now: Date): Result<null> {
  held.countersignSearches ??= new Lru(10_000, searchTries.windowSeconds * 1000);
  const hits = held.countersignSearches.get(client, now.getTime()) ?? [];
  const { allowed, retryAfterSeconds } = decide(searchTries, hits, now);
  if (!allowed) {
    const detail = `Too many searches. Wait ${retryAfterSeconds} seconds, then search again.`;
    return fail({ kind: "rate_limited", code: "too-many", detail, retryAfterSeconds });
  }
  const since = now.getTime() - searchTries.windowSeconds * 1000;
  const newer = hits.filter((one) => one.getTime() > since);
  held.countersignSearches.set(client, [...newer, now], now.getTime());
  return ok(null);
}

/** Counts one public search of whoever sent these headers, on all instances together; refuses with the seconds to wait. */
export async function countSearch(headers: Headers, now: Date): Promise<Result<null>> {
  const client = clientKey(headers) ?? "unknown";
  try {
    return await hit(`search:${client}`, searchTries, now);
  } catch (error) {
    logger.warn({ err: error }, "searches are counted in this process alone");
    return countHere(client, now);
  }
}
