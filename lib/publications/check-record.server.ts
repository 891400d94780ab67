import "server-only";
import type { CorrectionClass } from "../claims/dossier";
import { db } from "../core/db.server";
import { logProofOf } from "../log/queries";
import type { AnyRecord, SignedRecord } from "./record";
import type { LaterRecord, RecordCheck, RecordProblem } from "./record-check";
import { verifyRecord } from "./sign";
import { loadKeySet } from "./signing-key.server";

const select = { version: true, recordText: true, sha256: true, signature: true, keyId: true } as const;

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

/** What was published last under a slug, unless that is `version` itself. */
async function laterThan(slug: string, version: number): Promise<LaterRecord | null> {
  const last = await db().publication.findFirst({
    where: { slug, version: { gt: version } },
    orderBy: { version: "desc" },
    select: { version: true, kind: true, correctionClass: true, publishedAt: true },
  });
  if (!last) return null;
  const change = last.kind === "retraction" ? "retraction" : (last.correctionClass as CorrectionClass | null);
  return { version: last.version, change, publishedAt: last.publishedAt.toISOString() };
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
  const { recordText, ...rest } = row;
  const at = { slug, version: row.version };
  const keys = await loadKeySet();
  try {
    const signed = { ...rest, record: JSON.parse(recordText) as AnyRecord };
    const reason = problemOf(signed, at, rows[1]?.sha256 ?? null, keys);
    if (reason !== null) return { outcome: "differs", ...at, reason };
    const { publishedAt, signer, kind } = signed.record;
    const log = await logProofOf(row.sha256);
    const { sha256, signature, keyId } = row;
    return {
      outcome: "matches",
      ...at,
      kind: kind === "retraction" ? kind : "publication",
      later: await laterThan(slug, at.version),
      sha256,
      signature,
      keyId,
      publishedAt,
      signerName: signer.name,
      logIndex: log?.index ?? null,
    };
  } catch (error) {
    if (error instanceof SyntaxError) return { outcome: "differs", ...at, reason: "unreadable" };
    throw error;
  }
}
