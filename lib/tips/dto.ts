import type { TipState } from "./schema";

/** A tip as staff see it; `contact` is for them alone. */
export type TipDto = {
  id: string;
  text: string;
  url: string | null;
  contact: string | null;
  state: TipState;
  reason: string | null;
  claimId: string | null;
  createdAt: string;
  decidedAt: string | null;
  decidedBy: { id: string; name: string } | null;
};
