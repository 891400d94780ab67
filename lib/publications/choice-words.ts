import type { CorrectionClass } from "../claims/dossier";
import type { NoticeRecord, WithholdingReason } from "./record";

/** What the desk's forms call the classes of a correction. */
export const correctionClassWords: Record<CorrectionClass, string> = {
  typo: "Typing error",
  clarification: "Clarification",
  update: "Update",
  correction: "Correction",
  "verdict-change": "Change of verdict",
};

/** What the desk's forms call the kinds of notice. */
export const noticeKindWords: Record<NoticeRecord["kind"], string> = {
  "source-changed": "A source has changed",
  "under-review": "Under review",
  outdated: "Out of date",
  "first-findings": "First findings",
};

/** What the desk's forms call the reasons for withholding a version. */
export const withholdingReasonWords: Record<WithholdingReason, string> = {
  safety: "Safety: it could put somebody in danger",
  "court-order": "A court order",
};
