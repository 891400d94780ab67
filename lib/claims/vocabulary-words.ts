import type { ClaimKind, ClaimState, DeclineReason, ExternalEvent, Mark } from "./vocabulary";

/** What the desk calls the words that code and log have for a claim. */
export const stateWords: Record<ClaimState, string> = {
  new: "New",
  researching: "Researching",
  "in-review": "In review",
  ready: "Ready for an editor",
  published: "Published",
  declined: "Declined",
  retracted: "Retracted",
};

/**
 * What people read as the state of a claim. One that is signed for a later time (`publishAt`, ISO 8601) is scheduled to
 * them, though its state is `ready` until then.
 */
export function stateInWords({ state, publishAt }: { state: ClaimState; publishAt: string | null }): string {
  return publishAt === null ? stateWords[state] : "Scheduled";
}

export const kindWords: Record<ClaimKind, string> = {
  said: "Someone said it",
  so: "Statement of fact",
  forecast: "Forecast",
  "image-or-video": "Picture or video",
};

/** By the number that code and log have. */
export const importanceWords: Record<number, string> = { 1: "Low", 2: "Normal", 3: "High" };

/** What helps when an importance is none, in a form, a call and a sheet alike. */
export const importanceHelp = "Write 1, 2 or 3: low, normal or high.";

export const eventWords: Record<ExternalEvent, string> = {
  "start-research": "Start research",
  submit: "Submit for review",
  return: "Return to research",
  ready: "Ready for an editor",
  decline: "Decline",
  reopen: "Reopen",
};

export const declineReasonWords: Record<DeclineReason, string> = {
  opinion: "It is an opinion",
  "not-checkable": "It cannot be checked",
  "low-reach": "Few people see it",
  "already-checked": "It is already checked",
  other: "Another reason",
};

export const markWords: Record<Mark, string> = {
  confirmed: "Confirmed",
  disputed: "Disputed",
  unproven: "Unproven",
};
