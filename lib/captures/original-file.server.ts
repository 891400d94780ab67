import "server-only";
import { readByteRange, type ByteRange } from "../core/byte-range";
import { db } from "../core/db.server";
import { fail, notFound, ok, type Result } from "../core/result";
import { isRecording } from "./recording";
import { takenOut } from "./queries";

/** A part of a captured file as it came, or all of it. Without `bytes` there is no such part of it. */
export type OriginalFile = {
  type: string;
  sha256: string;
  size: number;
  range: ByteRange;
  bytes: Uint8Array | null;
};

type Row = {
  contentType: string | null;
  sha256: string;
  size: number | null;
  expungedAt: Date | null;
  capturedAt: Date;
};

/**
 * A captured PDF or recording as it came, for staff: what a Range header asks for, read from the database alone.
 * `not_found` for captures of other kinds, `gone` after it was expunged. A condition (`If-Range`) that does not name this
 * very file is answered with all of it.
 */
export async function originalFile(
  captureId: string,
  kind: "pdf" | "recording",
  asked: { range: string | null; ifRange: string | null },
): Promise<Result<OriginalFile>> {
  const [row] = await db().$queryRaw<Row[]>`
    SELECT "contentType", sha256, octet_length(bytes) AS size, "expungedAt", "capturedAt" FROM capture WHERE id = ${captureId}`;
  if (!row) return fail(notFound("capture"));
  if (row.expungedAt || row.size === null) return fail(takenOut(row.expungedAt ?? row.capturedAt));
  const { contentType, sha256, size } = row;
  const isOfKind = kind === "pdf" ? contentType === "application/pdf" : isRecording(contentType);
  if (!isOfKind || !contentType) return fail(notFound(kind === "pdf" ? "PDF" : "recording"));
  const isSame = asked.ifRange === null || asked.ifRange === `"${sha256}"`;
  const range = readByteRange(isSame ? asked.range : null, size);
  if (range.kind === "none") return ok({ type: contentType, sha256, size, range, bytes: null });
  const [first, last] = range.kind === "part" ? [range.first, range.last] : [0, size - 1];
  const [part] = await db().$queryRaw<{ bytes: Uint8Array }[]>`
    SELECT substring(bytes FROM ${first + 1}::int FOR ${last - first + 1}::int) AS bytes FROM capture WHERE id = ${captureId}`;
  return ok({ type: contentType, sha256, size, range, bytes: part?.bytes ?? null });
}
