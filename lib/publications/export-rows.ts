import { csvText } from "../core/csv";
import type { PublicationRecord, PublicVersion } from "./record";
import { kindOf } from "./withheld";

/** What became of a version: it stands, a later one replaced it, its verdict was retracted, or it is the retraction. */
export type ExportStatus = "current" | "superseded" | "retracted" | "retraction";

/** One version of a verdict on one line: what other systems sort, count and link by. Times are ISO 8601 with zone. */
export type ExportRow = {
  slug: string;
  version: number;
  status: ExportStatus;
  url: string;
  versionUrl: string;
  publishedAt: string;
  firstPublishedAt: string;
  language: string;
  label: string | null;
  publisher: string;
  claim: string;
  claimant: string | null;
  saidAt: string | null;
  claimUrl: string | null;
  rating: string | null;
  ratingLabel: string | null;
  ratingNumber: number | null;
  ratingBest: number | null;
  ratingWorst: number | null;
  finding: string | null;
  topics: string[];
  evidenceCount: number;
  withheldCount: number;
  originCount: number | null;
  correctionClass: string | null;
  correctionReason: string | null;
  sha256: string;
  signature: string;
  keyId: string;
  recordUrl: string;
  bundleUrl: string;
};

function statusOf(versions: readonly PublicVersion[], version: number): ExportStatus {
  const last = versions.at(-1)?.record;
  const isLast = last?.version === version;
  if (last && kindOf(last) === "retraction") return isLast ? "retraction" : "retracted";
  return isLast ? "current" : "superseded";
}

type Findings = Omit<
  ExportRow,
  | "slug"
  | "version"
  | "status"
  | "url"
  | "versionUrl"
  | "publishedAt"
  | "firstPublishedAt"
  | "language"
  | "label"
  | "publisher"
  | "claim"
  | "sha256"
  | "signature"
  | "keyId"
  | "recordUrl"
  | "bundleUrl"
>;

/** A retraction finds nothing: it says that nothing of the verdict stands, and why. */
function withdrawn(reason: string): Findings {
  return {
    claimant: null,
    saidAt: null,
    claimUrl: null,
    rating: null,
    ratingLabel: null,
    ratingNumber: null,
    ratingBest: null,
    ratingWorst: null,
    finding: null,
    topics: [],
    evidenceCount: 0,
    withheldCount: 0,
    originCount: null,
    correctionClass: "retraction",
    correctionReason: reason,
  };
}

function findingsOf(record: PublicationRecord): Findings {
  const { claim, rating, finding, evidence, withheld, route, correction } = record;
  const hasNumber = rating.number !== null;
  return {
    claimant: claim.claimant,
    saidAt: claim.saidAt,
    claimUrl: claim.appearance?.url ?? null,
    rating: rating.code,
    ratingLabel: rating.label,
    ratingNumber: rating.number,
    ratingBest: hasNumber ? rating.best : null,
    ratingWorst: hasNumber ? rating.worst : null,
    finding,
    topics: claim.topics,
    evidenceCount: evidence.length,
    withheldCount: withheld.length,
    originCount: route.side === null ? null : route.count,
    correctionClass: correction?.class ?? null,
    correctionReason: correction?.reason ?? null,
  };
}

/** Version `version` of a verdict as a line, from all its records, oldest first; `null` when there is no such version or it is withheld. */
export function exportRow(
  versions: readonly PublicVersion[],
  version: number,
  siteUrl: string,
): ExportRow | null {
  const signed = versions.find(({ record }) => record.version === version);
  if (!signed) return null;
  const { record, sha256, signature, keyId } = signed;
  if (record.kind === "withheld") return null;
  const url = `${siteUrl}/verdicts/${record.slug}`;
  const recordUrl = `${siteUrl}/api/v1/publications/${record.slug}/${version}`;
  return {
    slug: record.slug,
    version,
    status: statusOf(versions, version),
    url,
    versionUrl: `${url}/v/${version}`,
    publishedAt: record.publishedAt,
    firstPublishedAt: versions[0]?.record.publishedAt ?? record.publishedAt,
    language: record.language,
    label: record.label,
    publisher: record.publisher.name,
    claim: record.claim.text,
    ...(record.kind === "retraction" ? withdrawn(record.reason) : findingsOf(record)),
    sha256,
    signature,
    keyId,
    recordUrl,
    bundleUrl: `${recordUrl}/bundle.zip`,
  };
}

/** The columns of the CSV, in order: the members of a row. */
export const exportColumns = [
  ...(["slug", "version", "status", "url", "versionUrl", "publishedAt", "firstPublishedAt"] as const),
  ...(["language", "label", "publisher", "claim", "claimant", "saidAt", "claimUrl"] as const),
  ...(["rating", "ratingLabel", "ratingNumber", "ratingBest", "ratingWorst", "finding", "topics"] as const),
  ...(["evidenceCount", "withheldCount", "originCount", "correctionClass", "correctionReason"] as const),
  ...(["sha256", "signature", "keyId", "recordUrl", "bundleUrl"] as const),
] satisfies (keyof ExportRow)[];

/** Rows as CSV with a head line; topics stand in one cell, separated by "; ". */
export function exportCsv(rows: readonly ExportRow[]): string {
  const cells = rows.map((row) =>
    exportColumns.map((column) => (column === "topics" ? row.topics.join("; ") : row[column])),
  );
  return csvText([exportColumns, ...cells]);
}
