import "server-only";
import type { Viewer } from "../access/viewer";
import { changedFields } from "../core/changed-fields";
import { notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { changedSince, partOf, type OwnEntry } from "../undo/own-entry.server";
import { mayRemoveView } from "./view";

/** A view as the log keeps it, with whose it is. */
type Kept = { name: string; query: string; isTeam: boolean; ownerId: string; createdAt: string | Date };

/**
 * Takes back that a view was saved, written over or removed: it is as it was before, whosever it is, or gone when it was
 * new. 409 `stale` when it says something else by now, or there is another one of its name.
 */
export async function takeBackView(
  viewer: Viewer,
  entry: OwnEntry,
  now: Date,
): Promise<Result<{ viewId: string }>> {
  const was = entry.body.was === null ? null : (partOf(entry, "was") as Kept);
  return runCommand(async (tx) => {
    if (entry.body.was === undefined) refuse(changedSince);
    const view = await tx.queueView.findUnique({ where: { id: entry.subjectId } });
    const isBack = was ? view !== null && Object.keys(changedFields(was, view)).length === 0 : view === null;
    // Taken back already is what was wanted.
    if (isBack) return { viewId: entry.subjectId };
    refuseIfChanged(view, viewer, entry);
    const { id, event } = { id: entry.subjectId, event: was ? "view.put-back" : "view.removed" };
    if (!was) await tx.queueView.delete({ where: { id } });
    else {
      const twin = { ownerId: was.ownerId, name: was.name, NOT: { id } };
      if ((await tx.queueView.count({ where: twin })) > 0) refuse(changedSince);
      const fields = { ...was, updatedAt: now };
      await tx.queueView.upsert({ where: { id }, create: { id, ...fields }, update: fields });
    }
    const { name, isTeam } = was ?? (partOf(entry, "changes") as Kept);
    await recordEvent(tx, viewer, now, { event, subject: { kind: "view", id }, body: { name, isTeam } });
    return { viewId: id };
  });
}

/** It is there as it was saved, or still gone as it was removed. */
function refuseIfChanged(view: Kept | null, viewer: Viewer, entry: OwnEntry): void {
  if (entry.event === "view.removed") {
    if (view) refuse(changedSince);
    return;
  }
  if (!view) return refuse(notFound("view"));
  const { name, query, isTeam } = partOf(entry, "changes") as Kept;
  const isAsSaved = view.name === name && view.query === query && view.isTeam === isTeam;
  if (!mayRemoveView(viewer, view) || !isAsSaved) refuse(changedSince);
}
