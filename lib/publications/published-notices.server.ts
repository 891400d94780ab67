import "server-only";
import { onNotice, tellHere } from "../core/database-notices.server";
import { refreshEdgeNow } from "./refresh-edge.server";

/** Calls `listener` with the slug whenever any process publishes something, and with `*` when something may have been missed. */
export function onPublished(listener: (slug: string) => void): void {
  onNotice("countersign_published", (slug) => listener(slug ?? "*"));
}

/** Tells this process's own listeners at once, so that whoever published reads what they wrote; others get the notice, and the cache in front is made new. */
export function announcePublished(slug: string): void {
  tellHere("countersign_published", slug);
  refreshEdgeNow(slug);
}
