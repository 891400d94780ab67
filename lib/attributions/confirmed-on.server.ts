import "server-only";
import type { Prisma } from "../core/db.server";

/** Attributions that are confirmed for a claim: for it alone, or for every claim unless it was rejected for this one. */
export function confirmedOn(claimId: string): Prisma.AttributionWhereInput {
  return {
    OR: [
      { onClaims: { some: { claimId, status: "confirmed" } } },
      { status: "confirmed", onClaims: { none: { claimId, status: "rejected" } } },
    ],
  };
}
