import "server-only";
import { db } from "../core/db.server";
import { onNotice, notifyThisProcess } from "../core/database-notices.server";
import { refreshEdgeNow } from "./refresh-edge.server";

/** Calls `listener` with the slug whenever any process publishes something, and with `*` when something may have been missed. */
export function onPublished(listener: (slug: string) => void): void {
  onNotice("countersign_published", (slug) => listener(slug ?? "*"));
}

/** Tells this process's own listeners at once, so that whoever published reads what they wrote; others get the notice, and the cache in front is made new. */
export function announcePublished(slug: string): void {
  notifyThisProcess("countersign_published", slug);
  refreshEdgeNow(slug);
}

/** What read a text just before it was withheld, and keeps it when it is done, is done by then. */
const underWayMs = 60_000;
/** So long an answer is waited for until it is asked again. */
const againMs = 10_000;

/** Rejects also where there is no database to ask any more, as when this process is about to end. */
const countWithheld = async () => db().withholding.count({ where: { confirmedAt: { not: null } } });

/**
 * Calls `listener` when the text of a version was withheld, by whichever process, and once more a minute later; and when
 * this process may not have been told, if anything was withheld since it last knew. While the database is away nothing
 * is: what was kept for that time stays.
 */
export function onWithheld(listener: () => void): void {
  let known: number | null = null;
  let again: NodeJS.Timeout | undefined;
  const letGo = () => {
    listener();
    setTimeout(listener, underWayMs).unref();
  };
  const compare = () => {
    // Until somebody answers: a database may be heard again before it can be asked again.
    clearTimeout(again);
    again = setTimeout(compare, againMs).unref();
    void countWithheld()
      .then((count) => {
        clearTimeout(again);
        if (count !== known) letGo();
        known = count;
      })
      .catch(() => undefined);
  };
  onNotice("countersign_withheld", (slug) => (slug === null ? compare() : letGo()));
}

/** The same as `announcePublished` after a version was withheld: this process lets go of its text at once. */
export function announceWithheld(slug: string): void {
  notifyThisProcess("countersign_withheld", slug);
  announcePublished(slug);
}
