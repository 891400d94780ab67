import "server-only";
import type { Viewer } from "../access/viewer";
import { db } from "../core/db.server";
import { fail, type Result } from "../core/result";
import { changedSince, partOf, type OwnEntry } from "../undo/own-entry.server";
import { editReply, expunged, type ReplyNote } from "./commands";

/**
 * Takes back what this person noted of a reply: outcome and times are what they were, and so are the words, read from the
 * copy that held them. 409 `stale` when something else was noted since, or that copy was expunged.
 */
export async function takeBackNote(
  viewer: Viewer,
  entry: OwnEntry,
  now: Date,
): Promise<Result<{ id: string; claimId: string }>> {
  const undoes = partOf(entry, "changes") as ReplyNote;
  const { captureId, ...was } = partOf(entry, "was") as ReplyNote;
  // An entry from before entries told what they changed fits none.
  if (Object.keys(undoes).length === 0) return fail(changedSince);
  const words = captureId ? await wordsOf(captureId) : null;
  if (captureId && words === null) return fail(expunged);
  const input = captureId === undefined ? was : { ...was, reply: words };
  return editReply(viewer, entry.subjectId, input, now, { from: captureId ?? null, undoes });
}

/** The words of a reply to the letter; null once they are expunged. */
async function wordsOf(captureId: string): Promise<string | null> {
  const copy = await db().capture.findUnique({ where: { id: captureId }, select: { bytes: true } });
  return copy?.bytes ? Buffer.from(copy.bytes).toString("utf8") : null;
}
