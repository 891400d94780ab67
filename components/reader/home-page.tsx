import { ReaderDocument } from "./reader-document";
import { readerPaths } from "./reader-paths";
import type { ReaderSite, VerdictListItem } from "./reader-site";
import { Pager, VerdictList } from "./verdict-list";

/** The latest verdicts, newest first. */
export function HomePage({
  site,
  items,
  newerUrl = null,
  olderUrl = null,
  label = null,
}: {
  site: ReaderSite;
  items: readonly VerdictListItem[];
  newerUrl?: string | null;
  olderUrl?: string | null;
  label?: string | null;
}) {
  return (
    <ReaderDocument
      site={site}
      title={site.name}
      description={`Claims checked by ${site.name}, with the evidence, who checked and every correction.`}
      canonical={`${site.url}/`}
      isHidden={newerUrl !== null}
      label={label}
      current="home"
    >
      <main id="main" className="wrap page">
        <h1>Latest verdicts</h1>
        {items.length === 0 ? (
          <p className="empty">
            Nothing has been published yet. Meanwhile,{" "}
            <a href={readerPaths.methodology}>how we check and rate</a> says what to expect here.
          </p>
        ) : (
          <VerdictList items={items} headingLevel={2} />
        )}
        <Pager newerUrl={newerUrl} olderUrl={olderUrl} />
      </main>
    </ReaderDocument>
  );
}
