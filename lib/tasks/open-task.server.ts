import "server-only";
import type { Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import type { TaskKind } from "./task-kinds";

/** What is opened about a claim and one of its sources. */
export type TaskOf = { kind: Exclude<TaskKind, "shelf-life">; claimId: string; articleId: string };

/** Opens a task, unless the same one is open already: then it says what is known now. */
export async function openTask(
  tx: Tx,
  task: TaskOf & { text: string; slug: string | null },
  now: Date,
): Promise<void> {
  await tx.task.createMany({ data: [{ id: newId(), ...task, createdAt: now }], skipDuplicates: true });
  const { kind, claimId, articleId, text } = task;
  await tx.task.updateMany({
    where: { kind, claimId, articleId, doneAt: null, NOT: { text } },
    data: { text },
  });
}

/** Closes a task of this kind with what came of it; `byId` null when no person did it. */
export async function closeTask(
  tx: Tx,
  task: TaskOf,
  done: { note: string; byId: string | null },
  now: Date,
): Promise<void> {
  await tx.task.updateMany({
    where: { ...task, doneAt: null },
    data: { doneAt: now, doneById: done.byId, note: done.note },
  });
}
