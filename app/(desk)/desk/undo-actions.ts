import type { UndoActions } from "@/components/ui/undo-strip";
import { decideAttribution } from "./articles/attribution-actions";
import { editEvidence, restoreEvidence } from "./claims/evidence-actions";
import { sendClaimEvent } from "./claims/actions";
import { withdraw as withdrawLegalRead } from "./claims/legal-read-actions";
import { coverSentence, takeBackDraft } from "./claims/verdict-actions";
import { restoreReply, withdrawReply } from "./claims/reply-actions";
import { changeSearch, restoreSearch, withdrawSearch } from "./claims/search-actions";
import { assign, settleComment, watch } from "./claims/talk-actions";
import { retire as retireTemplate } from "./settings/templates/actions";
import { retire as retireTopic } from "./settings/topics/actions";
import { takeBack, takeBackAll } from "./take-back-action";
import { reopenTip } from "./tips/actions";

/** What takes each thing back: the same actions that do it. */
export const undoActions: UndoActions = {
  "take-back": takeBack,
  "take-back-all": takeBackAll,
  "take-back-draft": takeBackDraft,
  "restore-evidence": restoreEvidence,
  "edit-evidence": editEvidence,
  "decide-attribution": decideAttribution,
  "settle-comment": settleComment,
  assign,
  watch,
  "send-event": sendClaimEvent,
  "cover-sentence": coverSentence,
  "withdraw-search": withdrawSearch,
  "change-search": changeSearch,
  "restore-search": restoreSearch,
  "withdraw-reply": withdrawReply,
  "restore-reply": restoreReply,
  "withdraw-legal-read": withdrawLegalRead,
  "retire-template": retireTemplate,
  "retire-topic": retireTopic,
  "reopen-tip": reopenTip,
};
