import type { Rating } from "@/lib/settings/ratings";
import type { ReaderWords } from "@/lib/words/reader";
import { RatingWord } from "./rating-word";
import { readerPaths, spokenPath } from "./reader-paths";
import { contentIn, type PublicRating, type ReaderSite } from "./reader-site";

/** The scale beside a verdict, with the verdict's own rating marked; a rating the scale no longer has is added. */
export function ScaleList({
  site,
  ratings,
  current,
  language,
  words,
}: {
  site: ReaderSite;
  ratings: readonly Rating[];
  current: PublicRating;
  /** Of the verdict. */
  language: string;
  words: ReaderWords;
}) {
  const isListed = ratings.some((rating) => rating.code === current.code);
  const scale = isListed ? ratings : [...ratings, current];
  const { title, of, thisOne, more } = words.verdict.scale;
  return (
    <section id="scale">
      <h2>{title}</h2>
      <ul className="scale">
        {scale.map((rating) => {
          const isCurrent = rating.code === current.code;
          const { label, meaning, number } = isCurrent ? current : rating;
          const own = contentIn(isCurrent ? language : site.language, words);
          return (
            <li key={rating.code} className={isCurrent ? "is-current" : undefined}>
              <RatingWord rating={{ ...rating, label, number }} size={15} {...own} />{" "}
              <span className="quiet">
                <bdi {...own}>{meaning}</bdi>
                {number === null ? null : (
                  <>
                    {" "}
                    <span className="nowrap">{of(number, current.best)}</span>
                  </>
                )}
                {isCurrent ? ` ${thisOne}` : null}
              </span>
            </li>
          );
        })}
      </ul>
      <p>
        <a href={spokenPath(site, readerPaths.methodology)}>{more}</a>
      </p>
    </section>
  );
}
