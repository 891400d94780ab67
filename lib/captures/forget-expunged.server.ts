import "server-only";
import { onNotice } from "../core/database-notices.server";
import { clearArticleCaches } from "../core/article-caches";

/** What read the words just before they were taken out, and keeps them when it is done, is done by then. */
const underWayMs = 60_000;

/**
 * From now on this process lets go of the words and pictures of articles that it holds whenever a capture is expunged, by
 * whichever process, or when it may not have been told so; and once more a minute later. Expunging is rare, and all can be
 * read again.
 */
export function forgetWhatIsExpunged(): void {
  onNotice("countersign_expunged", () => {
    clearArticleCaches();
    setTimeout(clearArticleCaches, underWayMs).unref();
  });
}
