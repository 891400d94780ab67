import type { Dossier } from "../claims/dossier";
import type { Role } from "../claims/vocabulary";

type Looker = { id: string; role: Role };

/**
 * Whether marks, rating, finding, write-up, reconciliation and comments are hidden from this person: until they have
 * given their own mark on a claim that they did not write. Editors may look. What is public is hidden from nobody.
 */
export function isBlind(viewer: Looker, dossier: Pick<Dossier, "claim" | "reviews" | "authorIds">): boolean {
  if (viewer.role === "editor") return false;
  if (dossier.claim.state === "published" || dossier.claim.state === "retracted") return false;
  if (dossier.authorIds.includes(viewer.id)) return false;
  return !dossier.reviews.some((review) => review.reviewerId === viewer.id);
}

/** Whether a review given now answers without having seen anybody else's answer. */
export function givesBlind(
  viewer: Looker,
  dossier: Pick<Dossier, "claim" | "reviews" | "authorIds" | "verdict">,
): boolean {
  if (isBlind(viewer, dossier)) return true;
  const others = dossier.reviews.some((review) => review.reviewerId !== viewer.id);
  if (others) return false;
  const { rating, finding, writeUp } = dossier.verdict;
  const isDraftThere = rating !== null || finding.trim() !== "" || writeUp.trim() !== "";
  // An author's own draft is nobody else's answer; an editor who looked at a draft has seen one.
  return !isDraftThere || dossier.authorIds.includes(viewer.id);
}
