/** The words of the domain that code, database, URLs and pages share. */
export const claimKinds = ["said", "so", "forecast", "image-or-video"] as const;
export type ClaimKind = (typeof claimKinds)[number];

export const claimStates = [
  "new",
  "researching",
  "in-review",
  "ready",
  "published",
  "declined",
  "retracted",
] as const;
export type ClaimState = (typeof claimStates)[number];

/** The states in which a claim is worked on: its words, evidence and verdict may be written. */
export const openStates = ["new", "researching", "in-review", "ready"] as const satisfies ClaimState[];

/** True while a claim is worked on: it is neither published, nor retracted, nor declined. */
export function isOpenState(state: ClaimState): boolean {
  return (openStates as readonly ClaimState[]).includes(state);
}

/** True once nobody leans on a claim any more: it was declined, or what was published of it is retracted. */
export function isEndedState(state: string): boolean {
  return state === "declined" || state === "retracted";
}

/** Events a person may send to a claim. */
export const externalEvents = ["start-research", "submit", "return", "ready", "decline", "reopen"] as const;
export type ExternalEvent = (typeof externalEvents)[number];

/** Why a newsroom does not check a claim; kept in its selection ledger. */
export const declineReasons = ["opinion", "not-checkable", "low-reach", "already-checked", "other"] as const;
export type DeclineReason = (typeof declineReasons)[number];

export const stances = ["supports", "disputes", "context"] as const;
export type Stance = (typeof stances)[number];

export const marks = ["confirmed", "disputed", "unproven"] as const;
export type Mark = (typeof marks)[number];

export const disclosures = ["public", "described", "withheld"] as const;
export type Disclosure = (typeof disclosures)[number];

export const roles = ["checker", "editor", "admin"] as const;
export type Role = (typeof roles)[number];
