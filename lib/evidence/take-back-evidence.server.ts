import "server-only";
import type { Viewer } from "../access/viewer";
import { fail, ok, type Result } from "../core/result";
import { changedSince, type OwnEntry } from "../undo/own-entry.server";
import { removeEvidence } from "./commands";

/**
 * Takes evidence that this person logged off its claim again; a copy that was kept for it stays. 409 `stale` when somebody
 * changed it since.
 */
export async function takeBackEvidence(
  viewer: Viewer,
  entry: OwnEntry,
  now: Date,
): Promise<Result<{ evidenceId: string }>> {
  const evidenceId = entry.subjectId;
  const done = await removeEvidence(viewer, evidenceId, now, 0);
  if (done.ok) return done;
  // Taken off already is what was wanted.
  if (done.error.kind === "not_found") return ok({ evidenceId });
  return done.error.code === "stale" ? fail(changedSince) : done;
}
