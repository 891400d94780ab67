import "server-only";
import type { Actor } from "../access/viewer";
import { lockClaim } from "../claims/open-claim.server";
import type { Tx } from "../core/db.server";
import { cancelUnlessHolds } from "./cancel-unless-holds.server";

/** So many are looked at while somebody waits for their answer, the soonest first; the plan looks at the others. */
const mostAtOnce = 100;

/**
 * Cancels what waits for its time and could not be signed any more after what the transaction wrote so far: of all claims,
 * or of those that `signerId` signed. It is told as the act of whoever wrote that, who hears at once which they were. The
 * claims are locked in the order of their ids.
 */
export async function cancelWhatFell(tx: Tx, actor: Actor, now: Date, signerId?: string): Promise<void> {
  const waiting = await tx.schedule.findMany({
    where: { state: "waiting", ...(signerId === undefined ? {} : { editorId: signerId }) },
    orderBy: [{ publishAt: "asc" }, { id: "asc" }],
    take: mostAtOnce,
    select: { claimId: true },
  });
  for (const claimId of waiting.map((one) => one.claimId).sort()) {
    await lockClaim(tx, claimId);
    await cancelUnlessHolds(tx, actor, claimId, now);
  }
}
