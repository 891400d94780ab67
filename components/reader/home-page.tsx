import type { ReactNode } from "react";
import { readerWords } from "@/lib/words/reader";
import { Phrase } from "./phrase";
import { ReaderDocument } from "./reader-document";
import { readerPaths, spokenPath } from "./reader-paths";
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
  const words = readerWords(site.speaks);
  const { title, description, empty } = words.home;
  const methodology = (inside: ReactNode) => <a href={spokenPath(site, readerPaths.methodology)}>{inside}</a>;
  return (
    <ReaderDocument
      site={site}
      title={site.name}
      description={description(site.name)}
      path={readerPaths.home}
      isHidden={newerUrl !== null}
      label={label}
      current="home"
    >
      <main id="main" className="wrap page">
        <h1>{title}</h1>
        {items.length === 0 ? (
          <p className="empty">
            <Phrase say={empty} with={{ link: methodology }} />
          </p>
        ) : (
          <VerdictList items={items} words={words} headingLevel={2} />
        )}
        <Pager newerUrl={newerUrl} olderUrl={olderUrl} words={words} />
      </main>
    </ReaderDocument>
  );
}
