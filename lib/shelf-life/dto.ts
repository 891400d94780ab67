import type { ClaimKind } from "../claims/vocabulary";
import type { DueGroup } from "./periods";

/** A published finding and when it is looked at again. */
export type DueDto = {
  claimId: string;
  slug: string;
  text: string;
  finding: string;
  kind: ClaimKind;
  topics: string[];
  recheckAt: string;
  group: DueGroup;
  /** The day up to which it speaks; null when none was given. */
  asOf: string | null;
  since: string;
  /** Who looked last and found nothing changed; null: it was published then. */
  lookedBy: string | null;
  /** They chose the day; else a rule of the newsroom counted it. */
  isChosen: boolean;
  /** A correction is open: whoever looks goes on with that one. */
  isInCorrection: boolean;
};
