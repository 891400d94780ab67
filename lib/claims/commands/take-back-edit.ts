import "server-only";
import type { Viewer } from "../../access/viewer";
import type { Result } from "../../core/result";
import { partOf, type OwnEntry } from "../../undo/own-entry.server";
import type { EditClaimInput } from "../schema";
import { editClaim } from "./edit-claim";

/**
 * Gives a claim's fields back what they said before this person's edit: an edit like any other, which makes an author,
 * outdates reviews and cancels what was signed for later. 409 `stale` when the claim was edited since.
 */
export function takeBackEdit(
  viewer: Viewer,
  entry: OwnEntry,
  now: Date,
): Promise<Result<{ claimId: string }>> {
  const was = partOf(entry, "was") as Omit<EditClaimInput, "version">;
  // An entry from before entries named the version that they made fits none.
  const version = typeof entry.body.version === "number" ? entry.body.version : -1;
  return editClaim(viewer, entry.subjectId, { ...was, version }, now, { had: was.topics });
}
