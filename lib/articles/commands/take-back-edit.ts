import "server-only";
import type { Viewer } from "../../access/viewer";
import { fail, type Result } from "../../core/result";
import { changedSince, partOf, type OwnEntry } from "../../undo/own-entry.server";
import type { EditArticleInput } from "../schema";
import { editArticle } from "./edit-article";

/**
 * Gives an article back what was known about it before this person's edit, or how far it could be relied on: an edit like
 * any other, with the tasks that go with it. 409 `stale` when the article was changed since.
 */
export async function takeBackArticleEdit(
  viewer: Viewer,
  entry: OwnEntry,
  now: Date,
): Promise<Result<{ articleId: string }>> {
  const { version } = entry.body;
  const { reliabilityReason, ...was } = partOf(entry, "was");
  if (typeof version !== "number" || Object.keys(was).length === 0) return fail(changedSince);
  const reason = typeof reliabilityReason === "string" ? { reason: reliabilityReason } : {};
  const input = { ...was, ...reason, version } as EditArticleInput;
  const done = await editArticle(viewer, entry.subjectId, input, now, { isPutBack: true });
  return !done.ok && done.error.code === "stale" ? fail(changedSince) : done;
}
