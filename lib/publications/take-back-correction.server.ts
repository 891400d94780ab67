import "server-only";
import type { Viewer } from "../access/viewer";
import { fieldsBefore } from "../core/changed-fields";
import { fail, type Result } from "../core/result";
import { changedSince, partOf, type OwnEntry } from "../undo/own-entry.server";
import { changeCorrection } from "./commands/change-correction";
import type { ChangeCorrectionInput } from "./schema";

/**
 * Calls an open correction what it was called before this person's change, for the reason from before. 409 `stale` when it
 * was changed again since, or another one is open.
 */
export async function takeBackCorrectionChange(
  viewer: Viewer,
  entry: OwnEntry,
  now: Date,
): Promise<Result<{ claimId: string }>> {
  if (!entry.claimId) return fail(changedSince);
  const changes = partOf(entry, "changes") as ChangeCorrectionInput;
  const was = fieldsBefore(changes, partOf(entry, "was")) as ChangeCorrectionInput;
  return changeCorrection(viewer, entry.claimId, was, now, { correctionId: entry.subjectId, changes });
}
