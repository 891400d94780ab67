import { RatingMark, ratingTone, type RatingLike } from "./rating-mark";
import type { OtherLanguage } from "./reader-site";

type Labelled = RatingLike & { label: string };
type Props = OtherLanguage & { rating: Labelled; size?: number };

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

/** The same with what it means beside it, wherever a rating stands without its scale; a scale of old may have no meaning for it. */
export function RatingMeant({ rating, ...rest }: Props & { rating: Labelled & { meaning: string } }) {
  return (
    <>
      <RatingWord rating={rating} {...rest} />
      {rating.meaning === "" ? null : (
        <>
          <span className="sr-only">:</span>{" "}
          <span className="meta" lang={rest.lang} dir={rest.dir}>
            {rating.meaning}
          </span>
        </>
      )}
    </>
  );
}
