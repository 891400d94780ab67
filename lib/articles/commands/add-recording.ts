import "server-only";
import type { Viewer } from "../../access/viewer";
import type { StoredRecording } from "../../captures/recording-store.server";
import type { Tx } from "../../core/db.server";
import type { Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { withoutWords } from "../extraction";
import type { AddRecordingInput } from "../schema";
import { keepDocument, type AddedArticle } from "./add-article";

/** The database reads all pieces once more to see that they are the file of this hash: longer than one statement may take otherwise. */
const sealingMs = 60_000;

let sealing: Promise<unknown> = Promise.resolve();

/** One after the other in this process: meanwhile the database holds the file twice in memory. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = sealing.then(work);
  sealing = done.catch(() => undefined);
  return done;
}

/** Adds an article whose copy is a recording that was kept in pieces: from now on they are its copy for good. */
export function addRecording(
  viewer: Viewer,
  { recordingId, sha256, contentType }: StoredRecording,
  { claimId: _, ...given }: AddRecordingInput,
  now: Date,
): Promise<Result<AddedArticle>> {
  const document = { bytes: new Uint8Array(), method: "uploaded", url: given.url ?? null } as const;
  const read = { document, recordingId, sha256, contentType, charset: null, extraction: withoutWords() };
  const keep = async (tx: Tx) => {
    await tx.$executeRaw`SET LOCAL statement_timeout = '60s'`;
    return keepDocument(tx, viewer, read, given, now);
  };
  return inTurn(() => runCommand(keep, { timeoutMs: sealingMs }));
}
