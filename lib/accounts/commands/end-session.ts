import "server-only";
import type { Actor, Viewer } from "../../access/viewer";
import type { Role } from "../../claims/vocabulary";
import { db, type Tx } from "../../core/db.server";
import { notFound, ok, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";

async function end(tx: Tx, actor: Actor, sessionId: string, event: string, now: Date): Promise<boolean> {
  const { count } = await tx.session.updateMany({
    where: { id: sessionId, userId: actor.id, revokedAt: null },
    data: { revokedAt: now },
  });
  if (count === 1) await recordEvent(tx, actor, now, { event, subject: { kind: "session", id: sessionId } });
  return count === 1;
}

/** Ends one of one's own sessions. */
export async function endSession(
  viewer: Viewer,
  input: { sessionId: string },
  now: Date,
): Promise<Result<{ sessionId: string }>> {
  return runCommand(async (tx) => {
    if (!(await end(tx, viewer, input.sessionId, "session.ended", now))) refuse(notFound("open session"));
    return { sessionId: input.sessionId };
  });
}

/** Ends all of one's own sessions but the one that asks. */
export async function endOtherSessions(
  viewer: Viewer,
  _input: object,
  now: Date,
): Promise<Result<{ count: number }>> {
  const current = viewer.via.kind === "session" ? viewer.via.sessionId : null;
  return runCommand(async (tx) => {
    const open = await tx.session.findMany({
      where: {
        userId: viewer.id,
        revokedAt: null,
        expiresAt: { gt: now },
        ...(current ? { id: { not: current } } : {}),
      },
      select: { id: true },
      orderBy: { id: "asc" },
    });
    for (const { id } of open) await end(tx, viewer, id, "session.ended", now);
    return { count: open.length };
  });
}

/**
 * Ends the session of a browser, whatever it was still good for: the cookie is worth nothing from then on, wherever it was
 * copied to.
 */
export async function signOut(sessionId: string, now: Date): Promise<Result<null>> {
  const row = await db().session.findUnique({ where: { id: sessionId }, include: { user: true } });
  if (!row || row.revokedAt) return ok(null);
  if (row.codeDueUntil) {
    // Nobody was signed in by it, so nobody signs out.
    await db().session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: now } });
    return ok(null);
  }
  const actor = { id: row.user.id, name: row.user.name, role: row.user.role as Role };
  return runCommand(async (tx) => {
    await end(tx, actor, sessionId, "session.signed-out", now);
    return null;
  });
}
