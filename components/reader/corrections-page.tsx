import { en } from "@/lib/words/en";
import type { CorrectionClass } from "@/lib/claims/dossier";
import { ReaderDocument } from "./reader-document";
import { readerPaths, verdictPath } from "./reader-paths";
import type { DiffPart, ReaderSite } from "./reader-site";
import { Pager } from "./verdict-list";
import { DiffText } from "./version-list";
import { When } from "./when";
import { correctionMeanings, correctionVerbs, plainCode } from "./words";

export type CorrectionItem = {
  slug: string;
  version: number;
  class: CorrectionClass | "retraction";
  reason: string;
  publishedAt: string;
  /** The finding as it stands; for a retraction the claim it was about. */
  title: string;
  language: string;
  changes: { label: string; diff: DiffPart[] }[];
};

function Row({ item }: { item: CorrectionItem }) {
  const verb = item.class === "retraction" ? "Retracted" : correctionVerbs[item.class];
  return (
    <li>
      <p className="meta">
        <strong>{verb}</strong> <When words={en} iso={item.publishedAt} exact /> · version {item.version}
      </p>
      <h2 lang={item.language}>
        <a href={`${verdictPath(item.slug)}${item.class === "retraction" ? "" : "#versions"}`}>
          {item.title}
        </a>
      </h2>
      <p>{item.reason}</p>
      {item.changes.map((change, index) => (
        <p key={index} className="diff">
          <span className="quiet">{change.label}:</span> <DiffText diff={change.diff} />
        </p>
      ))}
    </li>
  );
}

function Classes() {
  return (
    <details>
      <summary>What the kinds of change mean</summary>
      <dl className="classes">
        {(Object.keys(correctionMeanings) as CorrectionClass[]).map((kind) => (
          <div key={kind}>
            <dt>{plainCode(kind)}</dt>
            <dd>{correctionMeanings[kind]}</dd>
          </div>
        ))}
        <div>
          <dt>retraction</dt>
          <dd>we withdraw the verdict and keep it readable</dd>
        </div>
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
  items: readonly CorrectionItem[];
  /** Printed as a band across the top, e.g. "Demonstration, not a finding". */
  label?: string | null;
  newerUrl?: string | null;
  olderUrl?: string | null;
}) {
  return (
    <ReaderDocument
      site={site}
      title="Corrections"
      description={`What ${site.name} changed after publication, when and why.`}
      canonical={site.url + readerPaths.corrections}
      label={label}
      isHidden={newerUrl !== null}
      current="corrections"
    >
      <main id="main" className="wrap page">
        <h1>Corrections</h1>
        <p className="lead">
          Every change to a published verdict is listed here with its reason. Earlier versions stay readable.{" "}
          <a href={readerPaths.report}>Report an error</a>
        </p>
        <Classes />
        {items.length === 0 ? (
          <p className="empty">Nothing has been changed so far.</p>
        ) : (
          <ol className="verdict-list">
            {items.map((item) => (
              <Row key={`${item.slug} ${item.version}`} item={item} />
            ))}
          </ol>
        )}
        <Pager words={en} newerUrl={newerUrl} olderUrl={olderUrl} />
      </main>
    </ReaderDocument>
  );
}
