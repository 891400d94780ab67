import "server-only";
import type { Viewer } from "../../access/viewer";
import { refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { noteAssignment } from "../note-assignment.server";
import { lockClaim } from "../open-claim.server";
import type { AssignClaimInput } from "../work-schema";
import { checkAssignee } from "./create-claim";

/**
 * Gives a claim to somebody, or to nobody. It is about the work: nothing printed changes and nobody becomes an author.
 * 409 `stale` when it was given to somebody else than `was` meanwhile. Answers who had it and is still here.
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
    if (input.was !== undefined && input.was !== was)
      refuse({
        kind: "conflict",
        code: "stale",
        detail: "Somebody gave this claim to another person meanwhile. Nothing was changed; look who has it.",
      });
    if (input.assigneeId === was) return { claimId, was };
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
