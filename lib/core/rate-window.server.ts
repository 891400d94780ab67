import "server-only";
import { createHash } from "node:crypto";
import { db } from "./db.server";
import { fail, ok, type Result } from "./result";

/**
 * Counts one hit of `bucket` in a fixed window that all instances share, and refuses past `limit` with the seconds to
 * wait. Buckets hold a hash, so no address or e-mail is kept. A count waits for no disk: a crash of the database may forget
 * the last half second of them.
 */
export async function hit(
  bucket: string,
  limit: { limit: number; windowSeconds: number },
  now: Date,
): Promise<Result<null>> {
  const windowMs = limit.windowSeconds * 1000;
  const { key, startedAt } = windowOf(bucket, now, limit.windowSeconds);
  const rows = await db().$queryRaw<{ hits: number }[]>`
    INSERT INTO rate_window (bucket, "startedAt", hits)
    SELECT ${key}, ${startedAt}, 1 FROM (SELECT set_config('synchronous_commit', 'off', true)) AS no_wait_for_disk
    ON CONFLICT (bucket, "startedAt") DO UPDATE SET hits = rate_window.hits + 1 RETURNING hits`;
  if (rows[0]?.hits === 1) await sweep(now);
  if ((rows[0]?.hits ?? 0) <= limit.limit) return ok(null);
  const retryAfterSeconds = Math.max(1, Math.ceil((startedAt.getTime() + windowMs - now.getTime()) / 1000));
  return fail({
    kind: "rate_limited",
    code: "too-many",
    detail: `Too many tries. Wait ${retryAfterSeconds < 90 ? `${retryAfterSeconds} seconds` : `${Math.ceil(retryAfterSeconds / 60)} minutes`}, then try again.`,
    retryAfterSeconds,
  });
}

/** Forgets some of the windows that nobody counts in any more; the longest is a day. */
async function sweep(now: Date): Promise<void> {
  const longAgo = new Date(now.getTime() - 2 * 86_400_000);
  await db().$executeRaw`
    DELETE FROM rate_window WHERE (bucket, "startedAt") IN (
      SELECT bucket, "startedAt" FROM rate_window WHERE "startedAt" < ${longAgo} LIMIT 50 FOR UPDATE SKIP LOCKED)`;
}

/** Takes a hit back that turned out to be nobody's attack, such as the right password. */
export async function giveBack(bucket: string, now: Date, windowSeconds: number): Promise<void> {
  const { key, startedAt } = windowOf(bucket, now, windowSeconds);
  await db().$executeRaw`
    UPDATE rate_window SET hits = hits - 1 WHERE bucket = ${key} AND "startedAt" = ${startedAt} AND hits > 0`;
}

function windowOf(bucket: string, now: Date, windowSeconds: number): { key: string; startedAt: Date } {
  const windowMs = windowSeconds * 1000;
  const startedAt = new Date(Math.floor(now.getTime() / windowMs) * windowMs);
  return { key: createHash("sha256").update(bucket).digest("base64url"), startedAt };
}
