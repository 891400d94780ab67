import "server-only";
import type { Viewer } from "../../access/viewer";
import { bothSides } from "../../core/both-sides";
import type { Tx } from "../../core/db.server";
import { refuse, type Failure, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { noteAssignment } from "../note-assignment.server";
import { lockClaim } from "../open-claim.server";
import type { AssignClaimInput } from "../work-schema";
import { checkAssignee } from "./create-claim";

/**
 * Gives a claim to somebody, or to nobody. It is about the work: nothing printed changes and nobody becomes an author.
 * 409 `stale`, with both sides, when it was given to somebody else than `was` meanwhile. Answers who had it and is still here.
 */
export async function assignClaim(
  viewer: Viewer,
  claimId: string,
  input: AssignClaimInput,
  now: Date,
): Promise<Result<{ claimId: string; was: string | null }>> {
  return runCommand(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    const was = claim.assigneeId;
    // Who wants what stands there already has it.
    if (input.assigneeId === was) return { claimId, was };
    if (input.was !== undefined && input.was !== was) refuse(await assignedMeanwhile(tx, input, was));
    await checkAssignee(tx, input.assigneeId);
    await tx.claim.update({ where: { id: claimId }, data: { assigneeId: input.assigneeId, updatedAt: now } });
    await noteAssignment(tx, viewer, claimId, input.assigneeId, now);
    await recordEvent(tx, viewer, now, {
      event: "claim.assigned",
      subject: { kind: "claim", id: claimId },
      claimId,
      body: { changes: { assigneeId: input.assigneeId }, was: { assigneeId: was } },
    });
    return { claimId, was: claim.holderId };
  });
}

async function assignedMeanwhile(
  tx: Tx,
  { assigneeId }: AssignClaimInput,
  holds: string | null,
): Promise<Failure> {
  const holder = holds && (await tx.user.findUnique({ where: { id: holds }, select: { name: true } }));
  const news = holder
    ? `Somebody gave this claim to ${holder.name} meanwhile.`
    : "Somebody left this claim with nobody meanwhile.";
  const kept = { assigneeId: holds };
  return {
    kind: "conflict",
    code: "stale",
    detail: `${news} Nothing was changed: look who has it, then assign it again if it should be another’s still.`,
    extra: { current: kept, conflict: bothSides({ assigneeId }, kept) },
  };
}
