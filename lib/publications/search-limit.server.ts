import "server-only";
import { clientKey } from "../accounts/client-key.server";
import { Lru } from "../core/lru";
import { logger } from "../core/log-problem.server";
import { decide, type RateLimit } from "../core/rate-limit";
import { hit } from "../core/rate-window.server";
import { fail, ok, type Result } from "../core/result";

/** Generous for people, who may share an address; each hit costs the database a look into an index. */
const searchTries = { limit: 240, windowSeconds: 60 };
/** A part of an export holds 500 verdicts: at this rate a hundred thousand of them are read in under four minutes. */
const exportTries = { limit: 60, windowSeconds: 60 };
const held = globalThis as { countersignSearches?: Lru<Date[]> };

/** Counts in this process alone, for a database that can be read and not written: reading goes on then. */
function countHere(bucket: string, tries: RateLimit, now: Date): Result<null> {
  held.countersignSearches ??= new Lru(10_000, tries.windowSeconds * 1000);
  const hits = held.countersignSearches.get(bucket, now.getTime()) ?? [];
  const { allowed, retryAfterSeconds } = decide(tries, hits, now);
  if (!allowed) {
    const detail = `Too many requests. Wait ${retryAfterSeconds} seconds, then try again.`;
    return fail({ kind: "rate_limited", code: "too-many", detail, retryAfterSeconds });
  }
  const since = now.getTime() - tries.windowSeconds * 1000;
  const newer = hits.filter((one) => one.getTime() > since);
  held.countersignSearches.set(bucket, [...newer, now], now.getTime());
  return ok(null);
}

async function count(bucket: string, tries: RateLimit, now: Date): Promise<Result<null>> {
  try {
    return await hit(bucket, tries, now);
  } catch (error) {
    logger.warn({ err: error }, "searches are counted in this process alone");
    return countHere(bucket, tries, now);
  }
}

/** Counts one public search of whoever sent these headers, on all instances together; refuses with the seconds to wait. */
export function countSearch(headers: Headers, now: Date): Promise<Result<null>> {
  return count(`search:${clientKey(headers) ?? "unknown"}`, searchTries, now);
}

/** Counts one part of an export that is not kept and has to be read and verified anew. */
export function countExportPart(headers: Headers, now: Date): Promise<Result<null>> {
  return count(`export:${clientKey(headers) ?? "unknown"}`, exportTries, now);
}
