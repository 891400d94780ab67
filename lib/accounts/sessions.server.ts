import "server-only";
import { db, Prisma, rowsOf } from "../core/db.server";
import { env } from "../core/env.server";
import { newId } from "../core/new-id.server";
import type { Proof, Viewer } from "../access/viewer";
import { needsSecondFactor } from "./policy";
import { sightOf } from "./sight-of.server";

const absoluteHours = 24 * 7;
const idleHours = 12;
/** How long a password that was right waits for its code. */
const codeDueMinutes = 10;

type Opening = {
  /** As `clientAddress` tells it. */
  address?: string | null;
  by?: "password" | "link" | "oidc";
  /** The person has a second factor and has not shown it yet: nobody is signed in by this session. */
  codeDue?: boolean;
};

/** Opens a session row; the browser gets only its id, inside a signed cookie. */
export async function openSession(
  userId: string,
  userAgent: string | null,
  now: Date,
  { address = null, by = "password", codeDue = false }: Opening = {},
): Promise<string> {
  const id = newId(now.getTime());
  const codeDueUntil = codeDue ? new Date(now.getTime() + codeDueMinutes * 60_000) : null;
  await db().session.create({
    data: {
      id,
      userId,
      createdAt: now,
      lastSeenAt: now,
      stepUpAt: codeDue ? null : now,
      expiresAt: codeDueUntil ?? new Date(now.getTime() + absoluteHours * 3_600_000),
      userAgent: userAgent?.slice(0, 300) ?? null,
      address,
      openedBy: by,
      codeDueUntil,
    },
  });
  return id;
}

/**
 * What a session is good for: the desk; setting up the second factor that this person must have, and nothing else (their
 * viewer has no scope, so that every rule refuses it); or giving the code that is due.
 */
export type Standing =
  | { kind: "in"; viewer: Viewer }
  | { kind: "must-enrol"; viewer: Viewer }
  | { kind: "code-due"; sessionId: string; userId: string };

type SessionRow = Omit<Viewer, "via" | "scopes" | "sees"> & {
  isIntern: boolean;
  lastSeenAt: Date;
  stepUpAt: Date | null;
  openedBy: string;
  isCodeDue: boolean;
  hasSecondFactor: boolean;
};

/** Asked with every page and action, each time: a session ends when it is revoked, not a while after. */
async function openSessionRow(sessionId: string, now: Date): Promise<SessionRow | undefined> {
  const idleSince = new Date(now.getTime() - idleHours * 3_600_000);
  const [row] = await rowsOf<SessionRow>(
    db(),
    Prisma.sql`
      SELECT s."lastSeenAt", s."stepUpAt", s."openedBy", s."codeDueUntil" IS NOT NULL AS "isCodeDue",
        u.id, u.name, u.email, u.role, u."isIntern", u."totpConfirmedAt" IS NOT NULL AS "hasSecondFactor"
      FROM session s JOIN "user" u ON u.id = s."userId"
      WHERE s.id = ${sessionId} AND s."revokedAt" IS NULL AND s."expiresAt" > ${now} AND s."lastSeenAt" >= ${idleSince}
        AND u."deactivatedAt" IS NULL`,
  );
  return row;
}

/**
 * What a session id is good for now; null when it was revoked, expired, idle too long, or the account deactivated. Whoever
 * only listens (`isIdle`) is not at work by that: the session goes on ageing.
 */
export async function standingOfSession(
  sessionId: string,
  now: Date,
  { isIdle = false } = {},
): Promise<Standing | null> {
  const row = await openSessionRow(sessionId, now);
  if (!row) return null;
  const { id, name, email, role, stepUpAt, hasSecondFactor } = row;
  if (row.isCodeDue) return { kind: "code-due", sessionId, userId: id };
  if (!isIdle && row.lastSeenAt.getTime() < now.getTime() - 60_000) {
    await db().session.update({ where: { id: sessionId }, data: { lastSeenAt: now } });
  }
  const proof: Proof =
    row.openedBy === "oidc" ? "provider" : hasSecondFactor ? "password-and-code" : "password";
  const via = { kind: "session" as const, sessionId, stepUpAt, proof };
  const viewer: Viewer = {
    ...(await sightOf(row)),
    name,
    email,
    role,
    via,
    scopes: ["read", "write", "sign"],
  };
  if (needsSecondFactor(role, hasSecondFactor, env().secondFactorRequired)) {
    return { kind: "must-enrol", viewer: { ...viewer, scopes: [] } };
  }
  return { kind: "in", viewer };
}

/** The person signed in by a session id; null for everything else, a session that still lacks its second factor included. */
export async function viewerOfSession(
  sessionId: string,
  now: Date,
  how: { isIdle?: boolean } = {},
): Promise<Viewer | null> {
  const standing = await standingOfSession(sessionId, now, how);
  return standing?.kind === "in" ? standing.viewer : null;
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

/** Notes that the person was sent to the identity provider to prove again who they are. */
export async function noteStepUpAsked(sessionId: string, now: Date): Promise<void> {
  await db().session.update({ where: { id: sessionId }, data: { stepUpAskedAt: now } });
}

/** Notes that the person just proved again who they are. */
export async function noteStepUp(sessionId: string, now: Date): Promise<void> {
  await db().session.update({ where: { id: sessionId }, data: { stepUpAt: now, stepUpAskedAt: null } });
}
