import type { DossierOrigin } from "../claims/dossier";
import { byNumber } from "../core/by-number";
import type { AgreementRate } from "./agreement-rate";

/** What happened in one month, on the newsroom's clocks: first versions by rating, and what came after a first version. */
export type OutputMonth = {
  month: string;
  published: number;
  /** First versions by the code of their rating. */
  ratings: Record<string, number>;
  /** Versions that say that something was wrong: corrections and changed verdicts. */
  corrected: number;
  /** Typing errors, clarifications and new facts. */
  updated: number;
  retracted: number;
};

/** A time over many cases, in seconds; the quantiles are null when there are fewer than `fewestTimes` cases. */
export type Spread<Of extends string = string> = {
  of: Of;
  count: number;
  quantiles: { p10: number; p25: number; p50: number; p75: number; p90: number } | null;
};

/** With fewer cases a median is one case's story. */
const fewestTimes = 5;

/** Whether so many cases are enough to tell a median of them, wherever the desk tells one. */
export function isEnoughForMedian(count: number): boolean {
  return count >= fewestTimes;
}

/** Said in the place of a median of fewer: "too few to say: 3 verdicts, and at least 5 are needed". */
export function tooFew(count: number, one: string, other = `${one}s`): string {
  return `too few to say: ${count} ${byNumber(count, one, other)}, and at least ${fewestTimes} are needed`;
}

/** The states that a claim goes through until it is published; of the last one the wait for a time chosen; and the whole. */
export const stages = [
  "new",
  "researching",
  "in-review",
  "ready",
  "signed-to-published",
  "new-to-published",
] as const;
export type Stage = (typeof stages)[number];

export const responses = ["published-to-corrected", "opened-to-signed", "reported-to-corrected"] as const;
export type Response = (typeof responses)[number];

export type ResponseFigures = {
  times: Spread<Response>[];
  /** Reports by readers about a verdict, received in the period. */
  reports: number;
  /** Corrections that are open now. */
  open: number;
};

/** How often a name stands among the claims noted; `name` null: none given. */
export type BalanceRow = { name: string | null; claims: number; published: number; declined: number };

/** The most frequent names, and of how many claims in all; `others` names stand beyond the ones listed. */
export type Balance = { rows: BalanceRow[]; claims: number; others: number };

/** What came in, by where it stands now: `claims` are those noted, and `takenUp`, `undecided` and the declined add up to them. */
export type Choices = {
  claims: number;
  /** Chosen from a tip or no longer new, and not declined: what the selection ledger calls taken up too. */
  takenUp: number;
  /** Still new, and not chosen from a tip. */
  undecided: number;
  /** Parts of compound claims, which are claims in the queue but are counted here with the claim they are parts of. */
  parts: number;
  declined: { reason: string; count: number }[];
  tips: { received: number; chosen: number; declined: number; waiting: number };
};

/** An origin by how many verdicts lean on it, and through how many articles; those without a public name are one row a naming. */
export type OriginLeanedOn = {
  name: string | null;
  kind: string | null;
  naming: DossierOrigin["naming"];
  verdicts: number;
  articles: number;
};

export type OutletLeanedOn = {
  name: string;
  verdicts: number;
  articles: number;
  /** Verdicts for which the outlet knew it first, by its own reporting. */
  ownReporting: number;
};

export type Sources = {
  /** Verdicts of the period with public evidence. */
  verdicts: number;
  /** Verdicts with at least one origin that people confirmed. */
  traced: number;
  /** Where a route ends at an article that found it out itself: of so many verdicts, through so many articles read. */
  ownReporting: { verdicts: number; articles: number };
  origins: OriginLeanedOn[];
  outlets: OutletLeanedOn[];
};

export type NewsroomFigures = {
  output: OutputMonth[];
  stages: Spread<Stage>[];
  agreement: AgreementRate;
  responses: ResponseFigures;
  topics: Balance;
  claimants: Balance;
  outlets: Balance;
  choices: Choices;
  sources: Sources;
};

/** Whether anything at all came in, went out or waits in the period. */
export function hasFigures({ output, responses: { reports }, choices }: NewsroomFigures): boolean {
  const happened = output.some(
    ({ published, corrected, updated, retracted }) => published + corrected + updated + retracted > 0,
  );
  return happened || reports > 0 || choices.claims > 0 || choices.tips.received > 0;
}
