import type { ClaimRowDto } from "@/lib/claims/dto";
import { stateWords } from "@/lib/claims/vocabulary-words";
import { countWords } from "./claim-words";

/** What is known of a claim, as short facts. */
export function queueFacts(claim: ClaimRowDto): (string | null | undefined)[] {
  return [
    claim.publishAt ? "signed" : stateWords[claim.state].toLowerCase(),
    claim.state === "new" ? null : evidenceWords(claim.evidenceCount),
    claim.state === "in-review" || claim.state === "ready"
      ? countWords(claim.reviewCount, "review", "reviews")
      : null,
    claim.assignee?.name,
  ];
}

function evidenceWords(count: number): string {
  return count === 0 ? "no evidence" : countWords(count, "piece of evidence", "pieces of evidence");
}
