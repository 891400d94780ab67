import "server-only";
import { db } from "../core/db.server";
import { dayMs } from "../core/durations";

/** Whoever sends a request again under its key does so within hours; a form that was kept in a browser, within days. */
const keysMs = 30 * dayMs;
const sessionsMs = 30 * dayMs;

/**
 * Forgets keys of requests that nobody sends again, and sessions that ended a month ago. Of each account the newest stays,
 * without address and browser, since it says when somebody was last here. At the start of a worker and every hour.
 */
export async function forgetEnded(now: Date): Promise<void> {
  await db().idempotencyKey.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - keysMs) } } });
  const longAgo = new Date(now.getTime() - sessionsMs);
  await db().$executeRaw`
    DELETE FROM session s WHERE least(s."expiresAt", s."revokedAt") < ${longAgo}
      AND EXISTS (SELECT 1 FROM session n WHERE n."userId" = s."userId" AND n."lastSeenAt" > s."lastSeenAt")`;
  await db().$executeRaw`
    UPDATE session SET address = NULL, "userAgent" = NULL
    WHERE least("expiresAt", "revokedAt") < ${longAgo} AND (address IS NOT NULL OR "userAgent" IS NOT NULL)`;
}
