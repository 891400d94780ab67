import type { ReactNode } from "react";
import { readerWords } from "@/lib/words/reader";
import { Phrase } from "./phrase";
import { ReaderDocument } from "./reader-document";
import { readerPaths, spokenPath } from "./reader-paths";
import type { ReaderSite } from "./reader-site";

/** Sent when a page could not be made: what happened, what is safe, what to do. */
export function ProblemPage({
  site,
  reference,
  retryAfterSeconds = null,
}: {
  site: ReaderSite;
  /** Number the log knows the failure by; `null` when there is none. */
  reference: string | null;
  retryAfterSeconds?: number | null;
}) {
  const said = readerWords(site.speaks).problems.broken;
  const home = (inside: ReactNode) => <a href={spokenPath(site, readerPaths.home)}>{inside}</a>;
  const feed = (inside: ReactNode) => <a href={readerPaths.feeds.atom}>{inside}</a>;
  return (
    <ReaderDocument site={site} title={said.title} description={said.description} canonical={null} isHidden>
      <main id="main" className="wrap page reading">
        <h1>{said.title}</h1>
        <p>{said.text}</p>
        <h2>{said.works}</h2>
        <ul>
          <li>{retryAfterSeconds === null ? said.again : said.againIn(retryAfterSeconds)}</li>
          <li>
            <Phrase say={said.latest} with={{ link: home }} />
          </li>
          <li>
            <Phrase say={said.feed} with={{ link: feed }} />
          </li>
        </ul>
        {reference === null ? null : (
          <p className="meta">
            <Phrase say={said.reference} with={{ code: <code>{reference}</code> }} />
          </p>
        )}
      </main>
    </ReaderDocument>
  );
}
