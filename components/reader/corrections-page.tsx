import type { ReactNode } from "react";
import { readerWords, type ReaderWords } from "@/lib/words/reader";
import type { CorrectionEntry } from "@/lib/publications/verdict-versions";
import { Phrase } from "./phrase";
import { ReaderDocument } from "./reader-document";
import { readerPaths, retractionAnchor, spokenPath, verdictPath } from "./reader-paths";
import { contentIn, type ReaderSite } from "./reader-site";
import { Pager } from "./verdict-list";
import { Changes } from "./version-list";
import { When } from "./when";

function Row({ item, words }: { item: CorrectionEntry; words: ReaderWords }) {
  const own = contentIn(item.language, words);
  const said = words.changes;
  return (
    <li id={item.class === "retraction" ? retractionAnchor(item.publishedAt) : undefined}>
      <p className="meta">
        <strong>{said.done[item.class]}</strong> <When iso={item.publishedAt} words={words} exact /> ·{" "}
        {said.version(item.version)}
      </p>
      <h2>
        {item.class === "retraction" ? <span className="quiet">{words.lists.theClaim} </span> : null}
        <a href={`${verdictPath(item.slug)}${item.class === "retraction" ? "" : "#versions"}`} {...own}>
          {item.title}
        </a>
      </h2>
      <p {...own}>{item.reason}</p>
      <Changes changes={item.changes} language={item.language} words={words} />
    </li>
  );
}

function Classes({ words: { changes } }: { words: ReaderWords }) {
  return (
    <details>
      <summary>{changes.kindsTitle}</summary>
      <dl className="classes">
        {(Object.keys(changes.meanings) as CorrectionEntry["class"][]).map((kind) => (
          <div key={kind}>
            <dt>{changes.kinds[kind]}</dt>
            <dd>{changes.meanings[kind]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Everything changed after publication, newest first. */
export function CorrectionsPage({
  site,
  items,
  label = null,
  newerUrl = null,
  olderUrl = null,
}: {
  site: ReaderSite;
  items: readonly CorrectionEntry[];
  /** Printed as a band across the top, e.g. "Demonstration, not a finding". */
  label?: string | null;
  newerUrl?: string | null;
  olderUrl?: string | null;
}) {
  const words = readerWords(site.speaks);
  const { title, description, lead, empty } = words.changes;
  const report = (inside: ReactNode) => <a href={spokenPath(site, readerPaths.report)}>{inside}</a>;
  return (
    <ReaderDocument
      site={site}
      title={title}
      description={description(site.name)}
      path={readerPaths.corrections}
      label={label}
      isHidden={newerUrl !== null}
      current="corrections"
    >
      <main id="main" className="wrap page">
        <h1>{title}</h1>
        <p className="lead">
          <Phrase say={lead} with={{ link: report }} />
        </p>
        <Classes words={words} />
        {items.length === 0 ? (
          <p className="empty">{empty}</p>
        ) : (
          <ol className="verdict-list">
            {items.map((item) => (
              <Row key={`${item.slug} ${item.version}`} item={item} words={words} />
            ))}
          </ol>
        )}
        <Pager newerUrl={newerUrl} olderUrl={olderUrl} words={words} />
      </main>
    </ReaderDocument>
  );
}
