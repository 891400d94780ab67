import type { ReactNode } from "react";
import { Phrase } from "@/components/reader/phrase";
import { ReaderDocument } from "@/components/reader/reader-document";
import { readerPaths } from "@/components/reader/reader-paths";
import type { ReaderSite } from "@/components/reader/reader-site";
import { readerWords } from "@/lib/words/reader";

/** Sent with status 429. */
export function TooManyPage({ site, seconds }: { site: ReaderSite; seconds: number }) {
  const said = readerWords(site.speaks).problems.tooMany;
  const feed = (inside: ReactNode) => <a href={readerPaths.feeds.json}>{inside}</a>;
  return (
    <ReaderDocument
      site={site}
      title={said.title}
      description={said.description}
      canonical={null}
      isHidden
      current="search"
    >
      <main id="main" className="wrap page reading">
        <h1>{said.title}</h1>
        <p>{said.text(seconds)}</p>
        <p>
          <Phrase say={said.programs} with={{ link: feed }} />
        </p>
      </main>
    </ReaderDocument>
  );
}
