import type { AttributionType } from "../claims/dossier";

export type AttributionStatus = "suggested" | "confirmed" | "rejected";
/** What was decided about an attribution for one claim. */
export type OnClaim = { claimId: string; status: "confirmed" | "rejected" };
export type Scope = "this-claim" | "every-claim";

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

/** What is true of a whole article, whatever is quoted from it. */
const ofTheArticle: ReadonlySet<AttributionType> = new Set([
  "republishes",
  "uncredited-rewrite",
  "same-owner",
]);

/**
 * For whom a decision taken on a claim's page is meant when nothing is said: an article with one source has everything
 * from there; of an article with several, the one in hand is the source of this claim until somebody says more.
 */
export function usualScope(type: AttributionType, sources: number): Scope {
  return sources > 1 && !ofTheArticle.has(type) ? "this-claim" : "every-claim";
}
