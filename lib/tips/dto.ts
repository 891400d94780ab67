import type { DeskState } from "../publications/desk-state";
import type { TipState } from "./schema";

/** A tip as staff see it; `contact` is for them alone. */
export type TipDto = {
  id: string;
  text: string;
  url: string | null;
  contact: string | null;
  state: TipState;
  /** Why it was declined, from the list; of a chosen one, why we check it. */
  reason: string | null;
  /** Why it was declined, in the desk's words; of one that waits, as they were when that was taken back. */
  note: string | null;
  claimId: string | null;
  createdAt: string;
  decidedAt: string | null;
  decidedBy: { id: string; name: string } | null;
};

/** A claim that shares words with a tip, and which: `isSame` where so many that they may say the same. */
export type SimilarClaimDto = {
  claimId: string;
  /** Of one that is published. */
  slug?: string;
  /** How what is public of it stands, as far as the viewer is shown it; left out while nothing is. */
  publicState?: DeskState;
  text: string;
  reasons: string[];
  isSame: boolean;
};
