import "server-only";
import { createHash } from "node:crypto";
import type { Viewer } from "../access/viewer";
import { db, Prisma, rowsOf } from "../core/db.server";
import { logger } from "../core/log-problem.server";
import { newId } from "../core/new-id.server";
import { fail, ok, type Failure, type Result } from "../core/result";
import { acceptedFiles, kindsInWords } from "./accepted-files";
import { cutIntoPieces, piecesOf } from "./pieces";
import { recordingType, type RecordingType } from "./recording";

/** A recording whose pieces are all kept. It is nobody's evidence before a capture names it. */
export type StoredRecording = {
  recordingId: string;
  sha256: string;
  contentType: RecordingType;
};

const noRecording: Failure = {
  kind: "unsupported_media",
  code: "no-recording",
  detail: `This is no sound or video that we take: ${kindsInWords(acceptedFiles.recordings)}. Save it as one of these, and choose that file.`,
};

const noFile: Failure = {
  kind: "invalid",
  code: "no-file",
  detail: "Choose the file: none came, or an empty one.",
  issues: [{ code: "no-file", field: "file", message: "Choose the file: none came, or an empty one." }],
};

function tooLarge(mostBytes: number): Failure {
  const most = Math.floor(mostBytes / 1_048_576);
  return {
    kind: "too_large",
    code: "recording-too-large",
    detail: `This recording is larger than ${most} MB, the most that this desk takes. Save it smaller, or cut out the stretch that matters.`,
  };
}

/**
 * Keeps a recording piece by piece as it comes and counts its hash meanwhile, one piece in memory. What is refused (no
 * sound or video by its first bytes, or more than `mostBytes`) is read to its end, so that the answer is heard, and
 * nothing of it stays; neither does anything of what breaks off, which throws.
 */
export async function storeRecording(
  viewer: Viewer,
  chunks: AsyncIterable<Uint8Array>,
  mostBytes: number,
  now: Date,
): Promise<Result<StoredRecording>> {
  const recordingId = newId();
  const hash = createHash("sha256");
  let [size, number] = [0, 0];
  let contentType: RecordingType | null = null;
  let refusal: Failure | null = null;
  try {
    for await (const piece of cutIntoPieces(chunks)) {
      if (refusal) continue;
      size += piece.length;
      contentType ??= recordingType(piece);
      refusal = contentType ? (size > mostBytes ? tooLarge(mostBytes) : null) : noRecording;
      if (refusal) continue;
      if (number === 0) await beginRecording(recordingId, viewer, now);
      await keepPiece(recordingId, number, piece);
      hash.update(piece);
      number += 1;
    }
  } catch (error) {
    await dropUpload(recordingId);
    throw error;
  }
  if (!refusal && contentType) return ok({ recordingId, sha256: hash.digest("hex"), contentType });
  await dropUpload(recordingId);
  return fail(refusal ?? noFile);
}

async function beginRecording(recordingId: string, viewer: Viewer, now: Date): Promise<void> {
  await db().recording.create({ data: { id: recordingId, createdById: viewer.id, startedAt: now } });
}

/** Without Prisma between, which would write a megabyte out as text. */
async function keepPiece(recordingId: string, number: number, bytes: Uint8Array): Promise<void> {
  await rowsOf(
    db(),
    Prisma.sql`INSERT INTO recording_piece ("recordingId", number, bytes) VALUES (${recordingId}, ${number}, ${bytes})`,
  );
}

/** Takes an upload away that came to nothing; what a capture names stays. What cannot be taken away now, the worker takes later. */
export async function dropUpload(recordingId: string): Promise<void> {
  try {
    await db().$queryRaw`SELECT drop_uploads(${recordingId}, NULL)`;
  } catch (err) {
    logger.warn({ err }, "an upload that came to nothing was left to the worker");
  }
}

/** Takes every upload away that was begun before this time and came to nothing. Returns how many. */
export async function dropUploadsBefore(time: Date): Promise<number> {
  const [row] = await db().$queryRaw<{ dropped: number }[]>`SELECT drop_uploads(NULL, ${time}) AS dropped`;
  return row!.dropped;
}

/** How many bytes a row of `capture` has, wherever they stand; null once they were taken out. */
export const captureSize = Prisma.sql`
  coalesce(octet_length(capture.bytes),
    (SELECT sum(octet_length(p.bytes))::int FROM recording_piece p WHERE p."recordingId" = capture."recordingId"))`;

/**
 * The bytes `first` to `last` of a recording (both included), each piece read when whoever reads it is ready for it. It
 * breaks off when the recording is taken out meanwhile.
 */
export function readPieces(recordingId: string, first: number, last: number): ReadableStream<Uint8Array> {
  const parts = piecesOf(first, last).values();
  return new ReadableStream(
    {
      async pull(controller) {
        const { value: part, done } = parts.next();
        if (done) return controller.close();
        const [row] = await rowsOf<{ bytes: Uint8Array }>(
          db(),
          Prisma.sql`
            SELECT substring(bytes FROM ${part.from + 1}::int FOR ${part.to - part.from}::int) AS bytes
            FROM recording_piece WHERE "recordingId" = ${recordingId} AND number = ${part.number}`,
        );
        if (!row) throw new Error("The recording was taken out while it was read.");
        controller.enqueue(row.bytes);
      },
    },
    { highWaterMark: 0 },
  );
}

/** All bytes of a recording, to be read from the beginning as often as need be; null when none are left. */
export async function recordingBytes(recordingId: string) {
  const [row] = await db().$queryRaw<{ length: number | null }[]>`
    SELECT sum(octet_length(bytes))::int AS length FROM recording_piece WHERE "recordingId" = ${recordingId}`;
  const length = row?.length ?? 0;
  return length > 0 ? { length, read: () => readPieces(recordingId, 0, length - 1) } : null;
}
