import type { UndoActions } from "@/components/ui/undo-strip";
import { decideAttribution } from "./articles/attribution-actions";
import { restoreEvidence } from "./claims/evidence-actions";
import { coverSentence } from "./claims/verdict-actions";
import { restoreReply, withdrawReply } from "./claims/reply-actions";
import { restoreSearch, withdrawSearch } from "./claims/search-actions";
import { assign, settleComment } from "./claims/talk-actions";

/** What takes each thing back: the same actions that do it. */
export const undoActions: UndoActions = {
  "restore-evidence": restoreEvidence,
  "decide-attribution": decideAttribution,
  "settle-comment": settleComment,
  assign,
  "cover-sentence": coverSentence,
  "withdraw-search": withdrawSearch,
  "restore-search": restoreSearch,
  "withdraw-reply": withdrawReply,
  "restore-reply": restoreReply,
};
