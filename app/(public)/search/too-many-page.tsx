import { ReaderDocument } from "@/components/reader/reader-document";
import { readerPaths } from "@/components/reader/reader-paths";
import type { ReaderSite } from "@/components/reader/reader-site";

/** Sent with status 429. */
export function TooManyPage({ site, seconds }: { site: ReaderSite; seconds: number }) {
  const wait = seconds === 1 ? "a second" : `${seconds} seconds`;
  return (
    <ReaderDocument
      site={site}
      title="Too many searches"
      description="Too many searches at once."
      canonical={null}
      isHidden
      current="search"
    >
      <main id="main" className="wrap page reading">
        <h1>Too many searches</h1>
        <p>
          More searches came from your network than we can answer at once. Wait {wait}, then load this page
          again.
        </p>
        <p>
          Programs are better served by <a href={readerPaths.feeds.json}>the feed</a>.
        </p>
      </main>
    </ReaderDocument>
  );
}
