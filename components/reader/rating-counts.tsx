import type { RatingCount } from "@/lib/publications/listing";
import type { Rating } from "@/lib/settings/ratings";
import type { ReaderWords } from "@/lib/words/reader";
import { ratingTone, type RatingLike } from "./rating-mark";
import { RatingMeant } from "./rating-word";
import { contentIn, type ReaderSite } from "./reader-site";
import { spokenRating } from "./spoken-rating";

type Shown = RatingLike & { label: string; meaning: string; count: number };

/** In the order and words of the scale today; a rating that left it goes last, as it was signed. */
function onScale(counts: readonly RatingCount[], scale: readonly Rating[]): Shown[] {
  const place = ({ code }: Shown) => {
    const index = scale.findIndex((rating) => rating.code === code);
    return index < 0 ? scale.length : index;
  };
  return counts
    .map(({ rating: code, label, count }) => {
      const known = scale.find((rating) => rating.code === code);
      return {
        code,
        label: known?.label ?? label,
        meaning: known?.meaning ?? "",
        number: known?.number ?? null,
        marks: known?.marks,
        count,
      };
    })
    .map(({ marks, ...rest }) => (marks ? { ...rest, marks } : rest))
    .sort((a, b) => place(a) - place(b));
}

/** One bar, a stretch for each rating; the numbers stand beside it in words. */
function Bar({ ratings, of }: { ratings: readonly Shown[]; of: number }) {
  const gap = ratings.length > 1 ? 0.6 : 0;
  let from = 0;
  return (
    <svg viewBox="0 0 100 10" width="100%" height="10" preserveAspectRatio="none" aria-hidden="true">
      {ratings.map((rating) => {
        const width = (rating.count / of) * 100;
        const x = from;
        from += width;
        const shown = Math.max(width - gap, 0.4);
        return (
          <rect
            key={rating.code}
            className={`tone-${ratingTone(rating)}`}
            fill="currentColor"
            x={x.toFixed(2)}
            width={shown.toFixed(2)}
            height="10"
          />
        );
      })}
    </svg>
  );
}

/** Of fewer verdicts there are no shares: one bar of full length would say more than one verdict does. */
const fewestShared = 3;

/** Verdicts by rating: a table whose bars repeat its numbers, and leave a narrow screen to the ratings. */
export function RatingCounts({
  site,
  counts,
  scale,
  words,
  caption,
}: {
  site: ReaderSite;
  counts: readonly RatingCount[];
  scale: readonly Rating[];
  words: ReaderWords;
  caption: string;
}) {
  const ratings = onScale(counts, scale);
  const total = ratings.reduce((sum, { count }) => sum + count, 0);
  const { archive } = words.browse;
  const hasShares = total >= fewestShared;
  return (
    <table className="counts">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{archive.rating}</th>
          {hasShares ? (
            <th scope="col" className="share">
              {archive.share}
            </th>
          ) : null}
          <th scope="col">{archive.number}</th>
        </tr>
      </thead>
      <tbody>
        {ratings.map((rating) => (
          <tr key={rating.code}>
            <th scope="row">
              <RatingMeant size={16} {...spokenRating(rating, contentIn(site.language, words), words)} />
            </th>
            {hasShares ? (
              <td className="share">
                <Bar ratings={[rating]} of={total} />
              </td>
            ) : null}
            <td>{words.speech.number(rating.count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same in one bar, as long as its share of `of`; its numbers in words under it, a rating a line. */
export function RatingLine({
  site,
  counts,
  scale,
  words,
  of,
}: {
  site: ReaderSite;
  counts: readonly RatingCount[];
  scale: readonly Rating[];
  words: ReaderWords;
  of: number;
}) {
  const ratings = onScale(counts, scale);
  return (
    <>
      <Bar ratings={ratings} of={of} />
      {ratings.map((each) => {
        const { rating } = spokenRating(each, contentIn(site.language, words), words);
        return (
          <span key={rating.code} className="under quiet">
            {words.browse.rated(words.speech.number(rating.count), rating.label)}
          </span>
        );
      })}
    </>
  );
}
