import type { ClaimDto } from "@/lib/claims/dto";
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

/** What the gate's lines are about, as far as the viewer sees it. */
export type CheckedClaim = Pick<
  ClaimDto,
  "claimant" | "evidence" | "replies" | "reviews" | "searches" | "verdict"
>;

/**
 * The parts of the gate that hold, in words, given the codes of what is missing, and how many of them hold only because
 * there is nothing yet that they could check; `isCarried`: not by the number of origins.
 */
export function holdsWords(
  missing: readonly string[],
  claim: CheckedClaim,
  isCarried = false,
): { done: string[]; idle: number } {
  const hold = holds.filter(([codes]) => !codes.some((code) => missing.includes(code)));
  const idle = idleCodes(claim);
  // What stands for the number of origins was looked at.
  if (isCarried) idle.delete("origins-too-few");
  const done = hold.filter(([codes]) => !codes.some((code) => idle.has(code)));
  return {
    done: done.map(([codes, words]) =>
      isCarried && codes.includes("origins-too-few") ? "A decisive source" : words,
    ),
    idle: hold.length - done.length,
  };
}

const ofEvidence = [
  "quote-not-verbatim",
  "quote-cut",
  "original-not-read",
  "origins-too-few",
  "figures-unclassified",
];

/** The codes whose lines have nothing to check yet: no evidence, marks, searches, people to ask or write-up. */
function idleCodes({ claimant, evidence, replies, reviews, searches, verdict }: CheckedClaim): Set<string> {
  const isSeen = !("hidden" in verdict);
  const hasMarks = !("hidden" in reviews) && reviews.length > 0 && isSeen && verdict.rating !== null;
  return new Set([
    ...(evidence.length === 0 ? ofEvidence : []),
    ...(hasMarks ? [] : ["rating-against-marks"]),
    ...(evidence.length === 0 && searches.length === 0 ? ["other-side-not-searched"] : []),
    ...(claimant === null && replies.length === 0 ? ["reply-not-asked"] : []),
    ...(isSeen && verdict.writeUp.trim() !== "" ? [] : ["sentence-uncovered"]),
  ]);
}
