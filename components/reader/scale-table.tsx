import type { ReactNode } from "react";
import type { Rating } from "@/lib/settings/ratings";
import type { ReaderWords } from "@/lib/words/reader";
import { RatingWord } from "./rating-word";
import { contentIn } from "./reader-site";
import { spokenRating } from "./spoken-rating";

type Props = {
  ratings: readonly Rating[];
  /** Of the newsroom, which wrote them. */
  language: string;
  words: ReaderWords;
  children?: ReactNode;
};

/** Every rating with its meaning and its number; `children` stand between the heading and the table. */
export function ScaleTable({ ratings, language, words, children }: Props) {
  const say = words.sitePages.scale;
  const numbers = ratings.flatMap(({ number }) => (number === null ? [] : [number]));
  const said = ratings.map((rating) => spokenRating(rating, contentIn(language, words), words));
  const best = Math.max(...numbers, 1);
  return (
    <section id="scale">
      <h2>{say.title}</h2>
      {children}
      <table role="table" className="stacking scale-table">
        <thead role="rowgroup">
          <tr role="row">
            {[say.rating, say.meaning, say.number].map((heading) => (
              <th key={heading} role="columnheader" scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {said.map(({ rating, ...spoken }) => (
            <tr key={rating.code} role="row" id={rating.code}>
              <th role="rowheader" scope="row">
                <RatingWord rating={rating} size={18} {...spoken} />
              </th>
              <td role="cell" data-label={say.meaningShort}>
                <bdi {...spoken}>{rating.meaning}</bdi>
              </td>
              <td role="cell" data-label={say.number}>
                {rating.number === null ? say.none : say.of(rating.number, best)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{say.note}</p>
    </section>
  );
}
