import type { NoticeRecord, PublicationRecord, SignedRecord } from "@/lib/publications/record";
import type { Rating } from "@/lib/settings/ratings";
import { citationsOf, readMarkdown } from "@/lib/publications/markdown-blocks";
import { answeredBy, besideWords } from "@/lib/publications/standing-notices";
import { readerWords, type ReaderWords } from "@/lib/words/reader";
import type { VerdictVersion } from "@/lib/publications/verdict-versions";
import { ClaimCard } from "./claim-card";
import { Dotted } from "./dotted";
import type { Draft } from "./draft";
import { EvidenceList } from "./evidence-list";
import { FiguresCompared } from "./figures-compared";
import { Integrity } from "./integrity";
import { ListedUnder } from "./listed-under";
import { Markdown } from "./markdown";
import { CorrectionNotes, Notices, ProvisionalLine } from "./notes";
import { Phrase } from "./phrase";
import { RatingMark, ratingTone } from "./rating-mark";
import { ReaderDocument } from "./reader-document";
import { oembedPath, spokenPath, topicPath, verdictPath, versionPath } from "./reader-paths";
import { contentIn, siteBeside, type ReaderSite } from "./reader-site";
import { RouteSection } from "./route-section";
import { ScaleList } from "./scale-list";
import { Replies, Searches } from "./searches-and-replies";
import { SourcesDisagree } from "./sources-disagree";
import { SupersededBanner, type CurrentVersion } from "./superseded-banner";
import { ReportLine, UseIt } from "./use-it";
import { VersionList } from "./version-list";
import { When } from "./when";
import { WhoChecked } from "./who-checked";

export type VerdictPageProps = {
  site: ReaderSite;
  signed: SignedRecord<PublicationRecord>;
  /** The newsroom's scale today. */
  ratings: readonly Rating[];
  /** All versions of the slug, in any order. */
  versions: readonly VerdictVersion[];
  notices: readonly NoticeRecord[];
  /** What stands at the slug now, when this is an older version (`/v/n`); `null` when this is the one. */
  current: CurrentVersion | null;
  /** Of a preview of what is not published. */
  draft?: Draft | undefined;
  image?: { url: string; alt: string } | null;
  jsonLd?: string | null;
};

function firstPublishedAt(record: PublicationRecord, versions: readonly VerdictVersion[]): string {
  return versions.find((version) => version.version === 1)?.publishedAt ?? record.publishedAt;
}

type Said = { record: PublicationRecord; words: ReaderWords };

type CrumbProps = Said & { site: ReaderSite; checkedAt: string; draft: Draft | undefined };

function Crumb({ site, record, checkedAt, draft, words }: CrumbProps) {
  const { checkedAndSigned, draft: said } = words.verdict;
  const signed = draft ? (draft.publishAt === null ? said.unsigned : said.scheduled) : checkedAndSigned;
  const at = draft?.publishAt ?? checkedAt;
  return (
    <p className="crumb">
      <Dotted
        items={[
          ...record.claim.topics.map((topic) => (
            <a key={topic} href={spokenPath(site, topicPath(topic))} {...contentIn(record.language, words)}>
              {topic}
            </a>
          )),
          <Phrase
            key="signed"
            say={signed}
            with={{
              when: <When iso={at} words={words} exact={draft !== undefined} />,
              who: <bdi>{record.signer.name}</bdi>,
            }}
          />,
          record.asOf === undefined ? null : (
            <Phrase say={words.verdict.asOf} with={{ when: <When iso={record.asOf} words={words} /> }} />
          ),
        ]}
      />
    </p>
  );
}

/** The rating of a verdict that was retracted has no colour, and is struck out with its meaning. */
function Heading({ record, words, isWithdrawn }: Said & { isWithdrawn: boolean }) {
  const { rating } = record;
  const own = contentIn(record.language, words);
  const said = (
    <>
      <strong>{rating.label}</strong>{" "}
      {rating.meaning === "" ? null : (
        <span className="meaning">
          <span className="sr-only">: </span>
          {rating.meaning}
        </span>
      )}
    </>
  );
  return (
    <>
      <p className={`badge ${isWithdrawn ? "quiet" : `tone-${ratingTone(rating)}`}`}>
        {rating.code === "" ? null : <RatingMark rating={rating} size={24} />}
        <span {...own}>{isWithdrawn ? <s>{said}</s> : said}</span>
      </p>
      <h1 {...own}>{record.finding}</h1>
    </>
  );
}

function InShort({ record, words }: Said) {
  if (record.summary.length === 0) return null;
  return (
    <section id="in-short">
      <h2>{words.verdict.inShort}</h2>
      <ul className="short" {...contentIn(record.language, words)}>
        {record.summary.map((point, index) => (
          <li key={index}>{point}</li>
        ))}
      </ul>
    </section>
  );
}

function Limits({ record, words }: Said) {
  const { notEstablished, notInThisCheck, notObtained } = record;
  const said = words.verdict;
  const own = contentIn(record.language, words);
  return (
    <>
      {notEstablished === "" && notObtained.length === 0 ? null : (
        <section id="not-established">
          <h2>{said.notEstablished}</h2>
          {notEstablished === "" ? null : <Markdown source={notEstablished} {...own} />}
          {notObtained.length === 0 ? null : (
            <ul className="prose">
              {notObtained.map(({ name, reason }, index) => (
                <li key={index}>
                  <Phrase
                    say={said.notObtained}
                    with={{ name: <bdi>{name}</bdi>, reason: <bdi {...own}>{reason}</bdi> }}
                  />
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      {notInThisCheck === "" ? null : (
        <section id="not-checked">
          <h2>{said.notInThisCheck}</h2>
          <Markdown source={notInThisCheck} {...own} />
        </section>
      )}
    </>
  );
}

function Analysis({ record, words }: Said) {
  if (record.writeUp === "" && record.reconciliation === "") return null;
  const numbers = new Map(record.evidence.map((item) => [item.id, item.number]));
  const citations = { numbers, hasWithheld: record.withheld.length > 0, words: words.evidence };
  const own = contentIn(record.language, words);
  const citedBefore = new Set(citationsOf(readMarkdown(record.writeUp)).map(({ id }) => id));
  return (
    <section id="analysis">
      <h2>{words.verdict.analysis}</h2>
      <Markdown source={record.writeUp} citations={citations} {...own} />
      {record.reconciliation === "" ? null : (
        <>
          <h3>{words.verdict.reconciliation}</h3>
          <Markdown source={record.reconciliation} citations={{ ...citations, citedBefore }} {...own} />
        </>
      )}
    </section>
  );
}

function Side({
  site,
  signed,
  ratings,
  versions,
  current,
  draft,
  words,
}: VerdictPageProps & { words: ReaderWords }) {
  const { record, sha256 } = signed;
  const { slug, version, language } = record;
  return (
    <div className="side">
      <WhoChecked record={record} versions={versions} draft={draft} words={words} />
      <VersionList versions={versions} shown={version} language={language} words={words} />
      <ScaleList
        site={site}
        ratings={ratings}
        current={current?.kind === "retraction" ? null : record.rating}
        language={language}
        words={words}
      />
      {current === null ? <ListedUnder site={site} record={record} words={words} /> : null}
      {draft ? (
        <p className="quiet">{words.verdict.draft.later}</p>
      ) : (
        <>
          <UseIt site={site} record={record} isCurrent={current === null} words={words} />
          <Integrity site={site} slug={slug} version={version} sha256={sha256} words={words} />
        </>
      )}
      <ReportLine site={site} slug={slug} words={words} />
    </div>
  );
}

function Body(props: VerdictPageProps & { words: ReaderWords }) {
  const { site, ratings, versions, notices, current, draft, words } = props;
  const { record } = props.signed;
  const { slug, version, language } = record;
  const said = { record, words };
  return (
    <main id="main" className="wrap verdict">
      <article className="text">
        {current === null ? null : (
          <SupersededBanner {...{ slug, version, current, versions, language, words }} />
        )}
        <Crumb site={site} checkedAt={firstPublishedAt(record, versions)} draft={draft} {...said} />
        <Heading isWithdrawn={current?.kind === "retraction"} {...said} />
        <CorrectionNotes versions={versions} draft={draft} {...said} />
        <Notices notices={notices} versions={versions} language={language} words={words} />
        <ProvisionalLine draft={draft} {...said} />
        <ClaimCard ratings={ratings} {...said} />
        <InShort {...said} />
        <Limits {...said} />
        <RouteSection
          route={record.route}
          evidence={record.evidence}
          language={record.language}
          words={words}
        />
        <EvidenceList {...said} />
        <FiguresCompared {...said} />
        <SourcesDisagree {...said} />
        <Analysis {...said} />
        <Searches {...said} />
        <Replies {...said} />
      </article>
      <Side {...props} />
    </main>
  );
}

/** One version of a verdict as a whole page, in the order readers need it; it speaks the verdict's language if it can. */
export function VerdictPage(props: VerdictPageProps) {
  const { current, versions } = props;
  const { record } = props.signed;
  const standing = current ? [] : props.notices.filter((notice) => answeredBy(notice, versions) === null);
  const site = siteBeside(props.site, record.language);
  const words = readerWords(site.speaks);
  const address = site.url + verdictPath(record.slug);
  return (
    <ReaderDocument
      site={site}
      language={record.language}
      title={record.finding}
      description={
        besideWords(standing, words) +
        words.verdict.description(record.rating.label, record.rating.meaning, record.claim.text)
      }
      canonical={current === null ? address : site.url + versionPath(record.slug, record.version)}
      kind="article"
      image={props.image}
      publishedAt={firstPublishedAt(record, versions)}
      modifiedAt={record.publishedAt}
      isHidden={current !== null}
      oembed={current === null ? site.url + oembedPath(address) : null}
      jsonLd={current === null ? props.jsonLd : null}
      label={record.label}
    >
      <Body {...props} site={site} words={words} />
    </ReaderDocument>
  );
}
