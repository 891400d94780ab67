import type { Mark } from "../claims/vocabulary";

export type Agreement = {
  agrees: boolean;
  /** Different marks given, in order of appearance. */
  marks: Mark[];
  /** Different ratings proposed, in order of appearance. */
  ratings: string[];
};

/**
 * Whether reviewers agree: equal marks, and equal ratings among those who proposed one. Pass each reviewer's latest
 * review. One review, or none, agrees with itself.
 */
export function agreement(reviews: readonly { mark: Mark; rating: string | null }[]): Agreement {
  const marks = [...new Set(reviews.map((review) => review.mark))];
  const ratings = [...new Set(reviews.flatMap((review) => review.rating ?? []))];
  return { agrees: marks.length <= 1 && ratings.length <= 1, marks, ratings };
}
