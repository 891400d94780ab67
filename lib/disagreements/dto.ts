import type { Piece } from "./differences";

export type DisagreementSideDto = {
  evidenceId: string;
  articleId: string;
  /** Outlet, or title, or that it has no name. */
  name: string;
  stance: "supports" | "disputes" | "context";
  exact: string;
  /** The quote in pieces, with what differs from the other marked. */
  pieces: Piece[];
};

export type DisagreementDto = {
  /** `null` while it is only suggested by two figures. */
  id: string | null;
  claimId: string;
  claimText: string;
  status: "suggested" | "open" | "resolved" | "dismissed";
  a: DisagreementSideDto;
  b: DisagreementSideDto;
  why: string;
  /** How it was settled and by whom; hidden from whoever has yet to answer for themselves. */
  settled: { reason: string; by: string } | { hidden: true } | null;
  markedBy: string | null;
};

/** The quotes of one claim, for choosing two of them. */
export type ClaimQuotesDto = {
  claimId: string;
  claimText: string;
  quotes: { id: string; articleId: string; name: string; words: string }[];
};
