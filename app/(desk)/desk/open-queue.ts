import { places } from "@/components/layout/places";
import { asNamedTo } from "@/lib/access/as-named-to.server";
import type { Viewer } from "@/lib/access/viewer";
import { peopleByRole } from "@/lib/accounts/people.server";
import { whoIsMissing } from "@/lib/accounts/who-is-missing";
import { articleName } from "@/lib/articles/article-name.server";
import { countLimit, countQueues, listQueue } from "@/lib/claims/list-claims.server";
import { filtersOfQuery, namesFilters, queuePageSize } from "@/lib/claims/queue-filters";
import { queueQuery, type QueueFilters } from "@/lib/claims/queue-query";
import { offeredTopics } from "@/lib/topics/queries";
import { listViews } from "@/lib/views/queries";
import { allClaimsView, countInWords, currentView, filtersOfView, type QueueView } from "@/lib/views/view";
import { one, queueParams, readQueue, type SearchParams } from "./read-queue";

/** What the address of the queue asks for, as this person sees it: the views with their counts, the rows, the filters. */
export async function openQueue(viewer: Viewer, params: SearchParams, now: Date) {
  const views = await listViews(viewer);
  const named = views.find(({ id }) => id === one(params, "view"));
  const given = queueParams(params);
  const cursor = one(params, "cursor");
  const asked = named && !namesFilters(given) ? { ...filtersOfView(named), cursor } : readQueue(params);
  const filters = filtersOfQuery(queueQuery(asked));
  const query = queueQuery(filters);
  const current = currentView(views, named?.id, filters);
  const input = { ...filters, limit: queuePageSize, ...(asked.cursor ? { cursor: asked.cursor } : {}) };
  const [page, counts, listed, topics, article] = await Promise.all([
    listQueue(viewer, input, now),
    countQueues(viewer, [filters, ...views.map(filtersOfView)], now),
    peopleByRole(),
    offeredTopics(viewer),
    filters.article ? articleName(await asNamedTo(viewer, filters.article)) : null,
  ]);
  const [count = 0, ...ofViews] = counts;
  const ofAll = ofViews[views.findIndex(({ id }) => id === allClaimsView)];
  const shownFilters: QueueFilters = page.isFallback ? { sort: "newest" } : filters;
  return {
    filters,
    query,
    /** What is in the list, which is every claim where nothing waits for the person. */
    shownFilters,
    shownQuery: queueQuery(shownFilters),
    page,
    current,
    /** The address names a saved view that is not there, or not for this person. */
    isViewGone: named === undefined && one(params, "view") !== undefined,
    count,
    countLimit,
    /** There is no claim at all, whatever was asked for. */
    holdsNone: ofAll === 0,
    missing: whoIsMissing(listed),
    people: listed.map(({ id, name }) => ({ id, name })),
    topics,
    /** What the article is called that the filters name; null when that is not known, or not for this person. */
    article,
    tabs: tabsOf(views, ofViews, current.view),
    isFiltered: namesFilters({ ...given, needs: undefined, sort: undefined }) || current.isChanged,
  };
}

function tabsOf(views: readonly QueueView[], counts: readonly number[], current: QueueView | null) {
  return views.map((view, index) => ({
    href:
      view.kind === "built-in"
        ? `${places.queue}${view.query ? `?${view.query}` : ""}`
        : `${places.queue}?view=${encodeURIComponent(view.id)}`,
    label: view.label,
    current: view.id === current?.id,
    count: countInWords(counts[index] ?? 0, countLimit),
  }));
}
