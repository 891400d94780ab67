import type { PublicationRecord } from "./record";

/** Longer meanings would push the finding out of a title, which many programs cut at some 70 characters. */
const longestMeaning = 40;

/** Rating and finding as a title that is read without its page: with what the rating means, where that is short. */
export function ratedTitle({ rating, finding }: Pick<PublicationRecord, "rating" | "finding">): string {
  const { label, meaning } = rating;
  const isSaid = meaning !== "" && [...meaning].length <= longestMeaning;
  return isSaid ? `${label} (${meaning}): ${finding}` : `${label}: ${finding}`;
}
