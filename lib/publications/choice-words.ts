import type { CorrectionClass } from "../claims/dossier";
import type { NoticeRecord } from "./record";

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
