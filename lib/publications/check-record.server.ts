import "server-only";
import { db } from "../core/db.server";
import { logProofOf } from "../log/queries";
import type { SitePageRecord } from "../site-pages/record";
import type { AnyRecord, SignedRecord, WithholdingReason } from "./record";
import type { FoundInRecord, LaterRecord, RecordCheck, RecordProblem, RecordSubject } from "./record-check";
import { verifyPage, verifyRecord, type KeySet } from "./sign";
import { loadKeySet } from "./signing-key.server";
import { parseRecord } from "./verified-versions";

const columns = { version: true, recordText: true, sha256: true, signature: true, keyId: true } as const;
const withholding = {
  where: { confirmedAt: { not: null } },
  select: { reasonClass: true },
  take: 1,
} as const;

/** A version as it is kept; `withheldFor` says why its text is withheld from readers, and is `null` while it can be read. */
type Row = {
  version: number;
  recordText: string;
  sha256: string;
  signature: string;
  keyId: string;
  withheldFor: WithholdingReason | null;
};

/** A verdict's record, or a page's. */
type CheckedRecord = AnyRecord | SitePageRecord;

/** The last two kept versions of a subject, newest first: from `from` on and up to `to`, where those are given. */
async function lastTwo(subject: RecordSubject, { from, to }: { from?: number; to?: number }): Promise<Row[]> {
  const version = { ...(from === undefined ? {} : { gte: from }), ...(to === undefined ? {} : { lte: to }) };
  const newestFirst = { orderBy: { version: "desc" }, take: 2 } as const;
  if (subject.of === "page") {
    const where = { page: subject.page, version };
    const rows = await db().siteVersion.findMany({ where, ...newestFirst, select: columns });
    return rows.map((row) => ({ ...row, withheldFor: null }));
  }
  const where = { slug: subject.slug, version };
  const select = { ...columns, withholdings: withholding };
  const rows = await db().publication.findMany({ where, ...newestFirst, select });
  return rows.map(({ withholdings, ...row }) => ({
    ...row,
    withheldFor: (withholdings[0]?.reasonClass as WithholdingReason | undefined) ?? null,
  }));
}

/** Whether a record was signed as this version of this subject, under whatever signature. */
function isOf(record: CheckedRecord, subject: RecordSubject, version: number): boolean {
  const isSubject =
    record.type === "countersign-page"
      ? subject.of === "page" && record.page === subject.page
      : subject.of === "verdict" && record.slug === subject.slug;
  return isSubject && record.version === version;
}

/** A page's signature is worthless under a verdict, and the other way round: which one it must be, the address says. */
function verified(signed: SignedRecord<CheckedRecord>, subject: RecordSubject, keys: KeySet) {
  return subject.of === "page"
    ? verifyPage(signed as SignedRecord<SitePageRecord>, keys)
    : verifyRecord(signed as SignedRecord<AnyRecord>, keys);
}

type Read = { record: CheckedRecord; problem: null } | { record: null; problem: RecordProblem };

/** The record of a row, read beside the one before it, or why it is not what was signed. */
function readRow(
  { recordText, version, ...rest }: Row,
  subject: RecordSubject,
  beforeSha256: string | null,
  keys: KeySet,
): Read {
  const record = parseRecord<CheckedRecord>(recordText);
  const differs = (problem: RecordProblem): Read => ({ record: null, problem });
  if (!record) return differs("unreadable");
  const check = verified({ ...rest, record }, subject, keys);
  if (!check.ok) return differs(check.reason);
  if (!isOf(record, subject, version)) return differs("another-address");
  return (record.previous?.sha256 ?? null) === beforeSha256
    ? { record, problem: null }
    : differs("another-before");
}

/**
 * What was signed last of a subject, unless that is `version` itself: verified as any other, so that nobody learns from
 * a row that was never signed what holds now.
 */
async function laterThan(subject: RecordSubject, version: number, keys: KeySet): Promise<LaterRecord | null> {
  const [last, before] = await lastTwo(subject, { from: version });
  if (!last || !before) return null;
  const { withheldFor, version: at } = last;
  const { record } = readRow(last, subject, before.sha256, keys);
  if (!record) return { version: at, change: "differs" };
  return { version: at, change: changeIn(record, withheldFor), publishedAt: record.publishedAt, withheldFor };
}

/** What kind of change a version is, where its record says and readers may read it. */
function changeIn(record: CheckedRecord, withheldFor: WithholdingReason | null) {
  if (record.type === "countersign-page") return null;
  if (record.kind === "retraction") return record.kind;
  return withheldFor === null ? (record.correction?.class ?? null) : null;
}

function foundIn(record: CheckedRecord): FoundInRecord | null {
  if (record.type === "countersign-page" || record.kind === "retraction") return null;
  const { finding, rating, language } = record;
  return { finding, rating, language };
}

/** Reads version `version` of a subject (the latest when `null`) afresh from the database, past every cache, and verifies it. */
export async function checkRecord(subject: RecordSubject, version: number | null): Promise<RecordCheck> {
  const [row, before] = await lastTwo(subject, version === null ? {} : { from: version - 1, to: version });
  if (!row || (version !== null && row.version !== version)) return { outcome: "unknown", subject, version };
  const keys = await loadKeySet();
  const { record, problem } = readRow(row, subject, before?.sha256 ?? null, keys);
  if (!record) return { outcome: "differs", subject, version: row.version, reason: problem };
  const [log, later] = [await logProofOf(row.sha256), await laterThan(subject, row.version, keys)];
  const { sha256, signature, keyId, withheldFor } = row;
  return {
    outcome: "matches",
    subject,
    version: row.version,
    isRetraction: record.type === "countersign-record" && record.kind === "retraction",
    later,
    sha256,
    signature,
    keyId,
    publishedAt: record.publishedAt,
    withheldFor,
    signerName: withheldFor === null ? record.signer.name : null,
    found: withheldFor === null && later?.change !== "retraction" ? foundIn(record) : null,
    logIndex: log?.index ?? null,
  };
}
