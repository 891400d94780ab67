import "server-only";
import type { Viewer } from "../../access/viewer";
import { fail, type Result } from "../../core/result";
import { changedSince, changedSinceBy, partOf, type OwnEntry } from "../../undo/own-entry.server";
import type { EditClaimInput } from "../schema";
import { editClaim } from "./edit-claim";

/**
 * Gives a claim's fields back what they said before this person's edit: an edit like any other, which makes an author,
 * outdates reviews and cancels what was signed for later. 409 `stale` when the claim was edited since, unless that left it as
 * it was before.
 */
export async function takeBackEdit(
  viewer: Viewer,
  entry: OwnEntry,
  now: Date,
): Promise<Result<{ claimId: string }>> {
  const was = partOf(entry, "was") as Omit<EditClaimInput, "version">;
  const { version } = entry.body;
  // An entry from before entries named the version that they made fits none.
  if (typeof version !== "number" || Object.keys(was).length === 0) return fail(changedSince);
  const how = { had: was.topics, isPutBack: true };
  const done = await editClaim(viewer, entry.subjectId, { ...was, version }, now, how);
  return !done.ok && done.error.code === "stale" ? fail(await changedSinceBy("claim", done.error)) : done;
}
