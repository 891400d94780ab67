import type { Viewer } from "../access/viewer";
import { filtersOfQuery } from "../claims/queue-filters";
import { queueQuery, type QueueFilters } from "../claims/queue-query";

/** A way to look at the queue: one that the desk comes with, one's own, or one that somebody made for everyone. */
export type QueueView = {
  id: string;
  label: string;
  kind: "built-in" | "personal" | "team";
  /** The filters and the order, as `queueQuery` writes them. */
  query: string;
  /** Whether the viewer made it. */
  isMine: boolean;
  /** Whether the viewer may let it go. */
  mayRemove: boolean;
};

const builtIn = (id: string, label: string, query: string): QueueView => ({
  id,
  label,
  kind: "built-in",
  query,
  isMine: false,
  mayRemove: false,
});

/** The id of the view of every claim. */
export const allClaimsView = "all";

/** The views that the desk comes with; the first is where everyone begins. */
export const builtInViews: readonly QueueView[] = [
  builtIn("needs-me", "Needs you", ""),
  builtIn("mine", "Yours", "assignee=me"),
  builtIn("changed", "Changed since you looked", "needs=changed"),
  builtIn("evidence", "No evidence yet", "needs=evidence"),
  builtIn("review", "In review", "needs=review"),
  builtIn("editor", "Ready for an editor", "needs=editor"),
  builtIn("scheduled", "Scheduled", "needs=scheduled"),
  builtIn(allClaimsView, "All claims", "needs=all"),
];

/** What a view shows: its query read as the queue's address would be. */
export function filtersOfView({ query }: Pick<QueueView, "query">): QueueFilters {
  return filtersOfQuery(query);
}

/**
 * Which view is on the screen: the one that the address names, though its filters may since have been changed by hand
 * (`isChanged`), else the one that comes to the same filters, else none.
 */
export function currentView(
  views: readonly QueueView[],
  namedId: string | undefined,
  filters: QueueFilters,
): { view: QueueView | null; isChanged: boolean } {
  const query = queueQuery(filters);
  const named = views.find(({ id }) => id === namedId);
  if (named) return { view: named, isChanged: queueQuery(filtersOfView(named)) !== query };
  return {
    view: views.find((view) => queueQuery(filtersOfView(view)) === query) ?? null,
    isChanged: false,
  };
}

/** Whoever made a view may change and remove it; a team's view may also be removed by an editor or an admin. */
export function mayRemoveView(
  viewer: Pick<Viewer, "id" | "role">,
  view: { ownerId: string; isTeam: boolean },
): boolean {
  return view.ownerId === viewer.id || (view.isTeam && viewer.role !== "checker");
}

/** "7", "1,000+": a count as people read it, which stops at `limit`. */
export function countInWords(count: number, limit: number): string {
  return count > limit ? `${limit.toLocaleString("en")}+` : count.toLocaleString("en");
}
