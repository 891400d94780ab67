import type { ClaimState } from "../claims/vocabulary";
import type { Issue } from "../core/result";
import type { LeaningSentence } from "./blast-radius";

/**
 * What leans on an article, some claims at a time, oldest first, with their publications and tasks: the answer of
 * `GET /articles/{id}/dependants`.
 */
export type DependantsDto = {
  claims: DependantClaimDto[];
  publications: DependantPublicationDto[];
  tasks: DependantTaskDto[];
  /** How many claims lean on it in all: `current` are worked on or published, `over` were retracted or declined. */
  counts: { current: number; over: number };
  nextCursor: string | null;
};

/** What was retracted or declined leans on nothing any more; it is kept in sight, and counted apart. */
export const isOver = (state: string): boolean => state === "retracted" || state === "declined";

export type WayDto = { articleId: string; outlet: string | null; title: string | null }[];

export type DependantClaimDto = {
  id: string;
  text: string;
  state: ClaimState;
  /** When it will be published, once it is signed for a time. */
  publishAt: string | null;
  /** Evidence from the article, or from one that has it from there. */
  evidenceIds: string[];
  /** Some of its evidence is from the article itself. */
  direct: boolean;
  /** For evidence from other articles: from what we read back to the article, both included. */
  ways: WayDto[];
  /** Sentences of the draft that cite this evidence; hidden like the draft. */
  sentences: LeaningSentence[] | { hidden: true };
  gateWithout:
    | { passes: boolean; issues: Issue[]; newIssues: Issue[] }
    | { hidden: true; passes: null; issues: Issue[]; newIssues: Issue[] };
};

export type DependantPublicationDto = {
  slug: string;
  version: number;
  kind: "publication";
  claimId: string;
  publishedAt: string;
  /** It is what readers see at the address now. */
  standing: boolean;
  /** The address was retracted: readers see that in its place. */
  retracted: boolean;
  evidenceIds: string[];
  sentences: LeaningSentence[];
};

export type DependantTaskDto = {
  id: string;
  kind: string;
  text: string;
  claimId: string | null;
  claimText: string | null;
  done: boolean;
  note: string | null;
};
