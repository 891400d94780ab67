import type { Mark } from "../claims/vocabulary";

export type Rating = {
  code: string;
  label: string;
  meaning: string;
  /** Place on the truth axis, 1 to 5; `null` for ratings off the axis, which carry no number anywhere. */
  number: number | null;
  /** Marks that fit the rating without a written reconciliation. */
  marks: readonly Mark[];
};

const anyMark: readonly Mark[] = ["confirmed", "disputed", "unproven"];

/** The scale a newsroom starts with; settings may rename, reorder and add. */
export const defaultRatings: readonly Rating[] = [
  {
    code: "confirmed",
    label: "Confirmed",
    meaning: "the evidence shows it is right",
    number: 5,
    marks: ["confirmed"],
  },
  {
    code: "mostly-confirmed",
    label: "Mostly confirmed",
    meaning: "right but for a detail that does not change it",
    number: 4,
    marks: ["confirmed"],
  },
  {
    code: "partly-confirmed",
    label: "Partly confirmed",
    meaning: "some of it holds, some of it does not or is not known",
    number: 3,
    marks: anyMark,
  },
  {
    code: "misleading",
    label: "Misleading",
    meaning: "the parts may be right, the impression they give is not",
    number: 2,
    marks: anyMark,
  },
  {
    code: "disputed",
    label: "Disputed",
    meaning: "the evidence shows it is wrong",
    number: 1,
    marks: ["disputed"],
  },
  {
    code: "reported",
    label: "Reported, not confirmed",
    meaning: "one source says so and we could not check it independently",
    number: null,
    marks: anyMark,
  },
  {
    code: "unproven",
    label: "Unproven",
    meaning: "the evidence does not show it either way",
    number: null,
    marks: anyMark,
  },
];

/** Whether a rating was chosen that the scale does not have, or no longer. */
export function isOffScale(
  code: string | null | undefined,
  ratings: readonly Pick<Rating, "code">[],
): boolean {
  return Boolean(code) && !ratings.some((rating) => rating.code === code);
}
