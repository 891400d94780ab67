import type { ClaimState } from "@/lib/claims/vocabulary";
import type { Issue } from "@/lib/core/result";
import { gateTitles } from "@/lib/verdicts/gate-titles";

/** Where nobody may sign what they wrote it is a bar, and nothing that is missing. */
const barTitle = "You wrote part: another editor must sign";

/** The issues of one code, in the order of the gate. */
export type GateGroup = { code: string; title: string; issues: Issue[] };

/** One group for each code, so that the list says each thing once. */
export function gateGroups(issues: readonly Issue[]): GateGroup[] {
  return [...new Set(issues.map(({ code }) => code))].map((code) => {
    const same = issues.filter((issue) => issue.code === code);
    const [one, many] = gateTitles[code] ?? [same[0]!.message, same[0]!.message];
    const counts = same.length > 1 && one !== many;
    if (isBar(same[0]!)) return { code, title: barTitle, issues: same };
    return { code, title: counts ? `${same.length} ${many}` : one, issues: same };
  });
}

/** Whether it only keeps this viewer from signing: nothing is missing, and nothing is to be overridden. */
export function isBar({ code, overridable }: Issue): boolean {
  return code === "four-eyes" && overridable !== true;
}

/** How many of the lines are missing, and can be put right; that the viewer may not sign is none of them. */
export function countMissing(groups: readonly GateGroup[]): number {
  return groups.filter(({ issues }) => !issues.some(isBar)).length;
}

/** What comes next where the gate names nothing, in one sentence that is true of the claim's state. */
export function nothingMissingWords(state: ClaimState): string {
  if (state === "ready") return "Nothing is missing: an editor can sign.";
  if (state === "in-review") return "Nothing is missing: once it is called ready, an editor can sign.";
  return "Nothing is missing: once it is submitted for review and called ready, an editor can sign.";
}

/** What is done when the gate does not name these codes. */
const holds: [codes: string[], words: string][] = [
  [["rating-missing", "finding-missing"], "Rating and finding"],
  [["review-missing", "review-outdated"], "Reviews"],
  [["rating-against-marks"], "Marks and rating"],
  [["quote-not-verbatim", "quote-altered"], "Quotes word for word"],
  [["quote-cut"], "No quote cut short"],
  [["original-not-read"], "Originals read"],
  [["origins-too-few"], "Independent origins"],
  [["figures-unclassified"], "Figures compared"],
  [["other-side-not-searched"], "Other side searched"],
  [["reply-not-asked"], "Right of reply"],
  [["sentence-uncovered"], "Sentences cite evidence"],
];

/** The parts of the gate that hold, in words, given the codes of what is missing; `isCarried`: not by the number of origins. */
export function holdsWords(missing: readonly string[], isCarried = false): string[] {
  return holds.flatMap(([codes, words]) => {
    if (codes.some((code) => missing.includes(code))) return [];
    return [isCarried && codes.includes("origins-too-few") ? "A decisive source" : words];
  });
}
