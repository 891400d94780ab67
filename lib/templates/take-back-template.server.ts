import "server-only";
import type { Viewer } from "../access/viewer";
import { changedFields } from "../core/changed-fields";
import { fail, ok, type Result } from "../core/result";
import { changedSince, partOf, type OwnEntry } from "../undo/own-entry.server";
import { editTemplate } from "./commands";
import { getTemplate } from "./queries";

/** Gives a template back the name and text from before this person's edit. 409 `stale` when it was changed since. */
export async function takeBackTemplateEdit(
  viewer: Viewer,
  entry: OwnEntry,
  now: Date,
): Promise<Result<{ templateId: string }>> {
  const templateId = entry.subjectId;
  const was = partOf(entry, "was") as { name: string; body: string };
  const { version } = entry.body;
  // An entry from before entries named the version that they made fits none.
  if (typeof version !== "number") return fail(changedSince);
  const stands = await getTemplate(templateId);
  // Taken back already is what was wanted.
  if (stands && Object.keys(changedFields(was, stands)).length === 0) return ok({ templateId });
  const done = await editTemplate(viewer, { templateId, ...was, version }, now);
  return !done.ok && done.error.code === "stale" ? fail(changedSince) : done;
}
