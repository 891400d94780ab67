import { RatingMark, ratingTone, type RatingTone } from "@/components/reader/rating-mark";
import type { Rating } from "@/lib/settings/ratings";

const toneClasses: Record<RatingTone, string> = {
  confirmed: "text-confirmed",
  mostly: "text-mostly",
  partly: "text-partly",
  misleading: "text-misleading",
  disputed: "text-disputed",
  unproven: "text-unproven",
};

type Props = {
  code: string;
  ratings: readonly Rating[];
  size?: number;
  /** The word it was signed with, where that is meant and not what the scale says now. */
  signedAs?: string | null;
};

/** A rating as shape and word, in its colour. */
export function RatingTag({ code, ratings, size = 14, signedAs }: Props) {
  const rating = ratings.find((item) => item.code === code);
  if (!rating) return <>{signedAs ?? code}</>;
  return (
    <span
      className={`inline-flex items-baseline gap-1.5 font-semibold tabs:whitespace-nowrap ${toneClasses[ratingTone(rating)]}`}
    >
      <RatingMark rating={rating} size={size} className="h-[1lh] shrink-0 self-start" />
      {signedAs ?? rating.label}
    </span>
  );
}
