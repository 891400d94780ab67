import type { Rating } from "@/lib/settings/ratings";
import { Markdown } from "./markdown";
import { RatingWord } from "./rating-word";
import { ReaderDocument } from "./reader-document";
import { readerPaths } from "./reader-paths";
import type { ReaderSite } from "./reader-site";

/** The newsroom's own words in Markdown; `null` where it has not written any. */
export type MethodologyTexts = {
  about: string | null;
  funding: string | null;
  /** Replace the text Countersign brings along. */
  howWeCheck: string | null;
  corrections: string | null;
};

function Scale({ ratings }: { ratings: readonly Rating[] }) {
  const numbers = ratings.flatMap(({ number }) => (number === null ? [] : [number]));
  const best = Math.max(...numbers, 1);
  return (
    <section id="scale">
      <h2>The scale</h2>
      <table role="table" className="stacking scale-table">
        <thead role="rowgroup">
          <tr role="row">
            {["Rating", "What it means", "Number"].map((heading) => (
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
              <td role="cell" data-label="Meaning">
                {rating.meaning}
              </td>
              <td role="cell" data-label="Number">
                {rating.number === null ? "none" : `${rating.number} of ${best}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        The numbers are for machines that read our verdicts. A rating without a number says how much is known,
        not how right something is.
      </p>
    </section>
  );
}

function HowWeCheck({ text }: { text: string | null }) {
  return (
    <section id="how">
      <h2>How we check</h2>
      {text === null ? (
        <>
          <p>
            We start from the exact words as they were published and say beside them what we check. We look
            for the original of each source, quote it word for word inside its whole sentence, and note what
            else we searched for, also when we found nothing. Whoever made the claim, and whoever our finding
            criticises, is asked for a reply.
          </p>
          <p>
            At least two people answer independently, each without seeing the other’s answer. An editor who
            wrote none of it then signs exactly the text you read. Where one of these rules was set aside, the
            verdict says so and gives the reason.
          </p>
        </>
      ) : (
        <Markdown source={text} />
      )}
    </section>
  );
}

function Independence() {
  return (
    <section id="independence">
      <h2>Why we count origins, not articles</h2>
      <p>
        Ten articles that take a figure from one report are one source. We follow each article back to who
        knew first and count only routes that share nobody on the way. An article that does not say where it
        has something from is shown as unknown and not counted, neither for nor against.
      </p>
    </section>
  );
}

function Corrections({ text }: { text: string | null }) {
  return (
    <section id="corrections">
      <h2>Corrections</h2>
      {text === null ? (
        <p>
          A published verdict is never changed in silence. A change makes a new version with its date, its
          reason and the words that changed, and the old version stays readable. A verdict that cannot be
          upheld is retracted with the reason.
        </p>
      ) : (
        <Markdown source={text} />
      )}
      <p>
        <a href={readerPaths.corrections}>All corrections</a> ·{" "}
        <a href={readerPaths.report}>Report an error</a>
      </p>
    </section>
  );
}

function OwnWords({ id, title, text }: { id: string; title: string; text: string | null }) {
  return (
    <section id={id}>
      <h2>{title}</h2>
      {text === null ? (
        <p className="quiet">The newsroom has not written this section yet.</p>
      ) : (
        <Markdown source={text} />
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
  return (
    <ReaderDocument
      site={site}
      title="How we check and rate"
      description={`How ${site.name} checks claims, what the ratings mean, how errors are corrected.`}
      canonical={site.url + readerPaths.methodology}
      current="methodology"
    >
      <main id="main" className="wrap page reading">
        <h1>How we check and rate</h1>
        <Scale ratings={ratings} />
        <HowWeCheck text={texts.howWeCheck} />
        <Independence />
        <Corrections text={texts.corrections} />
        <OwnWords id="about" title="Who we are" text={texts.about} />
        <OwnWords id="funding" title="Who pays for it" text={texts.funding} />
      </main>
    </ReaderDocument>
  );
}
