import type { SignedRecord, WithheldRecord } from "@/lib/publications/record";
import type { VerdictVersion } from "@/lib/publications/verdict-versions";
import { readerWords } from "@/lib/words/reader";
import { Integrity } from "./integrity";
import { Phrase } from "./phrase";
import { ReaderDocument } from "./reader-document";
import { verdictPath, versionPath } from "./reader-paths";
import { siteBeside, type ReaderSite } from "./reader-site";
import { SupersededBanner, type CurrentVersion } from "./superseded-banner";
import { VersionList } from "./version-list";
import { When } from "./when";

type Props = {
  site: ReaderSite;
  signed: SignedRecord<WithheldRecord>;
  versions: readonly VerdictVersion[];
  /** What stands at the slug now, when it is another version; `null` when this is the one. */
  current: CurrentVersion | null;
};

/** What stands, with status 451, where the text of a version is withheld: number, hash, dates and reason class. */
export function WithheldPage(props: Props) {
  const { signed, versions, current } = props;
  const { slug, version, language, publishedAt, reasonClass, since } = signed.record;
  const site = siteBeside(props.site, language);
  const words = readerWords(site.speaks);
  const said = words.problems.withheld;
  return (
    <ReaderDocument
      site={site}
      title={said.title}
      description={said.description}
      canonical={site.url + (current === null ? verdictPath(slug) : versionPath(slug, version))}
      isHidden
    >
      <main id="main" className="wrap verdict">
        <article className="text">
          {current === null ? null : (
            <SupersededBanner {...{ slug, version, current, versions, language, words }} />
          )}
          <h1>{said.title}</h1>
          <p className="prose">
            <Phrase
              say={said.because[reasonClass](version)}
              with={{
                when: <When iso={since} words={words} exact />,
                published: <When iso={publishedAt} words={words} exact />,
              }}
            />
          </p>
          <p className="prose">{said.stays}</p>
        </article>
        <div className="side">
          <VersionList versions={versions} shown={version} language={language} words={words} />
          <Integrity
            site={site}
            slug={slug}
            version={version}
            sha256={signed.sha256}
            isWithheld
            words={words}
          />
        </div>
      </main>
    </ReaderDocument>
  );
}
