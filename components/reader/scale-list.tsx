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
  /** `null` for a verdict that was retracted: it has none. */
  current: PublicRating | null;
  /** Of the verdict. */
  language: string;
  words: ReaderWords;
}) {
  const isListed = current === null || ratings.some((rating) => rating.code === current.code);
  const scale = isListed ? ratings : [...ratings, current];
  const best = current?.best ?? Math.max(1, ...ratings.map(({ number }) => number ?? 1));
  const { title, of, thisOne, more } = words.verdict.scale;
  return (
    <section id="scale">
      <h2>{title}</h2>
      <ul className="scale">
        {scale.map((rating) => {
          const own = current?.code === rating.code ? current : null;
          const { label, meaning, number } = own ?? rating;
          const spoken = contentIn(own ? language : site.language, words);
          return (
            <li key={rating.code} className={own ? "is-current" : undefined}>
              <RatingWord rating={{ ...rating, label, number }} size={15} {...spoken} />{" "}
              <span className="quiet">
                <bdi {...spoken}>{meaning}</bdi>
                {number === null ? null : (
                  <>
                    {" "}
                    <span className="nowrap">{of(number, best)}</span>
                  </>
                )}
                {own ? ` ${thisOne}` : null}
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
