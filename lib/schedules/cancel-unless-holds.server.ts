import "server-only";
import type { Actor } from "../access/viewer";
import type { Tx } from "../core/db.server";
import { cancelSchedules } from "./cancel-schedules.server";
import { stillHolds, type Obstacle } from "./still-holds.server";

/**
 * Cancels what waits on the claim when, after what the transaction wrote so far, it could not be signed any more, although
 * what would be published is the same. The claim is locked by the caller.
 */
export async function cancelUnlessHolds(tx: Tx, actor: Actor, claimId: string, now: Date): Promise<void> {
  const waiting = await tx.schedule.findFirst({ where: { claimId, state: "waiting" } });
  const holds = waiting && (await stillHolds(tx, waiting, now));
  if (!holds || holds.ok) return;
  const { code, detail } = holds.error.extra as Obstacle;
  await cancelSchedules(tx, actor, [claimId], code, now, detail);
}
