import type { Dossier } from "../claims/dossier";
import type { Role } from "../claims/vocabulary";

type Looker = { id: string; role: Role };

/** Of a claim: its state, who has given a mark, and who wrote it. */
type Answers = {
  claim: Pick<Dossier["claim"], "state">;
  reviews: readonly Pick<Dossier["reviews"][number], "reviewerId">[];
  writerIds: readonly string[];
};

/**
 * Whether marks, rating, finding, write-up, reconciliation and comments are hidden from this person: until they have
 * given their own mark on a claim that they did not write. Editors may look. What is public is hidden from nobody.
 */
export function isBlind(viewer: Looker, dossier: Answers): boolean {
  if (viewer.role === "editor") return false;
  if (dossier.claim.state === "published" || dossier.claim.state === "retracted") return false;
  if (dossier.writerIds.includes(viewer.id)) return false;
  return !dossier.reviews.some((review) => review.reviewerId === viewer.id);
}

/**
 * Whether a review given now answers without anybody else's answer before the reviewer's eyes. Who sees everything has
 * seen all there was: it is blind only if no mark, no word of the draft and no comment is by somebody else (`answererIds`:
 * whoever wrote the draft, kept or not, or a comment, since the last version).
 */
export function givesBlind(viewer: Looker, dossier: Answers, answererIds: readonly string[]): boolean {
  if (isBlind(viewer, dossier)) return true;
  const marked = dossier.reviews.map((review) => review.reviewerId);
  return [...marked, ...answererIds].every((id) => id === viewer.id);
}
