import "server-only";
import type { Viewer } from "../../access/viewer";
import { mayUseSession } from "../../accounts/step-up.server";
import { lockClaim } from "../../claims/open-claim.server";
import { nextState } from "../../claims/workflow";
import { refuse, type Result } from "../../core/result";
import { waitForDays } from "../../shelf-life/keep-shelf-life.server";
import { signerOf } from "../check-signing.server";
import { retractionRecord } from "../statement-records";
import { publishRecord, runPublishing, type Published } from "../publish-record.server";
import type { PublicationRecord } from "../record";
import type { RetractInput } from "../schema";
import { cancelSchedules } from "../../schedules/cancel-schedules.server";
import { loadSigningKey } from "../signing-key.server";

/**
 * Withdraws the version that stands with a signed record n+1, also while it is being corrected: that ends the correction.
 * One editor, author or not, and a reason that is printed.
 */
export async function retractPublication(
  viewer: Viewer,
  claimId: string,
  input: RetractInput,
  now: Date,
): Promise<Result<Published>> {
  const sure = mayUseSession(viewer, now);
  if (!sure.ok) return sure;
  const key = await loadSigningKey();
  return runPublishing(async (tx) => {
    await waitForDays(tx);
    const claim = await lockClaim(tx, claimId);
    const latest = await tx.publication.findFirst({ where: { claimId }, orderBy: { version: "desc" } });
    if (latest && latest.version !== input.version) {
      const detail = `Version ${latest.version} is the current one, not ${input.version}. Read it, then decide again.`;
      refuse({ kind: "conflict", code: "stale", detail, extra: { version: latest.version } });
    }
    const next = nextState(claim.state, "retract", { isPublished: latest?.kind === "publication" });
    if (!next.ok) refuse(next.error);
    if (!latest) {
      refuse({ kind: "invalid", code: "not-published", detail: "There is nothing published to retract." });
    }
    const before = { record: JSON.parse(latest.recordText) as PublicationRecord, sha256: latest.sha256 };
    const record = retractionRecord(before, {
      reason: input.reason,
      publishedAt: now.toISOString(),
      signer: { name: viewer.name, selfSigned: null, byToken: viewer.via.kind === "token" },
    });
    const states = { from: claim.state, to: next.value };
    const { topics } = latest;
    await tx.correction.updateMany({ where: { claimId, closedAt: null }, data: { closedAt: now } });
    await cancelSchedules(tx, viewer, [claimId], "retracted", now);
    return publishRecord(tx, signerOf(viewer), {
      claimId,
      record,
      revisionHash: latest.sha256,
      key,
      selfReason: null,
      overrides: [],
      topics,
      ...states,
      now,
    });
  });
}
