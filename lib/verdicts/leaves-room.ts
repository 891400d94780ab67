import type { Rating } from "../settings/ratings";

/**
 * Whether a rating may stand over first findings, which say that there is more to come: it is neither end of the truth axis,
 * whatever a newsroom calls them, nor Confirmed or Disputed.
 */
export function leavesRoom(rating: Pick<Rating, "code" | "number">, ratings: readonly Rating[]): boolean {
  const numbers = ratings.flatMap((other) => other.number ?? []);
  const isEnd =
    rating.number !== null && [Math.max(...numbers), Math.min(...numbers)].includes(rating.number);
  return !isEnd && rating.code !== "confirmed" && rating.code !== "disputed";
}
