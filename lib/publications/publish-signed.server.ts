import "server-only";
import type { Tx } from "../core/db.server";
import { completeRecord } from "./build-record";
import type { Passed, Signer } from "./check-signing.server";
import { publishRecord, type Published } from "./publish-record.server";
import type { RevisionRecord } from "./record";

type Signed = {
  claimId: string;
  record: RevisionRecord;
  revisionHash: string;
  passed: Passed;
  from: string;
  to: string;
  key: { privatePem: string; kid: string };
  now: Date;
  /** What it waited under, and when it was signed. */
  schedule?: { id: string; signedAt: Date };
};

/** Publishes a signed revision as the next version, in the caller's transaction, and closes the correction it ends. */
export async function publishSigned(tx: Tx, signer: Signer, signed: Signed): Promise<Published> {
  const { claimId, passed, schedule, now } = signed;
  const record = completeRecord(signed.record, {
    version: (signed.record.previous?.version ?? 0) + 1,
    publishedAt: now.toISOString(),
    signer: {
      name: signer.name,
      selfSigned: passed.selfSigned,
      byToken: signer.byToken,
      ...(schedule ? { signedAt: schedule.signedAt.toISOString() } : {}),
    },
    overrides: passed.used,
  });
  const { revisionHash, key, from, to } = signed;
  const published = await publishRecord(tx, signer, {
    claimId,
    record,
    revisionHash,
    key,
    selfReason: passed.selfSigned?.reason ?? null,
    overrides: passed.used,
    topics: record.claim.topics,
    from,
    to,
    now,
    ...(schedule ? { schedule } : {}),
  });
  await tx.correction.updateMany({ where: { claimId, closedAt: null }, data: { closedAt: now } });
  return published;
}
