import "server-only";
import type { Viewer } from "../access/viewer";
import type { Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { tell } from "../notifications/tell.server";

/** Keeps who had a claim when, and tells whoever has it now, unless they took it themselves. */
export async function noteAssignment(
  tx: Tx,
  viewer: Viewer,
  claimId: string,
  assigneeId: string | null,
  now: Date,
): Promise<void> {
  await tx.assignment.updateMany({ where: { claimId, endedAt: null }, data: { endedAt: now } });
  if (!assigneeId) return;
  const id = newId();
  await tx.assignment.create({
    data: { id, claimId, userId: assigneeId, assignedById: viewer.id, assignedAt: now },
  });
  if (assigneeId === viewer.id) return;
  const text = `${viewer.name} gave you this claim.`;
  await tell(tx, [assigneeId], { kind: "assigned", text, claimId, onceKey: `assigned:${id}` }, now);
}
