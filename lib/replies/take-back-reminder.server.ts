import "server-only";
import type { Viewer } from "../access/viewer";
import { noteRemoval, openForWriting } from "../claims/open-claim.server";
import { changedFields } from "../core/changed-fields";
import type { Tx } from "../core/db.server";
import { refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { afterEntry } from "../log/after-entry.server";
import { recordEvent } from "../log/record.server";
import { changedSince, partOf, type OwnEntry } from "../undo/own-entry.server";
import { lockReply } from "./commands";

/**
 * Takes back that somebody was asked once more: the reminder counts no more, and deadline and outcome are what they were.
 * 409 `stale` when something else was noted, or they were asked again, since.
 */
export async function takeBackReminder(
  viewer: Viewer,
  entry: OwnEntry,
  now: Date,
): Promise<Result<{ id: string; claimId: string }>> {
  return runCommand(async (tx) => {
    const row = await lockReply(tx, entry.subjectId);
    const { id, claimId } = row;
    const reminderId = String(entry.body.reminderId);
    const reminder = await tx.replyReminder.findUnique({ where: { id: reminderId, withdrawnAt: null } });
    // Taken back already is what was wanted.
    if (!reminder) return { id, claimId };
    const differs = changedFields(partOf(entry, "changes"), row);
    if ((await isRemindedSince(tx, id, entry)) || Object.keys(differs).length > 0) refuse(changedSince);
    await openForWriting(tx, viewer, claimId, now);
    await tx.replyReminder.update({ where: { id: reminderId }, data: { withdrawnAt: now } });
    await tx.replyRequest.update({ where: { id }, data: partOf(entry, "was") });
    await noteRemoval(tx, viewer, claimId, "reply", reminderId, now);
    await recordEvent(tx, viewer, now, {
      event: "reply.reminder-withdrawn",
      subject: { kind: "reply-request", id },
      claimId,
      body: { asked: row.asked },
    });
    return { id, claimId };
  });
}

/** Whether they were asked once more after the reminder that this entry is of, and that still counts. */
async function isRemindedSince(
  tx: Tx,
  replyId: string,
  { id: entryId, claimId }: OwnEntry,
): Promise<boolean> {
  const [found] = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM log_entry l JOIN log_payload p ON p."entryId" = l.id
      JOIN reply_reminder r ON r.id = p.body ->> 'reminderId' AND r."withdrawnAt" IS NULL
    WHERE l."claimId" = ${claimId} AND l.event = 'reply.reminded' AND l."subjectId" = ${replyId} AND ${afterEntry(entryId)}
    LIMIT 1`;
  return found !== undefined;
}
