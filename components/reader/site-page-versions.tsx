import { Fragment } from "react";
import { pageChanges, type PageChange, type SignedPage } from "@/lib/site-pages/versions";
import type { ReaderWords } from "@/lib/words/reader";
import type { DiffPart } from "@/lib/publications/word-diff";
import { clipDiff } from "./clip-diff";
import { Dotted } from "./dotted";
import { Altered } from "./integrity";
import { readerPaths, sitePagePath, sitePageRecordPath, spokenPath, verifyPagePath } from "./reader-paths";
import type { ReaderSite } from "./reader-site";
import { When } from "./when";

/** The lines of a text, as they were written. */
function Lines({ text }: { text: string }) {
  return text.split("\n").map((line, index) => (
    <Fragment key={index}>
      {index === 0 ? null : <br />}
      {line}
    </Fragment>
  ));
}

function LinesOfDiff({ diff }: { diff: readonly DiffPart[] }) {
  return clipDiff(diff).map(({ op, text }, index) => {
    const lines = <Lines text={text} />;
    if (op === "del") return <del key={index}>{lines}</del>;
    return op === "ins" ? <ins key={index}>{lines}</ins> : <span key={index}>{lines}</span>;
  });
}

/** What differs between two versions, part by part and word by word. */
export function PageDiff({ changes }: { changes: readonly PageChange[] }) {
  return changes.map(({ label, diff }) => (
    <p key={label} className="diff">
      {changes.length === 1 ? null : <span className="quiet">{label}: </span>}
      <LinesOfDiff diff={diff} />
    </p>
  ));
}

/** What version `version` changed; nothing for the first. */
export function changesIn(
  versions: readonly SignedPage[],
  version: number,
  words: ReaderWords,
): PageChange[] {
  const [before, after] = [versions[version - 2], versions[version - 1]];
  if (!before || !after) return [];
  const { parts, codes } = words.sitePages;
  return pageChanges(before.record.content, after.record.content, { ...parts, codes });
}

type Props = { site: ReaderSite; versions: readonly SignedPage[]; shown: number; words: ReaderWords };

/** Every signed version, newest first, each with what it changed; then how to check the one on show. */
export function SitePageVersions({ site, versions, shown, words }: Props) {
  const say = words.sitePages;
  const { altered } = words.verdict;
  const signed = versions[shown - 1];
  if (!signed) return null;
  const { page } = signed.record;
  return (
    <>
      <section id="versions">
        <h2>{say.versions}</h2>
        <ol className="versions" reversed>
          {versions.toReversed().map(({ record: { version, publishedAt, signer } }) => {
            const changes = changesIn(versions, version, words);
            const named = say.version(version);
            const link = (
              <a key="link" href={spokenPath(site, sitePagePath(page, version))}>
                {named}
              </a>
            );
            const when = <When key="when" iso={publishedAt} words={words} />;
            return (
              <li key={version} value={version}>
                <Dotted
                  items={
                    version === shown ? [named, when, signer.name, say.thisOne] : [link, when, signer.name]
                  }
                />
                {changes.length === 0 ? null : (
                  <details>
                    <summary>{say.whatChanged}</summary>
                    <PageDiff changes={changes} />
                  </details>
                )}
              </li>
            );
          })}
        </ol>
      </section>
      <Altered
        sha256={signed.sha256}
        links={[
          { href: spokenPath(site, verifyPagePath(page, shown)), text: altered.check },
          { href: sitePageRecordPath(page, shown), text: altered.record },
          { href: readerPaths.keys, text: altered.keys },
        ]}
        shows={altered.showsPage}
        words={words}
      />
    </>
  );
}
