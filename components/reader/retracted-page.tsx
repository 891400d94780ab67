import { en } from "@/lib/words/en";
import type { RetractionRecord, SignedRecord } from "@/lib/publications/record";
import { Integrity } from "./integrity";
import { ReaderDocument } from "./reader-document";
import { verdictPath, versionPath } from "./reader-paths";
import type { PublicVersion, ReaderSite } from "./reader-site";
import { ReportLine } from "./use-it";
import { VersionList } from "./version-list";
import { When } from "./when";

/** What stands at the slug of a retracted verdict, sent with status 410: the reason, and no rating. */
export function RetractedPage({
  site,
  signed,
  versions,
}: {
  site: ReaderSite;
  signed: SignedRecord<RetractionRecord>;
  versions: readonly PublicVersion[];
}) {
  const { record } = signed;
  const before = record.previous.version;
  return (
    <ReaderDocument
      site={site}
      language={record.language}
      title="This verdict has been retracted"
      description={`Retracted: ${record.reason}`}
      canonical={site.url + verdictPath(record.slug)}
      isHidden
      label={record.label}
    >
      <main id="main" className="wrap verdict">
        <article className="text">
          <p className="crumb">
            Retracted <When words={en} iso={record.publishedAt} exact /> · signed by {record.signer.name}
          </p>
          <h1>This verdict has been retracted</h1>
          <section>
            <h2>Why</h2>
            <p className="prose">{record.reason}</p>
            {record.signer.selfSigned === null ? null : (
              <p className="meta">
                The editor who signed had also written part of it. Reason: {record.signer.selfSigned.reason}
              </p>
            )}
          </section>
          <section>
            <h2>What the verdict was about</h2>
            <p className="prose">{record.claim.text}</p>
            <p className="meta">
              We withdraw our finding about it and give no other.{" "}
              <a href={versionPath(record.slug, before)}>Read version {before}</a>, which no longer holds.
            </p>
          </section>
        </article>
        <div className="side">
          <VersionList versions={versions} shown={record.version} />
          <Integrity slug={record.slug} version={record.version} sha256={signed.sha256} />
          <ReportLine slug={record.slug} />
        </div>
      </main>
    </ReaderDocument>
  );
}
