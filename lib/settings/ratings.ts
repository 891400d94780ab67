import type { Mark } from "../claims/vocabulary";
import { ratings as named } from "../words/en/ratings";

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
    ...named.confirmed,
    number: 5,
    marks: ["confirmed"],
  },
  {
    code: "mostly-confirmed",
    ...named["mostly-confirmed"],
    number: 4,
    marks: ["confirmed"],
  },
  {
    code: "partly-confirmed",
    ...named["partly-confirmed"],
    number: 3,
    marks: anyMark,
  },
  {
    code: "misleading",
    ...named.misleading,
    number: 2,
    marks: anyMark,
  },
  {
    code: "disputed",
    ...named.disputed,
    number: 1,
    marks: ["disputed"],
  },
  {
    code: "reported",
    ...named.reported,
    number: null,
    marks: anyMark,
  },
  {
    code: "unproven",
    ...named.unproven,
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
