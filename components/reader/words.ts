import type { ComparisonClass, CorrectionClass } from "@/lib/claims/dossier";
import type { Stance } from "@/lib/claims/vocabulary";
import type { NoticeRecord } from "@/lib/publications/record";

/** The words readers see for codes; a code without words is shown with its hyphens opened. */
export function plainCode(code: string): string {
  return code.replaceAll("-", " ");
}

export const stanceWords: Record<Stance, string> = {
  supports: "Supports the claim",
  disputes: "Disputes the claim",
  context: "Context",
};

export const comparisonWords: Record<ComparisonClass, string> = {
  equal: "the same",
  compatible: "fits within it",
  rounding: "the same, rounded",
  "different-period": "other period: not comparable",
  "different-scope": "covers something else: not comparable",
  "different-measure": "measures something else: not comparable",
  contradiction: "contradicts it",
};

/** Before a date: "Corrected 29 June 2024". */
export const correctionVerbs: Record<CorrectionClass, string> = {
  typo: "Typing error put right",
  clarification: "Clarified",
  update: "Updated",
  correction: "Corrected",
  "verdict-change": "Verdict changed",
};

export const correctionMeanings: Record<CorrectionClass, string> = {
  typo: "a slip of the keyboard; nothing it says has changed",
  clarification: "the same meaning, said more clearly",
  update: "new facts have come in; nothing was wrong",
  correction: "we had something wrong",
  "verdict-change": "the rating or the finding is another one now",
};

export const noticeWords: Record<NoticeRecord["kind"], string> = {
  "source-changed": "A source has changed",
  "under-review": "Under review",
  outdated: "Out of date",
  "first-findings": "First findings",
};

export const outcomeWords: Record<string, string> = {
  waiting: "no answer yet",
  replied: "replied",
  declined: "declined to comment",
  "no-reply": "did not reply",
};

const overrideWords: Record<string, string> = {
  "review-outdated": "a check was not repeated after the last change",
  "quote-altered": "a quoted source has changed since",
  "quote-cut": "a quote may be cut short",
  "original-not-read": "an original was not read",
  "origins-too-few": "fewer independent origins than we ask for",
  "figures-unclassified": "figures that differ were not compared",
  "other-side-not-searched": "we did not look for evidence on the other side",
  "reply-not-asked": "not everyone concerned was asked for a reply",
  "sentence-uncovered": "a sentence of the analysis cites no evidence",
  "part-rated-lower": "a central part of the claim is rated lower",
};

/** What was published although the newsroom's own rule was not met. */
export function overrideInWords(code: string): string {
  return overrideWords[code] ?? plainCode(code);
}

export function markInWords(mark: string): string {
  return mark.charAt(0).toUpperCase() + plainCode(mark.slice(1));
}

/** "1 item", "3 items". */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
