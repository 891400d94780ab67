import "server-only";
import type { Viewer } from "../access/viewer";
import { db } from "../core/db.server";
import { notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { entrySeen } from "../log/seen-marks.server";
import { withinMark } from "../notifications/news-mark.server";
import type { NewsMark } from "../notifications/schema";

/** Who has not said for this long that they are here is not. */
export const presenceTtlMs = 75_000;

export type ClaimNowDto = {
  /** Who else has the claim open, by name. */
  people: { id: string; name: string }[];
  /** Who is writing at what: `verdict:<claim>` or `evidence:<id>`. */
  locks: { subject: string; holder: { id: string; name: string }; tabId: string; takenAt: string }[];
  /** The last thing that somebody else did, without what it was. */
  last: { entryId: string; by: string | null; at: string } | null;
};

/**
 * Notes that a tab has the claim open and in sight; said again and again while it does. What the person had been told about
 * the claim when the page was made (`newsTo`) is read by that; what came since they have not seen, however long the tab
 * stays open. It also clears away who is gone.
 */
export async function touchPresence(
  viewer: Viewer,
  input: { claimId: string; tabId: string; newsTo: NewsMark | null },
  now: Date,
): Promise<Result<null>> {
  return runCommand(async (tx) => {
    const { claimId, tabId, newsTo } = input;
    if ((await tx.claim.count({ where: { id: claimId } })) === 0) refuse(notFound("claim"));
    await tx.presence.deleteMany({
      where: {
        claimId,
        seenAt: { lt: new Date(now.getTime() - presenceTtlMs) },
        NOT: { userId: viewer.id, tabId },
      },
    });
    await tx.writingLock.deleteMany({ where: { claimId, expiresAt: { lte: now } } });
    await tx.$executeRaw`
      INSERT INTO presence ("claimId", "userId", "tabId", "seenAt") VALUES (${claimId}, ${viewer.id}, ${tabId}, ${now})
      ON CONFLICT ("claimId", "userId", "tabId") DO UPDATE SET "seenAt" = EXCLUDED."seenAt"`;
    // Whoever has the claim before them need not be told of it by the bell or a mail.
    if (newsTo !== null)
      await tx.$executeRaw`
        UPDATE notification n SET "readAt" = ${now}
        WHERE n."userId" = ${viewer.id} AND n."claimId" = ${claimId} AND n."readAt" IS NULL AND ${withinMark(newsTo)}`;
    return null;
  });
}

/** Notes that a tab was closed or left the claim. */
export async function leaveClaim(viewer: Viewer, input: { claimId: string; tabId: string }): Promise<void> {
  await db().presence.deleteMany({ where: { ...input, userId: viewer.id } });
}

/** What a person at a claim is told of the others: names and times, nothing of what anybody wrote. Null when there is no such claim. */
export async function claimNow(viewer: Viewer, claimId: string, now: Date): Promise<ClaimNowDto | null> {
  if ((await db().claim.count({ where: { id: claimId } })) === 0) return null;
  const [people, locks, [last]] = await Promise.all([
    db().$queryRaw<{ id: string; name: string }[]>`
      SELECT DISTINCT u.id, u.name FROM presence p JOIN "user" u ON u.id = p."userId"
      WHERE p."claimId" = ${claimId} AND p."seenAt" > ${new Date(now.getTime() - presenceTtlMs)} AND u.id <> ${viewer.id}
        AND u."deactivatedAt" IS NULL ORDER BY u.name, u.id LIMIT 20`,
    db().writingLock.findMany({ where: { claimId, expiresAt: { gt: now } }, take: 50 }),
    db().$queryRaw<{ id: string; actorId: string | null; at: Date }[]>`
      SELECT l.id, l."actorId", l.at FROM claim_log l
      WHERE l."onClaimId" = ${claimId} AND l."actorId" IS DISTINCT FROM ${viewer.id} AND ${entrySeen(viewer)}
      ORDER BY l.id DESC LIMIT 1`,
  ]);
  const ids = [...locks.map(({ userId }) => userId), ...(last?.actorId ? [last.actorId] : [])];
  const rows = await db().user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return {
    people,
    locks: locks.map(({ subject, userId, tabId, takenAt }) => ({
      subject,
      holder: { id: userId, name: names.get(userId) ?? "" },
      tabId,
      takenAt: takenAt.toISOString(),
    })),
    last: last
      ? {
          entryId: last.id,
          by: last.actorId ? (names.get(last.actorId) ?? null) : null,
          at: last.at.toISOString(),
        }
      : null,
  };
}
