import "server-only";
import type { Viewer } from "../access/viewer";
import { notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { changedSince, type OwnEntry } from "../undo/own-entry.server";

/**
 * Opens a task again that this person closed; what they noted about it stays in the log. 409 `stale` when it is closed by
 * somebody else by now, or the same was opened anew.
 */
export async function reopenTask(
  viewer: Viewer,
  { subjectId: id }: OwnEntry,
  now: Date,
): Promise<Result<{ taskId: string }>> {
  return runCommand(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM task WHERE id = ${id} FOR UPDATE`;
    const task = (await tx.task.findUnique({ where: { id } })) ?? refuse(notFound("task"));
    const { kind, claimId, articleId } = task;
    // Open already is what was wanted.
    if (task.doneAt === null) return { taskId: id };
    const twin = claimId && (await tx.task.count({ where: { kind, claimId, articleId, doneAt: null } }));
    if (task.doneById !== viewer.id || twin) refuse(changedSince);
    await tx.task.update({ where: { id }, data: { doneAt: null, doneById: null, note: null } });
    await recordEvent(tx, viewer, now, {
      event: "task.reopened",
      subject: { kind: "task", id },
      claimId,
      body: { kind },
    });
    return { taskId: id };
  });
}
