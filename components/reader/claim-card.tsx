import { en } from "@/lib/words/en";
import type { RecordClaim, RecordPart } from "@/lib/publications/record";
import { textFragmentUrl } from "@/lib/quotes/text-fragment";
import type { Rating } from "@/lib/settings/ratings";
import { peopleDay } from "./dates";
import { Dotted } from "./dotted";
import { MarkedSentence } from "./marked-sentence";
import { RatingWord } from "./rating-word";
import { safeHref, versionPath } from "./reader-paths";
import { directionOf } from "./reader-site";
import { When } from "./when";

const kindWords: Record<string, string> = {
  said: "The check is about whether this was said, not whether it is so.",
  forecast: "This is about the future; the check is about what can be known today.",
  "image-or-video": "The check is about a picture or a recording.",
};

function Words({ claim }: { claim: RecordClaim }) {
  const { appearance, verbatim } = claim;
  const lang = appearance?.language ?? undefined;
  if (appearance !== null) {
    return (
      <blockquote lang={lang} dir={lang === undefined ? undefined : directionOf(lang)}>
        <q>
          <MarkedSentence exact={appearance.exact} sentence={appearance.sentence} />
        </q>
      </blockquote>
    );
  }
  if (verbatim === null) return null;
  return (
    <blockquote>
      <q>
        <mark>{verbatim}</mark>
      </q>
    </blockquote>
  );
}

/** The words in place, told apart by the rest of their sentence; the page alone where that cannot be. */
function placeOf({ url, exact, sentence }: NonNullable<RecordClaim["appearance"]>): string | null {
  const page = safeHref(url);
  if (page === null) return null;
  const at = sentence?.indexOf(exact) ?? -1;
  const around =
    sentence === null || at < 0
      ? {}
      : { prefix: sentence.slice(0, at), suffix: sentence.slice(at + exact.length) };
  return textFragmentUrl(page, { exact, ...around }) ?? page;
}

function WhoWhenWhere({ claim }: { claim: RecordClaim }) {
  const { appearance } = claim;
  const source = appearance === null ? null : (appearance.outlet ?? "outlet not named");
  const href = appearance === null ? null : placeOf(appearance);
  // The day is said once: "28 June 2024" and "28 June 2024, 14:26" are the same day.
  const isSameDay =
    claim.saidAt !== null &&
    appearance?.publishedAt != null &&
    peopleDay(claim.saidAt, en) === peopleDay(appearance.publishedAt, en);
  const said =
    claim.claimant === null && claim.place === null && (claim.saidAt === null || isSameDay) ? null : (
      <span>
        {claim.claimant ?? "said"}
        {claim.place === null ? null : `, ${claim.place}`}
        {claim.saidAt === null || isSameDay ? null : (
          <>
            , <When words={en} iso={claim.saidAt} />
          </>
        )}
      </span>
    );
  return (
    <p className="meta">
      <Dotted
        items={[
          claim.claimant === source && isSameDay && claim.place === null ? null : said,
          appearance === null ? null : (
            <span>
              {source}
              {appearance.byline === null ? null : `, ${appearance.byline}`}
              {", "}
              {appearance.publishedAt === null ? (
                "date not known"
              ) : (
                <When words={en} iso={appearance.publishedAt} exact />
              )}
            </span>
          ),
          href === null ? null : (
            <a href={href} data-page={safeHref(appearance?.url ?? null)} rel="noopener">
              read in place
            </a>
          ),
        ]}
      />
    </p>
  );
}

/** A part that has a rating has it from its own publication. */
function PartText({ part: { text, published } }: { part: RecordPart }) {
  return published ? <a href={versionPath(published.slug, published.version)}>{text}</a> : text;
}

function Parts({ parts, ratings }: { parts: readonly RecordPart[]; ratings: readonly Rating[] }) {
  if (parts.length === 0) return null;
  return (
    <>
      <p className="meta">
        <strong>Part by part:</strong>
      </p>
      <ul className="parts">
        {parts.map((part, index) => {
          const rating = ratings.find((candidate) => candidate.code === part.rating);
          return (
            <li key={index}>
              <PartText part={part} />{" "}
              {part.central ? null : <span className="quiet">(beside the point) </span>}
              {rating === undefined ? (
                <span className="quiet">not rated yet</span>
              ) : (
                <RatingWord rating={rating} size={14} />
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The claim: the words as published inside their sentence, who, when, where; then, unquoted, what was checked. */
export function ClaimCard({
  claim,
  parts,
  ratings,
}: {
  claim: RecordClaim;
  parts: readonly RecordPart[];
  ratings: readonly Rating[];
}) {
  const hasWords = claim.appearance !== null || claim.verbatim !== null;
  return (
    <section className="claim" id="claim" aria-labelledby="claim-heading">
      <h2 className="kicker" id="claim-heading">
        {hasWords ? "The claim, as published" : "The claim"}
      </h2>
      <Words claim={claim} />
      {claim.appearance !== null ||
      claim.claimant !== null ||
      claim.saidAt !== null ||
      claim.place !== null ? (
        <WhoWhenWhere claim={claim} />
      ) : null}
      <p className="meta">
        <strong>What we checked:</strong> <span className="checked">{claim.text}</span>
        {kindWords[claim.kind] === undefined ? null : <span className="quiet"> {kindWords[claim.kind]}</span>}
      </p>
      <Parts parts={parts} ratings={ratings} />
      {claim.why === null || claim.why === "" ? null : (
        <p className="meta">
          <strong>Why we check it:</strong> {claim.why}
        </p>
      )}
    </section>
  );
}
