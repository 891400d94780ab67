import { ReaderDocument } from "./reader-document";
import { readerPaths } from "./reader-paths";
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
  return (
    <ReaderDocument
      site={site}
      title="This page could not be shown"
      description="This page could not be shown just now."
      canonical={null}
      isHidden
    >
      <main id="main" className="wrap page reading">
        <h1>This page could not be shown</h1>
        <p>
          Something failed on our side. Nothing that was published has been lost or changed: a page that we
          cannot check against its signature is not shown at all.
        </p>
        <h2>What still works</h2>
        <ul>
          <li>
            Loading this page again{retryAfterSeconds === null ? "" : ` in ${retryAfterSeconds} seconds`}.
          </li>
          <li>
            <a href={readerPaths.home}>The latest verdicts</a>, and verdicts you reach from there.
          </li>
          <li>
            <a href={readerPaths.feeds.atom}>The feed</a>, which holds rating, finding and claim of each
            verdict.
          </li>
        </ul>
        {reference === null ? null : (
          <p className="meta">
            If you write to us about it, name <code>{reference}</code>.
          </p>
        )}
      </main>
    </ReaderDocument>
  );
}
