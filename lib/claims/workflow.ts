import { fail, ok } from "../core/result";
import { choicesInWords } from "../core/choice";
import type { Failure, Issue, Result } from "../core/result";
import { externalEvents, type ClaimState, type ExternalEvent } from "./vocabulary";
import { eventWords, stateWords } from "./vocabulary-words";

/** Events that other commands cause: publishing, opening a correction or taking it back, retracting, and any write. */
export const internalEvents = ["sign-off", "correct", "abandon", "retract", "edit"] as const;
export type ClaimEvent = ExternalEvent | (typeof internalEvents)[number];

/** Where a published claim is being corrected: the correction is taken back, or what stands in public is retracted. */
const leaving = { abandon: "published", retract: "retracted" } as const;
const needsPublication: readonly string[] = Object.keys(leaving);

/** State × event → state. What is not here does not happen. */
const transitions: Record<ClaimState, Partial<Record<ClaimEvent, ClaimState>>> = {
  new: { "start-research": "researching", decline: "declined", edit: "new" },
  researching: { submit: "in-review", decline: "declined", edit: "researching", ...leaving },
  "in-review": { return: "researching", ready: "ready", edit: "in-review", ...leaving },
  ready: { return: "researching", "sign-off": "published", edit: "in-review", ...leaving },
  published: { correct: "in-review", retract: "retracted" },
  declined: { reopen: "researching" },
  retracted: {},
};

/**
 * What the table cannot know: the draft's rating and finding (asked for by `ready`), and whether a publication of the
 * claim stands: while it is being corrected it cannot be declined away, but it can be retracted.
 */
export type EventFacts = {
  rating?: string | null;
  finding?: string;
  isPublished?: boolean;
  /** The state in which it was declined, where `reopen` takes that back. */
  declinedIn?: ClaimState;
};

/** True for an event name that may come from outside. */
export function isExternalEvent(event: string): event is ExternalEvent {
  return (externalEvents as readonly string[]).includes(event);
}

/** Events a person may send in this state, in the order of work; `ready` is listed whether or not its draft is complete. */
export function availableEvents(state: ClaimState, facts: EventFacts = {}): ExternalEvent[] {
  return externalEvents.filter(
    (event) => transitions[state][event] !== undefined && !(event === "decline" && facts.isPublished),
  );
}

/**
 * The state after an event. Refusals are `invalid`: `event-not-allowed` (`extra.allowed` lists the events that are),
 * `draft-incomplete` for `ready` without rating or finding, and for `edit` what `notWritable` says.
 */
export function nextState(state: ClaimState, event: ClaimEvent, facts: EventFacts = {}): Result<ClaimState> {
  const target = Object.hasOwn(transitions[state], event) ? transitions[state][event] : undefined;
  if (event === "edit" && target === undefined) return fail(notWritable(state));
  if (target === undefined || !isOpenTo(state, event, facts)) {
    return fail(notAllowed(state, event, facts));
  }
  const missing = event === "ready" ? missingForReady(facts) : [];
  if (missing.length > 0) {
    return fail({
      kind: "invalid",
      code: "draft-incomplete",
      detail: "Choose a rating and write the finding before you call this ready.",
      issues: missing,
      extra: { allowed: availableEvents(state, facts) },
    });
  }
  return ok(event === "reopen" && facts.declinedIn ? facts.declinedIn : target);
}

function isOpenTo(state: ClaimState, event: ClaimEvent, { isPublished }: EventFacts): boolean {
  if (event === "decline") return !isPublished;
  return state === "published" || !needsPublication.includes(event) || isPublished === true;
}

/** True where reviews may be given. */
export function acceptsReviews(state: ClaimState): boolean {
  return state === "in-review" || state === "ready";
}

/** The refusal of an event that is not possible here, or that nobody may send; `extra.allowed` lists those that are. */
export function notAllowed(state: ClaimState, event: string, facts: EventFacts): Failure {
  const allowed = availableEvents(state, facts);
  const steps = choicesInWords(allowed.map((name) => eventWords[name]));
  const asked = isExternalEvent(event) ? eventWords[event] : event;
  const hint = allowed.length > 0 ? `You can choose ${steps}.` : "Nothing more can be done with it.";
  return {
    kind: "invalid",
    code: "event-not-allowed",
    detail: `“${asked}” is not possible while the claim is “${stateWords[state]}”. ${hint}`,
    extra: { allowed },
  };
}

/** Why nothing may be written, with the way forward: correct, reopen, or none. */
function notWritable(state: ClaimState): Failure {
  const extra = { allowed: availableEvents(state) };
  if (state === "published") {
    const detail = "This claim is published. Open a correction to change it; the published version stays.";
    return { kind: "invalid", code: "open-a-correction", detail, extra };
  }
  if (state === "declined") {
    const detail = "This claim was declined. Reopen it to work on it.";
    return { kind: "invalid", code: "claim-declined", detail, extra };
  }
  const detail = "This verdict was retracted. Its records stay as they are; start a new claim instead.";
  return { kind: "invalid", code: "claim-retracted", detail, extra };
}

function missingForReady(facts: EventFacts): Issue[] {
  const issues: Issue[] = [];
  if (!facts.rating) {
    issues.push({ code: "rating-missing", field: "verdict.rating", message: "Choose a rating." });
  }
  if (!facts.finding?.trim()) {
    issues.push({ code: "finding-missing", field: "verdict.finding", message: "Write the finding." });
  }
  return issues.map((issue) => ({ ...issue, overridable: false }));
}
