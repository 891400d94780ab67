import "server-only";
import type { Viewer } from "../access/viewer";
import { lockClaim } from "../claims/open-claim.server";
import type { Tx } from "../core/db.server";
import { notFound, refuse, type Failure, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { afterEntry } from "../log/after-entry.server";
import { recordEvent } from "../log/record.server";
import type { OwnEntry } from "../undo/own-entry.server";

const answered = (name: string): Failure => ({
  kind: "conflict",
  code: "stale",
  detail: `${name} answered it, so it stays.`,
});

/**
 * Takes back a comment of this person's own, as long as nobody answered it: nothing of its words stays, and whoever was told
 * of it reads that it was taken back. `stays` gives the words to whoever wrote them. 409 `stale` once somebody else wrote
 * after it or resolved it.
 */
export async function takeBackComment(
  viewer: Viewer,
  { id: entryId, subjectId: id }: OwnEntry,
  now: Date,
): Promise<Result<{ claimId: string; stays?: string }>> {
  return runCommand(async (tx) => {
    const found = (await tx.comment.findUnique({ where: { id } })) ?? refuse(notFound("comment"));
    const { claimId } = found;
    await lockClaim(tx, claimId);
    const { text, at, takenBackAt } = await tx.comment.findUniqueOrThrow({ where: { id } });
    // Taken back already is what was wanted.
    if (takenBackAt) return { claimId };
    const by = await whoAnswered(tx, viewer, { id, claimId, entryId });
    if (by !== null) refuse(answered(by));
    await tx.comment.update({
      where: { id },
      data: { text: "", mentionedIds: [], resolvedAt: null, resolvedById: null, takenBackAt: now },
    });
    // Who hears of the claim because of this comment alone does not any more.
    const others = await tx.comment.count({ where: { claimId, authorId: viewer.id, takenBackAt: null } });
    if (others === 0)
      await tx.watch.deleteMany({ where: { claimId, userId: viewer.id, state: "watching", since: at } });
    await tellTakenBack(tx, viewer, { id, claimId });
    await recordEvent(tx, viewer, now, {
      event: "comment.taken-back",
      subject: { kind: "comment", id },
      claimId,
    });
    return { claimId, stays: `The comment is taken back. You had written:\n${text}` };
  });
}

/** The name of somebody else who commented on the claim after it, or resolved it; null when nobody did. */
async function whoAnswered(
  tx: Tx,
  viewer: Viewer,
  { id, claimId, entryId }: { id: string; claimId: string; entryId: string },
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT u.name FROM "user" u WHERE u.id <> ${viewer.id} AND u.id IN (
      SELECT m."authorId" FROM log_entry l JOIN comment m ON m.id = l."subjectId" AND m."takenBackAt" IS NULL
        WHERE l."claimId" = ${claimId} AND l.event = 'comment.added' AND ${afterEntry(entryId)}
      UNION SELECT m."resolvedById" FROM comment m WHERE m.id = ${id})
    ORDER BY u.name LIMIT 1`;
  return rows[0]?.name ?? null;
}

/** Whoever was told of the comment reads that it was taken back; a mail that has not left says nothing of it. */
async function tellTakenBack(
  tx: Tx,
  viewer: Viewer,
  { id, claimId }: { id: string; claimId: string },
): Promise<void> {
  const of = { claimId, onceKey: `comment:${id}` };
  for (const [kind, did] of [
    ["mention", "mentioned you in a comment"],
    ["claim", "commented"],
  ] as const)
    await tx.notification.updateMany({
      where: { ...of, kind },
      data: { text: `${viewer.name} ${did}, and took it back.` },
    });
  await tx.notification.updateMany({ where: { ...of, digestId: null }, data: { byMail: false } });
}
