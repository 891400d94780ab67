import type { Rating } from "@/lib/settings/ratings";
import { readerWords, type ReaderWords } from "@/lib/words/reader";
import { Markdown } from "./markdown";
import { RatingWord } from "./rating-word";
import { ReaderDocument } from "./reader-document";
import { readerPaths, spokenPath } from "./reader-paths";
import { contentIn, type ReaderSite } from "./reader-site";

/** The newsroom's own words in Markdown; `null` where it has not written any. */
export type MethodologyTexts = {
  about: string | null;
  funding: string | null;
  /** Replace the text Countersign brings along. */
  howWeCheck: string | null;
  corrections: string | null;
};

type Said = { site: ReaderSite; words: ReaderWords };

function Scale({ site, ratings, words }: Said & { ratings: readonly Rating[] }) {
  const said = words.methodology.scale;
  const own = contentIn(site.language, words);
  const numbers = ratings.flatMap(({ number }) => (number === null ? [] : [number]));
  const best = Math.max(...numbers, 1);
  return (
    <section id="scale">
      <h2>{said.title}</h2>
      <table role="table" className="stacking scale-table">
        <thead role="rowgroup">
          <tr role="row">
            {[said.rating, said.meaning, said.number].map((heading) => (
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
                <RatingWord rating={rating} size={18} {...own} />
              </th>
              <td role="cell" data-label={said.meaningShort}>
                <bdi {...own}>{rating.meaning}</bdi>
              </td>
              <td role="cell" data-label={said.number}>
                {rating.number === null ? said.none : said.of(rating.number, best)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{said.note}</p>
    </section>
  );
}

type Own = Said & { text: string | null };

function HowWeCheck({ site, words, text }: Own) {
  const said = words.methodology.how;
  return (
    <section id="how">
      <h2>{said.title}</h2>
      {text === null ? (
        <>
          <p>{said.words}</p>
          <p>{said.people}</p>
        </>
      ) : (
        <Markdown source={text} {...contentIn(site.language, words)} />
      )}
    </section>
  );
}

function Corrections({ site, words, text }: Own) {
  const said = words.methodology.corrections;
  return (
    <section id="corrections">
      <h2>{said.title}</h2>
      {text === null ? <p>{said.text}</p> : <Markdown source={text} {...contentIn(site.language, words)} />}
      <p>
        <a href={spokenPath(site, readerPaths.corrections)}>{said.all}</a> ·{" "}
        <a href={spokenPath(site, readerPaths.report)}>{said.report}</a>
      </p>
    </section>
  );
}

function OwnWords({ id, title, site, words, text }: Own & { id: string; title: string }) {
  return (
    <section id={id}>
      <h2>{title}</h2>
      {text === null ? (
        <p className="quiet">{words.methodology.notWritten}</p>
      ) : (
        <Markdown source={text} {...contentIn(site.language, words)} />
      )}
    </section>
  );
}

/** How the newsroom checks, rates, corrects, and who pays for it. */
export function MethodologyPage({
  site,
  ratings,
  texts,
}: {
  site: ReaderSite;
  ratings: readonly Rating[];
  texts: MethodologyTexts;
}) {
  const words = readerWords(site.speaks);
  const { title, description, origins, about, funding } = words.methodology;
  const said = { site, words };
  return (
    <ReaderDocument
      site={site}
      title={title}
      description={description(site.name)}
      path={readerPaths.methodology}
      current="methodology"
    >
      <main id="main" className="wrap page reading">
        <h1>{title}</h1>
        <Scale ratings={ratings} {...said} />
        <HowWeCheck text={texts.howWeCheck} {...said} />
        <section id="independence">
          <h2>{origins.title}</h2>
          <p>{origins.text}</p>
        </section>
        <Corrections text={texts.corrections} {...said} />
        <OwnWords id="about" title={about} text={texts.about} {...said} />
        <OwnWords id="funding" title={funding} text={texts.funding} {...said} />
      </main>
    </ReaderDocument>
  );
}
