import type { NoticeRecord, PublicationRecord, SignedRecord } from "@/lib/publications/record";
import type { Rating } from "@/lib/settings/ratings";
import { ClaimCard } from "./claim-card";
import { EvidenceList } from "./evidence-list";
import { FiguresCompared } from "./figures-compared";
import { Integrity } from "./integrity";
import { Markdown } from "./markdown";
import { citationsOf, readMarkdown } from "./markdown-blocks";
import { CorrectionNotes, Notices, ProvisionalLine } from "./notes";
import { RatingMark, ratingTone } from "./rating-mark";
import { ReaderDocument } from "./reader-document";
import { oembedPath, topicPath, verdictPath, versionPath } from "./reader-paths";
import type { PublicVersion, ReaderSite } from "./reader-site";
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
  versions: readonly PublicVersion[];
  notices: readonly NoticeRecord[];
  /** What stands at the slug now, when this is an older version (`/v/n`); `null` when this is the one. */
  current: CurrentVersion | null;
  image?: { url: string; alt: string } | null;
  jsonLd?: string | null;
};

function firstPublishedAt(record: PublicationRecord, versions: readonly PublicVersion[]): string {
  return versions.find((version) => version.version === 1)?.publishedAt ?? record.publishedAt;
}

function Crumb({ record, checkedAt }: { record: PublicationRecord; checkedAt: string }) {
  return (
    <p className="crumb">
      {record.claim.topics.map((topic) => (
        <span key={topic}>
          <a href={topicPath(topic)}>{topic}</a>
          {" · "}
        </span>
      ))}
      Checked <When iso={checkedAt} /> · signed by {record.signer.name}
    </p>
  );
}

function Heading({ record }: { record: PublicationRecord }) {
  const { rating } = record;
  return (
    <>
      <p className={`badge tone-${ratingTone(rating)}`}>
        {rating.code === "" ? null : <RatingMark rating={rating} size={24} />}
        <span>
          <strong>{rating.label}</strong>{" "}
          {rating.meaning === "" ? null : (
            <span className="meaning">
              <span className="sr-only">: </span>
              {rating.meaning}
            </span>
          )}
        </span>
      </p>
      <h1>{record.finding}</h1>
    </>
  );
}

function Limits({ record }: { record: PublicationRecord }) {
  const { notEstablished, notInThisCheck, notObtained } = record;
  return (
    <>
      {notEstablished === "" && notObtained.length === 0 ? null : (
        <section id="not-established">
          <h2>What we could not establish</h2>
          {notEstablished === "" ? null : <Markdown source={notEstablished} />}
          {notObtained.length === 0 ? null : (
            <ul className="prose">
              {notObtained.map(({ name, reason }, index) => (
                <li key={index}>
                  We could not obtain {name}: {reason}
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      {notInThisCheck === "" ? null : (
        <section id="not-checked">
          <h2>Not part of this check</h2>
          <Markdown source={notInThisCheck} />
        </section>
      )}
    </>
  );
}

function Analysis({ record }: { record: PublicationRecord }) {
  if (record.writeUp === "" && record.reconciliation === "") return null;
  const numbers = new Map(record.evidence.map((item) => [item.id, item.number]));
  const citations = { numbers, hasWithheld: record.withheld.length > 0 };
  const citedBefore = new Set(citationsOf(readMarkdown(record.writeUp)).map(({ id }) => id));
  return (
    <section id="analysis">
      <h2>Analysis</h2>
      <Markdown source={record.writeUp} citations={citations} />
      {record.reconciliation === "" ? null : (
        <>
          <h3>Where the checkers differed</h3>
          <Markdown source={record.reconciliation} citations={{ ...citations, citedBefore }} />
        </>
      )}
    </section>
  );
}

function Body({ site, signed, ratings, versions, notices, current }: VerdictPageProps) {
  const { record } = signed;
  return (
    <main id="main" className="wrap verdict">
      <article className="text">
        {current === null ? null : (
          <SupersededBanner slug={record.slug} version={record.version} current={current} />
        )}
        <Crumb record={record} checkedAt={firstPublishedAt(record, versions)} />
        <Heading record={record} />
        <CorrectionNotes record={record} versions={versions} />
        <Notices notices={notices} />
        <ProvisionalLine record={record} />
        <ClaimCard claim={record.claim} parts={record.parts} ratings={ratings} />
        {record.summary.length === 0 ? null : (
          <section id="in-short">
            <h2>In short</h2>
            <ul className="short">
              {record.summary.map((point, index) => (
                <li key={index}>{point}</li>
              ))}
            </ul>
          </section>
        )}
        <Limits record={record} />
        <RouteSection route={record.route} />
        <EvidenceList record={record} />
        <FiguresCompared record={record} />
        <SourcesDisagree record={record} />
        <Analysis record={record} />
        <Searches searches={record.searches} />
        <Replies replies={record.replies} />
      </article>
      <div className="side">
        <WhoChecked record={record} versions={versions} />
        <VersionList versions={versions} shown={record.version} />
        <ScaleList ratings={ratings} current={record.rating} />
        <UseIt site={site} record={record} />
        <Integrity slug={record.slug} version={record.version} sha256={signed.sha256} />
        <ReportLine slug={record.slug} />
      </div>
    </main>
  );
}

/** One version of a verdict as a whole page, in the order readers need it. */
export function VerdictPage(props: VerdictPageProps) {
  const { site, current, versions } = props;
  const { record } = props.signed;
  const address = site.url + verdictPath(record.slug);
  return (
    <ReaderDocument
      site={site}
      language={record.language}
      title={record.finding}
      description={`${record.rating.label}: ${record.rating.meaning}. The claim: ${record.claim.text}`}
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
      <Body {...props} />
    </ReaderDocument>
  );
}
