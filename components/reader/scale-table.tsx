import type { ReactNode } from "react";
import type { Rating } from "@/lib/settings/ratings";
import type { ReaderWords } from "@/lib/words/reader";
import { RatingWord } from "./rating-word";

type Props = { ratings: readonly Rating[]; words: ReaderWords; children?: ReactNode };

/** Every rating with its meaning and its number; `children` stand between the heading and the table. */
export function ScaleTable({ ratings, words, children }: Props) {
  const say = words.sitePages.scale;
  const numbers = ratings.flatMap(({ number }) => (number === null ? [] : [number]));
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
          {ratings.map((rating) => (
            <tr key={rating.code} role="row" id={rating.code}>
              <th role="rowheader" scope="row">
                <RatingWord rating={rating} size={18} />
              </th>
              <td role="cell" data-label={say.meaningShort}>
                {rating.meaning}
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
