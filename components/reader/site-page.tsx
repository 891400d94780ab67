import type { ReactNode } from "react";
import type { Rating } from "@/lib/settings/ratings";
import { codeNames, type CodeName, type SitePageName } from "@/lib/site-pages/pages";
import { isSameScale, type SignedPage } from "@/lib/site-pages/versions";
import { readerWords, type ReaderWords } from "@/lib/words/reader";
import { Dotted } from "./dotted";
import { Markdown } from "./markdown";
import { Phrase } from "./phrase";
import { ReaderDocument } from "./reader-document";
import { readerPaths, sitePagePath, spokenPath } from "./reader-paths";
import { contentIn, type ReaderSite } from "./reader-site";
import { ScaleTable } from "./scale-table";
import { changesIn, PageDiff, SitePageVersions } from "./site-page-versions";
import { When } from "./when";

/** Where the two bodies hear complaints about signatories of their codes. */
const complaintAddresses: Record<CodeName, string> = {
  ifcn: "https://ifcncodeofprinciples.poynter.org/complaints-policy",
  efcsn: "https://efcsn.com/complaints/",
};

type Props = {
  site: ReaderSite;
  page: SitePageName;
  /** Every signed version, oldest first; none while the newsroom has signed no text of its own. */
  versions: readonly SignedPage[];
  /** The version on show; `null` where there is none. */
  shown: number | null;
  /** The scale in use. */
  ratings: readonly Rating[];
  label?: string | null;
  /** For the desk's previews: nobody signed the version on show, and there is none to check. */
  isDraft?: boolean;
};

function SignedLine({ signed, words }: { signed: SignedPage; words: ReaderWords }) {
  const { version, signer, publishedAt } = signed.record;
  const say = words.sitePages;
  return (
    <p className="meta">
      <Phrase
        say={say.signed(version)}
        with={{ who: signer.name, when: <When iso={publishedAt} words={words} exact /> }}
      />
      {signer.selfSigned === null ? null : <> · {say.selfSigned(signer.selfSigned.reason)}</>}
    </p>
  );
}

/** Over an old version: what it is, and where the one that holds now is. */
function OlderVersion({ site, versions, shown }: Pick<Props, "site" | "versions"> & { shown: number }) {
  const newest = versions.at(-1)?.record;
  if (!newest || newest.version === shown) return null;
  const words = readerWords(site.speaks);
  const link = (inside: ReactNode) => <a href={spokenPath(site, sitePagePath(newest.page))}>{inside}</a>;
  const when = <When iso={newest.publishedAt} words={words} />;
  return (
    <p className="note-box superseded" role="note">
      <strong>{words.sitePages.older(shown)}</strong>{" "}
      <Phrase say={words.sitePages.newest(newest.version)} with={{ link, when }} />
    </p>
  );
}

function Complaints({ codes, words }: { codes: readonly CodeName[]; words: ReaderWords }) {
  const say = words.sitePages.complaints;
  return (
    <section id="complaints">
      <h2>{say.title}</h2>
      <p>{say.first}</p>
      {codeNames
        .filter((code) => codes.includes(code))
        .map((code) => (
          <p key={code}>
            <Phrase
              say={say[code]}
              with={{ link: (inside: ReactNode) => <a href={complaintAddresses[code]}>{inside}</a> }}
            />
          </p>
        ))}
    </section>
  );
}

/** What stands under the newsroom's words on some of the pages. */
function Beneath({ site, page, signed, ratings, isOld }: Omit<Props, "versions" | "shown"> & Of) {
  const words = readerWords(site.speaks);
  const say = words.sitePages;
  const content = signed?.record.content;
  if (page === "ratings" && content?.scale && isOld)
    return <ScaleTable ratings={content.scale} language={site.language} words={words} />;
  if (page === "ratings") {
    const isChanged = content?.scale !== undefined && !isSameScale(content.scale, ratings);
    return (
      <ScaleTable ratings={ratings} language={site.language} words={words}>
        {isChanged ? <p className="note-box">{say.scale.changed(signed!.record.version)}</p> : null}
      </ScaleTable>
    );
  }
  if (page === "methodology" && !signed)
    return <ScaleTable ratings={ratings} language={site.language} words={words} />;
  if (page === "contact" && content?.signatoryOf?.length)
    return <Complaints codes={content.signatoryOf} words={words} />;
  return null;
}

type Of = { signed: SignedPage | null; isOld: boolean };

/** The pages that belong beside this one. */
function Related({ site, page }: Pick<Props, "site" | "page">) {
  const { sitePages: say } = readerWords(site.speaks);
  const links = [
    ...(page === "methodology" ? [{ href: sitePagePath("ratings"), text: say.titles.ratings }] : []),
    ...(page === "ratings" ? [{ href: readerPaths.methodology, text: say.titles.methodology }] : []),
    { href: readerPaths.corrections, text: say.corrections },
    { href: readerPaths.report, text: say.report },
  ];
  return (
    <p>
      <Dotted
        items={links.map(({ href, text }) => (
          <a key={href} href={spokenPath(site, href)}>
            {text}
          </a>
        ))}
      />
    </p>
  );
}

/** What the newsroom says about itself: the newest signed version, or an earlier one under a note that says so. */
export function SitePage({ site, page, versions, shown, ratings, label = null, isDraft = false }: Props) {
  const words = readerWords(site.speaks);
  const say = words.sitePages;
  const signed = (shown === null ? null : versions[shown - 1]) ?? null;
  const isOld = shown !== null && shown !== versions.length;
  const text = signed ? signed.record.content.text : page === "methodology" ? say.methodology : null;
  const changes = isOld && shown !== null ? changesIn(versions, shown, words) : [];
  return (
    <ReaderDocument
      site={site}
      title={say.titles[page]}
      description={say.descriptions[page](site.name)}
      path={isOld ? sitePagePath(page, shown!) : sitePagePath(page)}
      isHidden={isOld}
      label={label}
      current={page === "methodology" ? "methodology" : null}
    >
      <main id="main" className="wrap page reading">
        {isOld ? <OlderVersion site={site} versions={versions} shown={shown!} /> : null}
        <h1>{say.titles[page]}</h1>
        {signed && isDraft ? (
          <p className="meta">{say.draft(signed.record.version)}</p>
        ) : signed ? (
          <SignedLine signed={signed} words={words} />
        ) : (
          <p className="meta">{page === "ratings" ? say.scaleUnsigned : say.unsigned}</p>
        )}
        {text === null ? null : (
          <section {...contentIn(signed?.record.language ?? null, words)}>
            <Markdown source={text} heading="h2" />
          </section>
        )}
        <Beneath site={site} page={page} signed={signed} isOld={isOld} ratings={ratings} />
        <section id="related">
          <Related site={site} page={page} />
        </section>
        {changes.length === 0 ? null : (
          <section id="changes">
            <h2>{say.changedIn(shown!)}</h2>
            <PageDiff changes={changes} />
          </section>
        )}
        {signed && !isDraft ? (
          <SitePageVersions site={site} versions={versions} shown={shown!} words={words} />
        ) : null}
      </main>
    </ReaderDocument>
  );
}
