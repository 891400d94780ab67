import "server-only";
import type { Viewer } from "../../access/viewer";
import type { StoredRecording } from "../../captures/recording-store.server";
import type { Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { withoutWords } from "../extraction";
import type { AddRecordingInput } from "../schema";
import { keepDocument, type AddedArticle } from "./add-article";

/** The database reads all pieces once more to see that they are the file of this hash. */
const sealingMs = 60_000;

/** Adds an article whose copy is a recording that was kept in pieces: from now on they are its copy for good. */
export function addRecording(
  viewer: Viewer,
  { recordingId, sha256, contentType }: StoredRecording,
  { claimId: _, ...given }: AddRecordingInput,
  now: Date,
): Promise<Result<AddedArticle>> {
  const document = { bytes: new Uint8Array(), method: "uploaded", url: given.url ?? null } as const;
  const read = { document, recordingId, sha256, contentType, charset: null, extraction: withoutWords() };
  return runCommand((tx) => keepDocument(tx, viewer, read, given, now), { timeoutMs: sealingMs });
}
