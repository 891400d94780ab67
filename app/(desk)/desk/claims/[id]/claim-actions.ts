import type { ClaimActions } from "@/components/claims/claim-panel";
import type { ClaimState } from "@/lib/claims/vocabulary";
import { decideComparison, reviewClaim, sendClaimEvent } from "../actions";
import { addReplyRequest, remind, settleReply, withdrawReply } from "../reply-actions";
import { addSearch, changeSearch, withdrawSearch } from "../search-actions";
import { note as noteLegalRead, withdraw as withdrawLegalRead } from "../legal-read-actions";
import { reaffirm, reconcile } from "../review-actions";
import { assign, comment, settleComment, watch } from "../talk-actions";
import { dismissSuggestion, markDisagreement, settleDisagreement } from "../disagreement-actions";
import {
  addEvidence,
  confirmRegion,
  editEvidence,
  pasteRows,
  removeEvidence,
  tickCut,
} from "../evidence-actions";

/** What may be done in this state; the rest is not offered. */
export function claimActions(state: ClaimState): ClaimActions {
  const always: ClaimActions = { event: sendClaimEvent, addComment: comment, settleComment, watch, assign };
  if (state === "published" || state === "retracted" || state === "declined") return always;
  return {
    ...always,
    ...(state === "in-review" || state === "ready" ? { review: reviewClaim, reaffirm } : {}),
    reconcile,
    addEvidence,
    editEvidence,
    removeEvidence,
    tickCut,
    confirmRegion,
    pasteRows,
    addSearch,
    changeSearch,
    withdrawSearch,
    replies: {
      ask: addReplyRequest,
      settle: settleReply,
      remind,
      withdraw: withdrawReply,
      quote: addEvidence,
    },
    legalReads: { note: noteLegalRead, withdraw: withdrawLegalRead },
    decideComparison,
    disagreements: { mark: markDisagreement, settle: settleDisagreement, dismiss: dismissSuggestion },
  };
}
