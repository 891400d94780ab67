import "server-only";
import type { Viewer } from "../access/viewer";
import type { Tx } from "../core/db.server";
import { refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { changedSince, type OwnEntry } from "../undo/own-entry.server";
import { taskOf } from "./commands/decide-prepared";

/**
 * Lets a draft of a notice that this editor dismissed wait again, and opens its task again; the reason stays in the log. 409
 * `stale` when another draft waits for the same, or this one was dismissed again since.
 */
export async function takeBackDismissal(
  viewer: Viewer,
  { subjectId: id, at }: OwnEntry,
  now: Date,
): Promise<Result<{ preparedId: string }>> {
  return runCommand(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM prepared_notice WHERE id = ${id} FOR UPDATE`;
    const draft = await tx.preparedNotice.findUniqueOrThrow({ where: { id } });
    const { claimId, articleId, cause, state } = draft;
    // Waiting already is what was wanted.
    if (state === "waiting") return { preparedId: id };
    const twins = await tx.preparedNotice.count({ where: { claimId, articleId, cause, state: "waiting" } });
    const isAsLeft = state === "dismissed" && draft.decidedAt?.getTime() === at.getTime();
    if (!isAsLeft || twins > 0) refuse(changedSince);
    const undecided = { decidedById: null, decidedAt: null, dismissReason: null };
    await tx.preparedNotice.update({
      where: { id },
      data: { state: "waiting", ...undecided, version: { increment: 1 } },
    });
    await reopenTaskOf(tx, viewer, { claimId, articleId, cause, at });
    await recordEvent(tx, viewer, now, {
      event: "prepared-notice.dismissal-undone",
      subject: { kind: "prepared-notice", id },
      claimId,
    });
    return { preparedId: id };
  });
}

type Dismissed = { claimId: string; articleId: string; cause: string; at: Date };

/** The task that was closed with the draft, unless the same was opened anew. */
async function reopenTaskOf(tx: Tx, viewer: Viewer, { at, ...draft }: Dismissed): Promise<void> {
  const task = taskOf(draft);
  if ((await tx.task.count({ where: { ...task, doneAt: null } })) > 0) return;
  await tx.task.updateMany({
    where: { ...task, doneAt: at, doneById: viewer.id },
    data: { doneAt: null, doneById: null, note: null },
  });
}
