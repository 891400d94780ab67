import type { ClaimRowDto } from "@/lib/claims/dto";
import { stateWords } from "@/lib/claims/vocabulary-words";
import { countWords } from "./claim-words";

/** What is known of a claim, in one line. */
export function queueFacts(claim: ClaimRowDto): string {
  return [
    claim.publishAt ? "signed" : stateWords[claim.state].toLowerCase(),
    claim.state === "new" ? null : countWords(claim.evidenceCount, "piece of evidence", "pieces of evidence"),
    claim.state === "in-review" || claim.state === "ready"
      ? countWords(claim.reviewCount, "review", "reviews")
      : null,
    claim.assignee?.name,
  ]
    .filter(Boolean)
    .join(" · ");
}
