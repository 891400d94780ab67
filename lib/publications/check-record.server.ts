import "server-only";
import { db } from "../core/db.server";
import { logProofOf } from "../log/queries";
import type { AnyRecord, SignedRecord, WithholdingReason } from "./record";
import type { LaterRecord, RecordCheck, RecordProblem } from "./record-check";
import { verifyRecord } from "./sign";
import { loadKeySet } from "./signing-key.server";

const select = {
  version: true,
  recordText: true,
  sha256: true,
  signature: true,
  keyId: true,
  withholdings: { where: { confirmedAt: { not: null } }, select: { reasonClass: true }, take: 1 },
} as const;

/** Why the text of a stored version is withheld from readers; `null` while it can be read. */
function withheldForOf(withholdings: readonly { reasonClass: string }[]): WithholdingReason | null {
  return (withholdings[0]?.reasonClass as WithholdingReason | undefined) ?? null;
}

/** Why this record, read beside the one before it, is not what was signed; `null` when it is. */
function problemOf(
  signed: SignedRecord,
  at: { slug: string; version: number },
  beforeSha256: string | null,
  keys: Awaited<ReturnType<typeof loadKeySet>>,
): RecordProblem | null {
  const check = verifyRecord(signed, keys);
  if (!check.ok) return check.reason;
  const { record } = signed;
  if (record.slug !== at.slug || record.version !== at.version) return "another-address";
  if ((record.previous?.sha256 ?? null) !== beforeSha256) return "another-before";
  return null;
}

/**
 * What was published last under a slug, unless that is `version` itself: verified as any other, so that nobody learns from
 * a row that was never signed what holds now.
 */
async function laterThan(
  slug: string,
  version: number,
  keys: Awaited<ReturnType<typeof loadKeySet>>,
): Promise<LaterRecord | null> {
  const [last, before] = await db().publication.findMany({
    where: { slug, version: { gte: version } },
    orderBy: { version: "desc" },
    take: 2,
    select,
  });
  if (!last || !before) return null;
  const { recordText, withholdings, ...rest } = last;
  const record = readRecord(recordText);
  const at = { slug, version: last.version };
  if (!record || problemOf({ ...rest, record }, at, before.sha256, keys) !== null)
    return { version: last.version, change: "differs" };
  const withheldFor = withheldForOf(withholdings);
  const change =
    record.kind === "retraction"
      ? record.kind
      : withheldFor === null
        ? (record.correction?.class ?? null)
        : null;
  return { version: last.version, change, publishedAt: record.publishedAt, withheldFor };
}

/** `null` for a text that is no JSON: it was never signed. */
function readRecord(text: string): AnyRecord | null {
  try {
    return JSON.parse(text) as AnyRecord;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Reads version `version` of a slug (the latest when `null`) afresh from the database, past every cache, and verifies it. */
export async function checkRecord(slug: string, version: number | null): Promise<RecordCheck> {
  const rows = await db().publication.findMany({
    where: { slug, ...(version === null ? {} : { version: { in: [version - 1, version] } }) },
    orderBy: { version: "desc" },
    take: 2,
    select,
  });
  const row = rows[0];
  if (!row || (version !== null && row.version !== version)) return { outcome: "unknown", slug, version };
  const { recordText, withholdings, ...rest } = row;
  const at = { slug, version: row.version };
  const keys = await loadKeySet();
  const record = readRecord(recordText);
  const reason = record ? problemOf({ ...rest, record }, at, rows[1]?.sha256 ?? null, keys) : "unreadable";
  if (!record || reason !== null) return { outcome: "differs", ...at, reason: reason ?? "unreadable" };
  const { publishedAt, signer, kind } = record;
  const log = await logProofOf(row.sha256);
  const { sha256, signature, keyId } = row;
  const withheldFor = withheldForOf(withholdings);
  return {
    outcome: "matches",
    ...at,
    kind: kind === "retraction" ? kind : "publication",
    later: await laterThan(slug, at.version, keys),
    sha256,
    signature,
    keyId,
    publishedAt,
    withheldFor,
    signerName: withheldFor === null ? signer.name : null,
    logIndex: log?.index ?? null,
  };
}
