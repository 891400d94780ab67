export type AttributionStatus = "suggested" | "confirmed" | "rejected";
/** What was decided about an attribution for one claim. */
export type OnClaim = { claimId: string; status: "confirmed" | "rejected" };

/**
 * Whether an attribution holds for a claim: what was decided for that claim goes before what holds for every claim,
 * because independence belongs to (claim, article), never to the article alone (DOMAIN, Independence).
 */
export function statusOn(
  attribution: { status: AttributionStatus; onClaims: readonly OnClaim[] },
  claimId: string,
): AttributionStatus {
  return attribution.onClaims.find((one) => one.claimId === claimId)?.status ?? attribution.status;
}

/** Whether it was decided for single claims, and not for this one. Without a claim in hand: for any. */
export function isDecidedElsewhere(
  { onClaims }: { onClaims: readonly OnClaim[] },
  claimId: string | undefined,
): boolean {
  return onClaims.length > 0 && onClaims.every((one) => one.claimId !== claimId);
}
