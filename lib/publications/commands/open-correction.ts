import "server-only";
import type { Viewer } from "../../access/viewer";
import { lockClaim } from "../../claims/open-claim.server";
import { nextState } from "../../claims/workflow";
import type { Prisma } from "../../core/db.server";
import { newId } from "../../core/new-id.server";
import { refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import type { OpenCorrectionInput } from "../schema";

type Correction = Prisma.CorrectionGetPayload<object>;

/** One correction at a time: whoever wants another changes the one that is open. */
function refuseSecond({ id, class: kind, reason, openedAt }: Correction): never {
  refuse({
    kind: "conflict",
    code: "correction-open",
    detail: `A correction is open already (${kind}): “${reason}”. Change it, finish it or take it back.`,
    extra: { correction: { id, class: kind, reason, openedAt: openedAt.toISOString() } },
  });
}

/** Opens a published claim for a new version. The publication stands meanwhile. Opening is not authoring. */
export async function openCorrection(
  viewer: Viewer,
  claimId: string,
  input: OpenCorrectionInput,
  now: Date,
): Promise<Result<{ claimId: string }>> {
  return runCommand(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    const open = await tx.correction.findFirst({ where: { claimId, closedAt: null } });
    if (open) refuseSecond(open);
    const next = nextState(claim.state, "correct");
    if (!next.ok) refuse(next.error);
    const id = newId();
    await tx.correction.create({
      data: { id, claimId, class: input.class, reason: input.reason, openedById: viewer.id, openedAt: now },
    });
    await tx.claim.update({ where: { id: claimId }, data: { state: next.value, updatedAt: now } });
    await recordEvent(tx, viewer, now, {
      event: "correction.opened",
      subject: { kind: "correction", id },
      claimId,
      from: claim.state,
      to: next.value,
      body: { class: input.class, reason: input.reason },
    });
    return { claimId };
  });
}
