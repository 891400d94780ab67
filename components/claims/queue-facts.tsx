import type { ReactNode } from "react";
import type { ClaimRowDto } from "@/lib/claims/dto";
import type { DeskState } from "@/lib/publications/desk-state";
import { stateInWords } from "@/lib/claims/vocabulary-words";
import { TimeAgo } from "@/components/ui/time-ago";
import { countWords } from "./claim-words";

/** What is known of a claim, as short facts; `now` makes times of these days short. */
export function queueFacts(claim: ClaimRowDto, now: string | undefined): ReactNode[] {
  return [
    stateFact(claim, now),
    standsFact(claim.publicState),
    claim.state === "new" ? null : evidenceWords(claim.evidenceCount),
    claim.state === "in-review" || claim.state === "ready"
      ? countWords(claim.reviewCount, "review", "reviews")
      : null,
    withWords(claim.assignee),
  ];
}

/** Where the work on a claim is: "in review", "scheduled for tomorrow, 06:00". */
export function stateFact(
  claim: Pick<ClaimRowDto, "state" | "publishAt">,
  now: string | undefined,
): ReactNode {
  const state = stateInWords(claim).toLowerCase();
  if (!claim.publishAt) return state;
  return (
    <span key="state">
      {state} for <TimeAgo at={claim.publishAt} now={now} />
    </span>
  );
}

/** What readers have while a correction is worked on; nothing where none is. */
export function standsFact(state: DeskState | undefined): string | null {
  return state?.correction ? `version ${state.version} stands meanwhile` : null;
}

function evidenceWords(count: number): string {
  return count === 0 ? "no evidence" : countWords(count, "piece of evidence", "pieces of evidence");
}

/** Who has it: "Ana", "Ana, who left"; nothing when nobody does. */
export function withWords(assignee: ClaimRowDto["assignee"]): string {
  return assignee ? `${assignee.name}${assignee.hasLeft ? ", who left" : ""}` : "";
}
