import "server-only";
import { fallBackToReview } from "../claims/open-claim.server";
import type { Prisma, Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import type { Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { keepShelfLife } from "../shelf-life/keep-shelf-life.server";
import { announceToWebhooks } from "../webhooks/announce.server";
import { eventOf } from "../webhooks/event";
import { canonicalJson, sha256Hex } from "./canonical";
import type { Signer } from "./check-signing.server";
import { indexPublication } from "./index-publication.server";
import { announcePublished } from "./published-notices.server";
import type { AnyRecord } from "./record";
import { queueEdgeRefresh } from "./refresh-edge.server";
import { signRecord } from "./sign";

type Signing = {
  claimId: string;
  record: AnyRecord;
  /** The hash that the editor signs off: of the revision, or of the version that is retracted. */
  revisionHash: string;
  key: { privatePem: string; kid: string };
  selfReason: string | null;
  overrides: { code: string; reason: string }[];
  topics: string[];
  from: string;
  to: string;
  now: Date;
  /** What it waited under until its time, and when it was signed. */
  schedule?: { id: string; signedAt: Date };
};

export type Published = { publication: { slug: string; version: number; sha256: string } };

/**
 * Writes sign-off, record with hash and signature, the claim's new state and the log entry: all of a publication, in
 * the caller's transaction. The database refuses a signer who is an author, a stale hash, and a version out of turn.
 */
export async function publishRecord(tx: Tx, signer: Signer, signing: Signing): Promise<Published> {
  const { claimId, record, revisionHash, key, now } = signing;
  const isRetraction = record.kind === "retraction";
  const recordText = canonicalJson(record);
  const sha256 = sha256Hex(recordText);
  const signOffId = newId();
  await tx.signOff.create({
    data: {
      id: signOffId,
      claimId,
      revisionHash,
      editorId: signer.id,
      action: isRetraction ? "retract" : "publish",
      selfSigned: signing.selfReason !== null,
      selfReason: signing.selfReason,
      byToken: signer.byToken,
      overrides: signing.overrides as unknown as Prisma.InputJsonValue,
      signedAt: signing.schedule?.signedAt ?? now,
      scheduleId: signing.schedule?.id ?? null,
    },
  });
  const signed = { recordText, sha256, signature: signRecord(sha256, key.privatePem), keyId: key.kid };
  await tx.publication.create({
    data: {
      id: newId(),
      claimId,
      ...columnsOf(record, signing.topics),
      ...signed,
      revisionHash,
      signOffId,
      publishedAt: now,
    },
  });
  await indexPublication(tx, record);
  await keepShelfLife(tx, claimId, record, now);
  await tx.claim.update({ where: { id: claimId }, data: { state: signing.to, updatedAt: now } });
  await reopenWhole(tx, signer, claimId, now);
  await recordEvent(tx, signer, now, {
    event: isRetraction ? "verdict.retracted" : "verdict.signed-off",
    subject: { kind: "publication", id: sha256 },
    recordSha256: sha256,
    claimId,
    from: signing.from,
    to: signing.to,
    body: {
      slug: record.slug,
      version: record.version,
      overrides: signing.overrides,
      ...(signing.schedule ? { signedAt: signing.schedule.signedAt.toISOString() } : {}),
    },
  });
  const { slug, version } = record;
  const given = record.kind === "publication" ? record.correction?.class : undefined;
  const facts = { slug, version, sha256, ...(given === undefined ? {} : { class: given }) };
  await announceToWebhooks(tx, eventOf(record), facts, now);
  await queueEdgeRefresh(tx, slug);
  return { publication: { slug, version, sha256 } };
}

/** The whole prints the signed rating of its parts: one that was ready is not what was called ready any more. */
async function reopenWhole(tx: Tx, signer: Signer, claimId: string, now: Date): Promise<void> {
  const { parentId } = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: { parentId: true },
  });
  if (parentId) await fallBackToReview(tx, signer, [parentId], now);
}

/** Runs a command that publishes, and says so in this process once it is committed. */
export async function runPublishing(work: (tx: Tx) => Promise<Published>): Promise<Result<Published>> {
  const done = await runCommand(work);
  if (done.ok) announcePublished(done.value.publication.slug);
  return done;
}

/** What lists of publications are filtered and sorted by, beside the record itself. */
function columnsOf(record: AnyRecord, topics: string[]) {
  const isRetraction = record.kind === "retraction";
  return {
    slug: record.slug,
    version: record.version,
    kind: record.kind,
    correctionClass: isRetraction ? null : (record.correction?.class ?? null),
    correctionReason: isRetraction ? null : (record.correction?.reason ?? null),
    rating: isRetraction ? null : record.rating.code,
    topics,
    claimText: record.claim.text,
    finding: isRetraction ? "" : record.finding,
  };
}
