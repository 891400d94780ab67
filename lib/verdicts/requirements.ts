import type { Dossier } from "../claims/dossier";
import { choicesInWords } from "../core/choice";
import type { Issue } from "../core/result";
import { defaultRatings, type Rating } from "../settings/ratings";
import type { Checker, GateOptions } from "./requirements/check";
import { gateContext, gateRule } from "./requirements/check";
import { otherSideNotSearched, partRatedLower, sentenceUncovered } from "./requirements/fairness";
import { placeholderLeft } from "./requirements/leftovers";
import { legalReadMissing } from "./requirements/legal";
import {
  classTooLight,
  findingMissing,
  fourEyes,
  nextUpdatePassed,
  provisionalRating,
  ratingAgainstMarks,
  ratingMissing,
  replyNotAsked,
  reviewMissing,
  reviewOutdated,
} from "./requirements/people";
import {
  figuresUnclassified,
  originalNotRead,
  originsTooFew,
  quoteAltered,
  quoteCut,
  quoteNotVerbatim,
  ratingsAllowedWithTooFewOrigins,
} from "./requirements/sources";

const checkers: readonly Checker[] = [
  ratingMissing,
  findingMissing,
  reviewMissing,
  ratingAgainstMarks,
  quoteNotVerbatim,
  classTooLight,
  fourEyes,
  provisionalRating,
  nextUpdatePassed,
  reviewOutdated,
  quoteAltered,
  quoteCut,
  originalNotRead,
  originsTooFew,
  figuresUnclassified,
  otherSideNotSearched,
  replyNotAsked,
  sentenceUncovered,
  placeholderLeft,
  partRatedLower,
  legalReadMissing,
];

/** What stands between a draft and its publication: an empty list means that it may be signed. */
export function gateIssues(dossier: Dossier, options: GateOptions): Issue[] {
  const context = gateContext(dossier, options);
  return checkers.flatMap((check) => check(context));
}

export type Override = { code: string; reason: string };

export type OverrideOutcome = {
  /** Issues that still stand. */
  open: Issue[];
  /** Overrides that lifted an issue, to be printed; one for each code. */
  used: Override[];
  /** What is wrong with the overrides themselves. */
  problems: Issue[];
};

/**
 * Lifts issues that an editor overrides with a reason. An override of a code without an issue is left out of `used`, so
 * that nothing is printed that was not needed. `rating` is the draft's rating code, and `ratings` what the newsroom calls them.
 */
export function applyOverrides(
  issues: readonly Issue[],
  overrides: readonly Override[],
  rating: string | null,
  ratings: readonly Rating[] = defaultRatings,
): OverrideOutcome {
  const problems: Issue[] = [];
  const used: Override[] = [];
  overrides.forEach(({ code, reason }, index) => {
    const concerned = issues.filter((issue) => issue.code === code);
    const problem = overrideProblem({ code, reason }, concerned, { rating, ratings });
    if (problem)
      problems.push({ ...problem, field: `overrides.${index}.${problem.field}`, overridable: false });
    else if (concerned.length > 0 && !used.some((other) => other.code === code)) {
      used.push({ code, reason: reason.trim() });
    }
  });
  const lifted = new Set(used.map((override) => override.code));
  return { open: issues.filter((issue) => !lifted.has(issue.code)), used, problems };
}

function overrideProblem(
  { code, reason }: Override,
  concerned: Issue[],
  { rating, ratings }: { rating: string | null; ratings: readonly Rating[] },
): Issue | null {
  const rule = gateRule(code);
  if (!rule) {
    return { code: "override-unknown", field: "code", message: `There is no line “${code}” on the list.` };
  }
  if (rule.overridable === false || concerned.some((issue) => !issue.overridable)) {
    const message = `This cannot be overridden: ${rule.requirement}.`;
    return { code: "override-not-allowed", field: "code", message };
  }
  if (reason.trim() === "") {
    return { code: "override-reason-missing", field: "reason", message: "Give the reason. It is printed." };
  }
  if (code === "origins-too-few" && concerned.length > 0 && !allowsTooFewOrigins(rating)) {
    const left = ratings.filter((one) => allowsTooFewOrigins(one.code)).map(({ label }) => label);
    const message = `With too few origins the rating can only be ${choicesInWords(left)}.`;
    return { code: "override-rating", field: "code", message };
  }
  return null;
}

function allowsTooFewOrigins(rating: string | null): boolean {
  return rating !== null && ratingsAllowedWithTooFewOrigins.includes(rating);
}
