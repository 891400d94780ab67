import "server-only";
import { readByteRange, type ByteRange } from "../core/byte-range";
import { db } from "../core/db.server";
import { fail, notFound, ok, type Result } from "../core/result";
import { isRecording } from "./recording";
import { captureSize, readPieces } from "./recording-store.server";
import { takenOut } from "./queries";

/** A part of a captured file as it came, or all of it. Without `body` there is no such part of it. */
export type OriginalFile = {
  type: string;
  sha256: string;
  size: number;
  range: ByteRange;
  body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null;
};

type Row = {
  contentType: string | null;
  sha256: string;
  size: number | null;
  recordingId: string | null;
  expungedAt: Date | null;
  capturedAt: Date;
};

/**
 * A captured PDF or recording as it came, for staff: what a Range header asks for, read from the database alone, a
 * recording in pieces as it is sent. `not_found` for captures of other kinds, `gone` after it was expunged. A condition
 * (`If-Range`) that does not name this very file is answered with all of it.
 */
export async function originalFile(
  captureId: string,
  kind: "pdf" | "recording",
  asked: { range: string | null; ifRange: string | null },
): Promise<Result<OriginalFile>> {
  const [row] = await db().$queryRaw<Row[]>`
    SELECT "contentType", sha256, ${captureSize} AS size, "recordingId", "expungedAt", "capturedAt" FROM capture
    WHERE id = ${captureId}`;
  if (!row) return fail(notFound("capture"));
  if (row.expungedAt || row.size === null) return fail(takenOut(row.expungedAt ?? row.capturedAt));
  const { contentType, sha256, size, recordingId } = row;
  const isOfKind = kind === "pdf" ? contentType === "application/pdf" : isRecording(contentType);
  if (!isOfKind || !contentType) return fail(notFound(kind === "pdf" ? "PDF" : "recording"));
  const isSame = asked.ifRange === null || asked.ifRange === `"${sha256}"`;
  const range = readByteRange(isSame ? asked.range : null, size);
  const file = { type: contentType, sha256, size, range };
  if (range.kind === "none") return ok({ ...file, body: null });
  const [first, last] = range.kind === "part" ? [range.first, range.last] : [0, size - 1];
  const body = recordingId
    ? readPieces(recordingId, first, last)
    : await partOfCapture(captureId, first, last);
  return ok({ ...file, body });
}

async function partOfCapture(
  captureId: string,
  first: number,
  last: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const [part] = await db().$queryRaw<{ bytes: Uint8Array<ArrayBuffer> }[]>`
    SELECT substring(bytes FROM ${first + 1}::int FOR ${last - first + 1}::int) AS bytes FROM capture WHERE id = ${captureId}`;
  return part?.bytes ?? null;
}
