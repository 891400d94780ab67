import type { Rating } from "@/lib/settings/ratings";
import { RatingWord } from "./rating-word";
import { readerPaths } from "./reader-paths";
import type { PublicRating } from "./reader-site";

/** The scale beside a verdict, with the verdict's own rating marked; a rating the scale no longer has is added. */
export function ScaleList({ ratings, current }: { ratings: readonly Rating[]; current: PublicRating }) {
  const isListed = ratings.some((rating) => rating.code === current.code);
  const scale = isListed ? ratings : [...ratings, current];
  return (
    <section id="scale">
      <h2>How we rate</h2>
      <ul className="scale">
        {scale.map((rating) => {
          const isCurrent = rating.code === current.code;
          const { label, meaning, number } = isCurrent ? current : rating;
          return (
            <li key={rating.code} className={isCurrent ? "is-current" : undefined}>
              <RatingWord rating={{ ...rating, label, number }} size={15} />{" "}
              <span className="quiet">
                {meaning}
                {number === null ? null : ` (${number} of ${current.best})`}
                {isCurrent ? " – this verdict" : null}
              </span>
            </li>
          );
        })}
      </ul>
      <p>
        <a href={readerPaths.methodology}>How we check and rate</a>
      </p>
    </section>
  );
}
