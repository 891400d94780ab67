import "server-only";
import type { Viewer } from "../../access/viewer";
import { lockClaim } from "../../claims/open-claim.server";
import { nextState } from "../../claims/workflow";
import { newId } from "../../core/new-id.server";
import { refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { retractionRecord } from "../build-record";
import { canonicalJson, sha256Hex } from "../canonical";
import type { PublicationRecord } from "../record";
import type { RetractInput } from "../schema";
import { signRecord } from "../sign";
import { loadSigningKey } from "../signing-key.server";

export type Retracted = { publication: { slug: string; version: number; sha256: string } };

/** Withdraws the current version with a signed record n+1. One editor, author or not, and a reason that is printed. */
export async function retractPublication(viewer: Viewer, claimId: string, input: RetractInput, now: Date): Promise<Result<Retracted>> {
  const key = await loadSigningKey();
  return runCommand(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    const latest = await tx.publication.findFirst({ where: { claimId }, orderBy: { version: "desc" } });
    if (latest && latest.version !== input.version) {
      refuse({ kind: "conflict", code: "stale", detail: `Version ${latest.version} is the current one, not ${input.version}. Read it, then decide again.`, extra: { version: latest.version } });
    }
    const next = nextState(claim.state, "retract");
    if (!next.ok || !latest) refuse(next.ok ? { kind: "invalid", code: "not-published", detail: "There is nothing published to retract." } : next.error);
    const before = { record: JSON.parse(latest.recordText) as PublicationRecord, sha256: latest.sha256 };
    const record = retractionRecord(before, {
      reason: input.reason,
      publishedAt: now.toISOString(),
      signer: { name: viewer.name, selfSigned: null, byToken: viewer.via.kind === "token" },
    });
    const recordText = canonicalJson(record);
    const sha256 = sha256Hex(recordText);
    const signOffId = newId();
    await tx.signOff.create({ data: { id: signOffId, claimId, revisionHash: latest.sha256, editorId: viewer.id, action: "retract", byToken: viewer.via.kind === "token", signedAt: now } });
    await tx.publication.create({
      data: { id: newId(), claimId, slug: latest.slug, version: record.version, kind: "retraction", recordText, sha256, revisionHash: latest.sha256, signature: signRecord(sha256, key.privatePem), keyId: key.kid, signOffId, publishedAt: now, rating: null, topics: latest.topics, claimText: latest.claimText, finding: "" },
    });
    await tx.claim.update({ where: { id: claimId }, data: { state: next.value, updatedAt: now } });
    await recordEvent(tx, viewer, now, { event: "verdict.retracted", subject: { kind: "publication", id: sha256 }, recordSha256: sha256, claimId, from: claim.state, to: next.value, body: { slug: latest.slug, version: record.version, reason: input.reason } });
    return { publication: { slug: latest.slug, version: record.version, sha256 } };
  });
}
