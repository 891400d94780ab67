import "server-only";
import { can } from "../access/can";
import type { Viewer } from "../access/viewer";
import { notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import type { FinishTaskInput } from "./schema";

/**
 * Marks a task as done, with what came of it. Done twice is done once: the first one stands, and `entryId`, the log's entry
 * of it, is null.
 */
export async function finishTask(
  viewer: Viewer,
  taskId: string,
  input: FinishTaskInput,
  now: Date,
): Promise<Result<{ taskId: string; claimId: string | null; entryId: string | null }>> {
  return runCommand(async (tx) => {
    if (!can(viewer, "task.write"))
      refuse({ kind: "forbidden", code: "role", detail: "Your account may not close tasks." });
    const task = (await tx.task.findUnique({ where: { id: taskId } })) ?? refuse(notFound("task"));
    const { count } = await tx.task.updateMany({
      where: { id: taskId, doneAt: null },
      data: { doneAt: now, doneById: viewer.id, note: input.note?.trim() || null },
    });
    const { claimId } = task;
    if (count === 0) return { taskId, claimId, entryId: null };
    const entryId = await recordEvent(tx, viewer, now, {
      event: "task.finished",
      subject: { kind: "task", id: taskId },
      claimId,
      body: { kind: task.kind, note: input.note ?? null },
    });
    return { taskId, claimId, entryId };
  });
}
