import type { PublicationRecord, RecordClaim, RecordPart } from "@/lib/publications/record";
import { textFragmentUrl } from "@/lib/quotes/text-fragment";
import type { Rating } from "@/lib/settings/ratings";
import type { ReaderWords } from "@/lib/words/reader";
import { peopleDay } from "./dates";
import { Dotted } from "./dotted";
import { Phrase } from "./phrase";
import { FoldedWhenLong, Quotation } from "./quotation";
import { RatingMeant } from "./rating-word";
import { safeHref } from "@/lib/publications/safe-href";
import { versionPath } from "./reader-paths";
import { contentIn, type OtherLanguage } from "./reader-site";
import { When } from "./when";

type Said = { words: ReaderWords; own: OtherLanguage };

/** In the quotation marks of the language that is quoted. */
function Words({ claim, words, own }: Said & { claim: RecordClaim }) {
  const { appearance, verbatim } = claim;
  if (appearance !== null) return <Quotation {...appearance} words={words} isMarked />;
  if (verbatim === null) return null;
  return (
    <FoldedWhenLong length={verbatim.length} words={words}>
      <blockquote {...own}>
        <q>
          <mark>{verbatim}</mark>
        </q>
      </blockquote>
    </FoldedWhenLong>
  );
}

type Appearance = NonNullable<RecordClaim["appearance"]>;

/** The words in place, told apart by the rest of their sentence; the page alone where that cannot be. */
function placeOf({ url, exact, sentence }: Appearance): string | null {
  const page = safeHref(url);
  if (page === null) return null;
  const at = sentence?.indexOf(exact) ?? -1;
  const around =
    sentence === null || at < 0
      ? {}
      : { prefix: sentence.slice(0, at), suffix: sentence.slice(at + exact.length) };
  return textFragmentUrl(page, { exact, ...around }) ?? page;
}

/** Who said it, and where and when, unless the line about the source says the same day. */
export function Speaker({
  claim,
  isSameDay = false,
  words,
  own,
}: Said & { claim: Pick<RecordClaim, "claimant" | "place" | "saidAt">; isSameDay?: boolean }) {
  const { claimant, place, saidAt } = claim;
  return (
    <span>
      {claimant === null ? words.claim.said : <bdi {...own}>{claimant}</bdi>}
      {place === null ? null : (
        <>
          , <bdi {...own}>{place}</bdi>
        </>
      )}
      {saidAt === null || isSameDay ? null : (
        <>
          , <When iso={saidAt} words={words} />
        </>
      )}
    </span>
  );
}

function Source({ appearance, words }: { appearance: Appearance; words: ReaderWords }) {
  return (
    <span>
      {appearance.outlet === null && appearance.title !== null ? (
        <cite lang={appearance.language ?? undefined} dir="auto">
          <q>{appearance.title}</q>
        </cite>
      ) : (
        <bdi>{appearance.outlet ?? words.claim.outletNotNamed}</bdi>
      )}
      {appearance.byline === null ? null : (
        <>
          , <bdi>{appearance.byline}</bdi>
        </>
      )}
      {", "}
      {appearance.publishedAt === null ? (
        words.dates.notKnown
      ) : (
        <When iso={appearance.publishedAt} words={words} exact />
      )}
    </span>
  );
}

function WhoWhenWhere({ claim, words, own }: Said & { claim: RecordClaim }) {
  const { appearance } = claim;
  const source = appearance === null ? null : (appearance.outlet ?? words.claim.outletNotNamed);
  const href = appearance === null ? null : placeOf(appearance);
  // The day is said once: "28 June 2024" and "28 June 2024, 14:26" are the same day.
  const isSameDay =
    claim.saidAt !== null &&
    appearance?.publishedAt != null &&
    peopleDay(claim.saidAt, words) === peopleDay(appearance.publishedAt, words);
  const saysNothing = claim.claimant === null && claim.place === null && (claim.saidAt === null || isSameDay);
  const isSource = claim.claimant === source && isSameDay && claim.place === null;
  return (
    <p className="meta">
      <Dotted
        items={[
          saysNothing || isSource ? null : (
            <Speaker claim={claim} isSameDay={isSameDay} words={words} own={own} />
          ),
          appearance === null ? null : <Source appearance={appearance} words={words} />,
          href === null ? null : (
            <a href={href} data-page={safeHref(appearance?.url ?? null)} rel="noopener">
              {words.claim.readInPlace}
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

type PartsProps = Said & { parts: readonly RecordPart[]; ratings: readonly Rating[] };

function Parts({ parts, ratings, words, own }: PartsProps) {
  if (parts.length === 0) return null;
  return (
    <>
      <p className="meta">
        <strong>{words.claim.parts}</strong>
      </p>
      <ul className="parts">
        {parts.map((part, index) => {
          const rating = ratings.find((candidate) => candidate.code === part.rating);
          return (
            <li key={index}>
              <bdi {...own}>
                <PartText part={part} />
              </bdi>{" "}
              {part.central ? null : <span className="quiet">{words.claim.beside} </span>}
              {rating === undefined ? (
                <span className="quiet">{words.claim.notRated}</span>
              ) : (
                <RatingMeant rating={rating} size={14} {...own} />
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
  record: { claim, parts, language, overrides },
  ratings,
  words,
}: {
  record: Pick<PublicationRecord, "claim" | "parts" | "language" | "overrides">;
  ratings: readonly Rating[];
  words: ReaderWords;
}) {
  const said = words.claim;
  const own = contentIn(language, words);
  const hasWords = claim.appearance !== null || claim.verbatim !== null;
  const isPlaced =
    claim.appearance !== null || claim.claimant !== null || claim.saidAt !== null || claim.place !== null;
  const kind = (said.kinds as Record<string, string | undefined>)[claim.kind];
  return (
    <section className="claim" id="claim" aria-labelledby="claim-heading">
      <h2 className="kicker" id="claim-heading">
        {hasWords ? said.asPublished : said.title}
      </h2>
      <Words claim={claim} words={words} own={own} />
      {isPlaced ? <WhoWhenWhere claim={claim} words={words} own={own} /> : null}
      <p className="meta">
        <strong>{said.whatWeChecked}</strong>{" "}
        <bdi className="checked" {...own}>
          {claim.text}
        </bdi>
        {kind === undefined ? null : <span className="quiet"> {kind}</span>}
      </p>
      {overrides.some(({ code }) => code === "reply-not-asked") ? (
        <p className="meta">
          <Phrase say={said.notAsked} with={{ link: (inside) => <a href="#who">{inside}</a> }} />
        </p>
      ) : null}
      <Parts parts={parts} ratings={ratings} words={words} own={own} />
      {claim.why === null || claim.why === "" ? null : (
        <p className="meta">
          <strong>{said.why}</strong> <bdi {...own}>{claim.why}</bdi>
        </p>
      )}
    </section>
  );
}
