import { RatingMark, ratingTone, type RatingLike } from "./rating-mark";
import type { OtherLanguage } from "./reader-site";

type Props = OtherLanguage & { rating: RatingLike & { label: string }; size?: number };

/** Shape and word in the rating's colour. */
export function RatingWord({ rating, size, lang, dir }: Props) {
  return (
    <span className={`rating tone-${ratingTone(rating)}`}>
      <RatingMark rating={rating} size={size} />
      <span className="rating-label" lang={lang} dir={dir}>
        {rating.label}
      </span>
    </span>
  );
}
