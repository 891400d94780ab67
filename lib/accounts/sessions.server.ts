import "server-only";
import { db } from "../core/db.server";
import { newId } from "../core/new-id.server";
import type { Role } from "../claims/vocabulary";
import type { Viewer } from "../access/viewer";

const absoluteHours = 24 * 7;
const idleHours = 12;
/** How long a repeated password counts for sign-off, retraction, role changes and `sign` tokens. */
export const stepUpMinutes = 10;

/** Opens a session row; the browser gets only its id, inside a signed cookie. */
export async function openSession(userId: string, userAgent: string | null, now: Date): Promise<string> {
  const id = newId(now.getTime());
  await db().session.create({
    data: {
      id,
      userId,
      createdAt: now,
      lastSeenAt: now,
      stepUpAt: now,
      expiresAt: new Date(now.getTime() + absoluteHours * 3_600_000),
      userAgent: userAgent?.slice(0, 300) ?? null,
    },
  });
  return id;
}

/**
 * The person behind a session id; null when it was revoked, expired, idle too long, or the account deactivated. Whoever
 * only listens (`isIdle`) is not at work by that: the session goes on ageing.
 */
export async function viewerOfSession(
  sessionId: string,
  now: Date,
  { isIdle = false } = {},
): Promise<Viewer | null> {
  const row = await db().session.findUnique({ where: { id: sessionId }, include: { user: true } });
  if (!row || row.revokedAt || row.expiresAt <= now || row.user.deactivatedAt) return null;
  if (row.lastSeenAt.getTime() < now.getTime() - idleHours * 3_600_000) return null;
  if (!isIdle && row.lastSeenAt.getTime() < now.getTime() - 60_000) {
    await db().session.update({ where: { id: row.id }, data: { lastSeenAt: now } });
  }
  return {
    id: row.user.id,
    name: row.user.name,
    email: row.user.email,
    role: row.user.role as Role,
    via: { kind: "session", sessionId: row.id, stepUpAt: row.stepUpAt },
    scopes: ["read", "write", "sign"],
  };
}

/** Whose session this is or was, revoked and expired ones included: who it was, never what they may do. */
export async function accountOfSession(sessionId: string): Promise<string | null> {
  const row = await db().session.findUnique({ where: { id: sessionId }, select: { userId: true } });
  return row?.userId ?? null;
}

/** Ends sessions of an account: one, or all but `exceptId`. */
export async function endSessions(
  userId: string,
  now: Date,
  which: { id: string } | { exceptId: string | null },
): Promise<number> {
  const where = "id" in which ? { id: which.id } : which.exceptId ? { id: { not: which.exceptId } } : {};
  const { count } = await db().session.updateMany({
    where: { userId, revokedAt: null, ...where },
    data: { revokedAt: now },
  });
  return count;
}

/** Notes that the person just gave the password again. */
export async function noteStepUp(sessionId: string, now: Date): Promise<void> {
  await db().session.update({ where: { id: sessionId }, data: { stepUpAt: now } });
}
