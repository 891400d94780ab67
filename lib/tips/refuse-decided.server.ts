import "server-only";
import type { Tx } from "../core/db.server";
import { refuse } from "../core/result";

type Decided = { claimId: string | null; decidedById: string | null };

/**
 * Refuses what comes after somebody's decision about a tip: 409 `already-decided`, with who decided (`winner`; null when
 * nobody is known) and the claim that came of it. `says` puts the name of whoever decided into the words.
 */
export async function refuseDecided(
  tx: Tx,
  { claimId, decidedById }: Decided,
  says: (name: string) => string,
): Promise<never> {
  const winner =
    decidedById &&
    (await tx.user.findUnique({ where: { id: decidedById }, select: { id: true, name: true } }));
  return refuse({
    kind: "conflict",
    code: "already-decided",
    detail: says(winner ? winner.name : "Someone"),
    extra: { winner, claimId },
  });
}
