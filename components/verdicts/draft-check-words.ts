import type { DraftCheck, CheckedSentence } from "@/lib/verdicts/draft-check";
import { isOpenAtGate } from "@/lib/verdicts/draft-sentences";

/** "13 sentences: 9 on evidence, 2 background, 1 open, 1 to judge". */
export function draftCheckWords({ all, evidence, background, open, toJudge }: DraftCheck["counts"]): string {
  const parts = [
    evidence > 0 ? `${evidence} on evidence` : "",
    background > 0 ? `${background} background` : "",
    open > 0 ? `${open} open` : "none open",
    toJudge > 0 ? `${toJudge} to judge` : "",
  ];
  return `${all} ${all === 1 ? "sentence" : "sentences"}: ${parts.filter(Boolean).join(", ")}`;
}

/** What a sentence is called in addresses and in the page: "writeUp-3". */
export function keyOf({ field, index }: Pick<CheckedSentence, "field" | "index">): string {
  return `${field}-${index}`;
}

/** Where a sentence stands: "Finding", "Point 2", "Sentence 4". */
export function placeWords({ field, point, index }: CheckedSentence): string {
  if (field === "finding") return "Finding";
  return field === "summary" ? `Point ${point! + 1}` : `Sentence ${index + 1}`;
}

/** What a sentence stands on, in a word: "evidence", "background", "open", or of finding and points "to judge". */
export function coverWord(sentence: CheckedSentence): string {
  if (sentence.cover.kind !== "open") return sentence.cover.kind;
  return isOpenAtGate(sentence) ? "open" : "to judge";
}

/** Why a sentence is background. */
export function backgroundWords({ byRule, reason }: { byRule: boolean; reason: string | null }): string {
  if (byRule) return "It has no name, number, date or quotation, and passes on nobody’s words.";
  return reason ?? "Marked by hand, without a reason.";
}
