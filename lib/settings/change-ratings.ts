import { fail, ok, type Issue, type Result } from "../core/result";
import type { Rating } from "./ratings";

/** The scale with one rating renamed and, when `position` (1 is first) is given, moved. Unknown codes change nothing. */
export function withRatingChanged(
  ratings: readonly Rating[],
  change: { code: string; label: string; meaning: string; position?: number },
): Rating[] {
  const before = ratings.find(({ code }) => code === change.code);
  if (!before) return [...ratings];
  const changed = { ...before, label: change.label, meaning: change.meaning };
  const others = ratings.filter(({ code }) => code !== change.code);
  const place = change.position === undefined ? ratings.indexOf(before) : change.position - 1;
  return [...others.slice(0, place), changed, ...others.slice(place)];
}

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}

/** What is wrong with a scale as a whole: two ratings of one code, or with one word for readers. */
export function scaleIssues(ratings: readonly Rating[]): Issue[] {
  const codes = repeated(ratings.map(({ code }) => code));
  const folded = ratings.map(({ label }) => label.trim().toLowerCase().replace(/\s+/gu, " "));
  const labels = repeated(folded);
  return [
    ...codes.map((code) => ({
      code: "rating-twice",
      field: "code",
      message: `There is a rating "${code}" already.`,
    })),
    ...labels.map((label) => ({
      code: "label-twice",
      field: "label",
      message: `Two ratings are called "${label}".`,
    })),
  ];
}

/** The scale when it is sound, else 422 with what is wrong. */
export function soundScale(ratings: readonly Rating[]): Result<readonly Rating[]> {
  const issues = scaleIssues(ratings);
  const first = issues[0];
  return first ? fail({ kind: "invalid", code: first.code, detail: first.message, issues }) : ok(ratings);
}

/** Codes that were there and are not there any more. */
export function vanishedCodes(before: readonly Rating[], after: readonly Rating[]): string[] {
  const kept = new Set(after.map(({ code }) => code));
  return before.map(({ code }) => code).filter((code) => !kept.has(code));
}
