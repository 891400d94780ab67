import type { ReactNode } from "react";
import type { PublicationRecord, RetractionRecord, SignedRecord } from "@/lib/publications/record";
import { readerWords } from "@/lib/words/reader";
import type { VerdictVersion } from "@/lib/publications/verdict-versions";
import { ClaimCard } from "./claim-card";
import { Integrity } from "./integrity";
import { Phrase } from "./phrase";
import { ReaderDocument } from "./reader-document";
import { verdictPath, versionPath } from "./reader-paths";
import { contentIn, siteBeside, type ReaderSite } from "./reader-site";
import { ReportLine } from "./use-it";
import { VersionList } from "./version-list";
import { When } from "./when";

type Props = {
  site: ReaderSite;
  signed: SignedRecord<RetractionRecord>;
  versions: readonly VerdictVersion[];
  /** The version that was withdrawn, which says whose claim it was about; `null` while its text is withheld. */
  before: PublicationRecord | null;
  /** Of the desk's preview: there is no hash to check it by. */
  isDraft?: boolean;
};

/** The claim with who, when and where, as the withdrawn version has it, and nothing that rates it or a part of it. */
function About({ site, signed: { record }, before }: Props) {
  const words = readerWords(site.speaks);
  if (before !== null)
    return (
      <ClaimCard
        record={{ ...before, claim: { ...before.claim, why: null }, parts: [], overrides: [] }}
        ratings={[]}
        words={words}
      />
    );
  return (
    <section>
      <h2>{words.verdict.retracted.about}</h2>
      <p className="prose" {...contentIn(record.language, words)}>
        {record.claim.text}
      </p>
    </section>
  );
}

function Why({ site, signed: { record } }: Props) {
  const words = readerWords(site.speaks);
  const own = contentIn(record.language, words);
  const { why, selfSigned, withdrawn, before } = words.verdict.retracted;
  const earlier = (inside: ReactNode) => (
    <a href={versionPath(record.slug, record.previous.version)}>{inside}</a>
  );
  return (
    <section>
      <h2>{why}</h2>
      <p className="prose" {...own}>
        {record.reason}
      </p>
      {record.signer.selfSigned === null ? null : (
        <p className="meta">
          {selfSigned} <bdi {...own}>{record.signer.selfSigned.reason}</bdi>
        </p>
      )}
      <p className="meta">
        {withdrawn} <Phrase say={before(record.previous.version)} with={{ link: earlier }} />
      </p>
    </section>
  );
}

/** What stands at the slug of a retracted verdict, sent with status 410: the reason, and no rating. */
export function RetractedPage(props: Props) {
  const { signed, versions, isDraft = false } = props;
  const { record } = signed;
  const { slug, version, language } = record;
  const site = siteBeside(props.site, language);
  const words = readerWords(site.speaks);
  const said = words.verdict.retracted;
  return (
    <ReaderDocument
      site={site}
      language={language}
      title={said.title}
      description={said.description(record.reason)}
      canonical={site.url + verdictPath(slug)}
      isHidden
      label={record.label}
    >
      <main id="main" className="wrap verdict">
        <article className="text">
          <p className="crumb">
            <Phrase
              say={said.signed}
              with={{
                when: <When iso={record.publishedAt} words={words} exact />,
                who: <bdi>{record.signer.name}</bdi>,
              }}
            />
          </p>
          <h1>{said.title}</h1>
          <About {...props} site={site} />
          <Why {...props} site={site} />
        </article>
        <div className="side">
          <VersionList versions={versions} shown={version} language={language} words={words} />
          {isDraft ? (
            <p className="quiet">{said.draft.later}</p>
          ) : (
            <Integrity
              site={site}
              slug={slug}
              version={version}
              sha256={signed.sha256}
              isRetraction
              words={words}
            />
          )}
          <ReportLine site={site} slug={slug} words={words} />
        </div>
      </main>
    </ReaderDocument>
  );
}
