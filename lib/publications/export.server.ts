import "server-only";
import { env } from "../core/env.server";
import { fail, mapResult, notFound, ok, type Result } from "../core/result";
import { annotationCollection } from "./annotations";
import { exportRow, type ExportRow } from "./export-rows";
import { publicVerdict, type PublicVerdict } from "./public-records.server";
import { listCurrent, type ListedVerdict } from "./queries";
import type { SignedRecord } from "./record";
import { kindOf, readableVersion } from "./withheld";

/** How many verdicts one part of an export holds; the next part is named by a link. */
const partSize = 500;

/** One part of everything that stands, newest first, retractions included where `withRetractions`. */
export async function exportPart(
  before: string | undefined,
  withRetractions: boolean,
): Promise<{ verdicts: ListedVerdict[]; next: string | null }> {
  const { items, older } = await listCurrent({ limit: partSize, before, withRetractions });
  return { verdicts: items, next: older };
}

/** The line of what stands at each of these addresses. */
export function rowsOf(verdicts: readonly ListedVerdict[]): ExportRow[] {
  return verdicts.flatMap(({ versions, version }) => exportRow(versions, version, env().publicUrl) ?? []);
}

async function oneVersion(
  slug: string,
  version: number,
): Promise<Result<{ verdict: PublicVerdict; signed: SignedRecord }>> {
  const found = await publicVerdict(slug);
  if (!found.ok) return found;
  const verdict = found.value;
  return mapResult(readableVersion(verdict.versions, version), (signed) => ({ verdict, signed }));
}

/** One version as a line of the export. */
export async function versionRow(slug: string, version: number): Promise<Result<ExportRow>> {
  const found = await oneVersion(slug, version);
  if (!found.ok) return found;
  const row = exportRow(found.value.verdict.versions, version, env().publicUrl);
  return row ? ok(row) : fail(notFound("version"));
}

/** The quotes of one version as W3C annotations. */
export async function versionAnnotations(slug: string, version: number): Promise<Result<object>> {
  const found = await oneVersion(slug, version);
  if (!found.ok) return found;
  const { verdict, signed } = found.value;
  const last = verdict.versions.at(-1);
  const isRetracted = last !== undefined && kindOf(last.record) === "retraction";
  return ok(annotationCollection(signed, { siteUrl: env().publicUrl, isRetracted }));
}
