import "server-only";
import type { Actor } from "../access/viewer";
import { lockClaim } from "../claims/open-claim.server";
import type { Tx } from "../core/db.server";
import { cancelUnlessHolds } from "./cancel-unless-holds.server";

/** So many are looked at while somebody waits for their answer, the soonest first; the plan looks at the others. */
const mostAtOnce = 100;
/** A third of what a command may take. */
const budgetMs = 5_000;

/** `signerId`: only what that person signed, from whom the transaction took a right to sign. */
type Which = { signerId?: string; withinMs?: number };

/**
 * Cancels what waits for its time and could not be signed any more after what the transaction wrote so far: of all claims,
 * or of those that `signerId` signed. It is told as the act of whoever wrote that, who hears at once which they were. The
 * claims are locked in the order of their ids. After 5 seconds it begins no further one, so that what was written can be
 * saved however many wait: the plan looks at those, in nobody's name.
 */
export async function cancelWhatFell(
  tx: Tx,
  actor: Actor,
  now: Date,
  { signerId, withinMs = budgetMs }: Which = {},
): Promise<void> {
  const until = performance.now() + withinMs;
  const waiting = await tx.schedule.findMany({
    where: { state: "waiting", ...(signerId === undefined ? {} : { editorId: signerId }) },
    orderBy: [{ publishAt: "asc" }, { id: "asc" }],
    take: mostAtOnce,
    select: { claimId: true },
  });
  const act = { actor, endedRight: signerId !== undefined };
  for (const claimId of waiting.map((one) => one.claimId).sort()) {
    if (performance.now() >= until) return;
    await lockClaim(tx, claimId);
    await cancelUnlessHolds(tx, act, claimId, now);
  }
}
