import { RatingMark, ratingTone, type RatingLike } from "./rating-mark";

/** Shape and word in the rating's colour. */
export function RatingWord({ rating, size }: { rating: RatingLike & { label: string }; size?: number }) {
  return (
    <span className={`rating tone-${ratingTone(rating)}`}>
      <RatingMark rating={rating} size={size} />
      <span className="rating-label">{rating.label}</span>
    </span>
  );
}
