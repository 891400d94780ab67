import { ReaderDocument } from "./reader-document";
import { readerPaths } from "./reader-paths";
import type { ReaderSite } from "./reader-site";

/** Sent with status 404. */
export function NotFoundPage({ site }: { site: ReaderSite }) {
  return (
    <ReaderDocument
      site={site}
      title="There is no page here"
      description="There is no page at this address."
      canonical={null}
      isHidden
    >
      <main id="main" className="wrap page reading">
        <h1>There is no page here</h1>
        <p>
          The address may be mistyped, or nothing has been published under it. A verdict of ours never
          disappears: even a retracted one keeps its address and says why.
        </p>
        <form action={readerPaths.search} method="get" role="search" className="search">
          <p>
            <label htmlFor="q">Search the verdicts</label>
            <input id="q" name="q" type="search" maxLength={300} autoComplete="off" />
          </p>
          <button type="submit">Search</button>
        </form>
        <p>
          <a href={readerPaths.home}>Latest verdicts</a>
        </p>
      </main>
    </ReaderDocument>
  );
}
