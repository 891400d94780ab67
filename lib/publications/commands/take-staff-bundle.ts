import "server-only";
import type { Viewer } from "../../access/viewer";
import { captureForArchive } from "../../captures/queries";
import { captureSize } from "../../captures/recording-store.server";
import { captureAsWarc, warcFileName } from "../../captures/warc.server";
import { db, Prisma } from "../../core/db.server";
import { env } from "../../core/env.server";
import { fail, notFound, ok, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { bundleZip } from "../bundle-zip";
import { publicBundleFiles } from "../bundle.server";
import { namedCaptures, staffFiles, type CaptureCopy, type NamedCapture } from "../staff-files";

/** A bundle is put together in memory; `verify-bundle.mjs` reads 256 MB at most. */
const maxCaptureBytes = 160 * 1024 * 1024;

export type StaffBundle = { name: string; bytes: Uint8Array };

/**
 * The evidence bundle of one published version with the captures of its public evidence as WARC files, for staff. That
 * it was taken, by whom, is in the log before anybody has it. `not_found` when the claim has no such version,
 * `too_large` when its captures exceed 160 MB.
 */
export async function takeStaffBundle(
  viewer: Viewer,
  claimId: string,
  version: number,
  now: Date,
): Promise<Result<StaffBundle>> {
  const row = await db().publication.findFirst({ where: { claimId, version }, select: { slug: true } });
  if (!row) return fail(notFound("version"));
  const found = await publicBundleFiles(row.slug, version);
  if (!found.ok) return found;
  const { signed, files } = found.value;
  const copies = await copiesOf(namedCaptures(signed.record));
  if (!copies.ok) return copies;
  const subject = { slug: row.slug, version, sha256: signed.sha256 };
  const bytes = bundleZip(subject, [...files, ...staffFiles(signed.record, copies.value)]);
  const logged = await runCommand((tx) =>
    recordEvent(tx, viewer, now, {
      event: "bundle.taken",
      subject: { kind: "bundle", id: signed.sha256 },
      claimId,
      body: { slug: row.slug, version, captures: copies.value.filter((copy) => !("leftOut" in copy)).length },
    }),
  );
  return logged.ok ? ok({ name: `${row.slug}-v${version}-staff.zip`, bytes }) : logged;
}

type Kept = { id: string; sha256: string; method: string; capturedAt: Date; size: number | null };

async function copiesOf(named: readonly NamedCapture[]): Promise<Result<CaptureCopy[]>> {
  const hashes = named.map(({ sha256 }) => sha256);
  const rows =
    hashes.length === 0
      ? []
      : await db().$queryRaw<Kept[]>`
          SELECT id, sha256, method, "capturedAt", ${captureSize} AS size FROM capture
          WHERE sha256 IN (${Prisma.join(hashes)}) ORDER BY id`;
  const kept = named.map((capture) => rows.find((row) => isCopy(row, capture)) ?? null);
  const total = kept.reduce((sum, row) => sum + (row?.size ?? 0), 0);
  if (total > maxCaptureBytes) {
    return fail({
      kind: "too_large",
      code: "captures-too-large",
      detail: `The captures of this version hold ${Math.ceil(total / 1e6)} MB, more than fits one bundle. Save them one by one from their pages.`,
    });
  }
  const copies: CaptureCopy[] = [];
  // One after the other: each is held whole while it is packed.
  for (const row of kept) copies.push(row ? await copyOf(row.id) : { leftOut: "missing" });
  return ok(copies);
}

/** The same bytes may have been captured twice; the record means the one of its time. */
function isCopy(row: Kept, { sha256, method, capturedAt }: NamedCapture): boolean {
  const isSameTime = row.capturedAt.getTime() === Date.parse(capturedAt);
  return row.sha256 === sha256 && row.method === method && isSameTime;
}

async function copyOf(captureId: string): Promise<CaptureCopy> {
  const capture = await captureForArchive(captureId);
  if (capture.ok) {
    const bytes = await captureAsWarc(capture.value, env().publicUrl);
    return { name: warcFileName(capture.value), bytes };
  }
  if (capture.error.kind !== "gone") return { leftOut: "missing" };
  const row = await db().capture.findUnique({ where: { id: captureId }, select: { expungedAt: true } });
  return { leftOut: "expunged", expungedOn: (row?.expungedAt ?? new Date(0)).toISOString().slice(0, 10) };
}
