import { listClaimsSchema, type ListClaimsInput } from "./schema";

/** What of the queue its address says, in the order in which it says it. */
export const queueParameters = [
  "needs",
  "state",
  "q",
  "topic",
  "assignee",
  "importance",
  "due",
  "sort",
  "cursor",
] as const;

/** One way to look at the queue: its filters and its order. */
export type QueueFilters = Omit<ListClaimsInput, "cursor" | "limit">;

/** Rows of a page of the queue. */
export const queuePageSize = 50;

/** These ask for something by themselves: with one of them, claims that wait for nobody count too. */
const ownFilters = ["state", "q", "topic", "assignee", "importance", "due"] as const;

/**
 * The queue's filters from the values of its address, each the text of one parameter; what makes no sense is left out.
 * "Needs me, due first" unless something else is asked for.
 */
export function readQueueFilters(given: Readonly<Record<string, string | undefined>>): ListClaimsInput {
  const known = Object.fromEntries(
    queueParameters.flatMap((name) => (given[name] ? [[name, given[name]]] : [])),
  );
  const wantsAll = known.needs === "all" || ownFilters.some((name) => known[name] !== undefined);
  const needs = known.needs === "all" ? undefined : (known.needs ?? (wantsAll ? undefined : "me"));
  const asked = { ...known, needs, sort: known.sort ?? usualSort(needs), limit: queuePageSize };
  const parsed = listClaimsSchema.safeParse(asked);
  if (parsed.success) return withoutGaps(parsed.data);
  const wrong = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
  const rest = Object.fromEntries(Object.entries(known).filter(([name]) => !wrong.has(name)));
  // Without a way to name what is wrong, the plain queue; else the same without it, which is less each time.
  return Object.keys(rest).length === Object.keys(known).length
    ? { needs: "me", sort: "deadline", limit: queuePageSize }
    : readQueueFilters(rest);
}

/** Whether an address's values name any filter or order of their own. */
export function namesFilters(given: Readonly<Record<string, string | undefined>>): boolean {
  return queueParameters.some((name) => name !== "cursor" && Boolean(given[name]));
}

/** The filters as the query of an address, always in the same words, so that equal ones are equal text; "" is "needs me". */
export function queueQuery(filters: QueueFilters, cursor?: string): string {
  const query = new URLSearchParams();
  const isPlain = !filters.needs && ownFilters.every((name) => filters[name] === undefined);
  if (isPlain) query.set("needs", "all");
  for (const name of queueParameters) {
    if (name === "cursor" || filters[name] === undefined) continue;
    if (name === "needs" && filters.needs === "me" && !ownFilters.some((own) => filters[own])) continue;
    if (name === "sort" && filters.sort === usualSort(filters.needs)) continue;
    query.set(name, String(filters[name]));
  }
  if (cursor) query.set("cursor", cursor);
  return query.toString();
}

/** The same filters as `GET /claims` takes them, `limit` rows from the cursor on. */
export function queueApiQuery(filters: QueueFilters, cursor: string, limit: number): string {
  const query = new URLSearchParams();
  for (const name of queueParameters)
    if (name !== "cursor" && filters[name] !== undefined) query.set(name, String(filters[name]));
  query.set("cursor", cursor);
  query.set("limit", String(limit));
  return query.toString();
}

/** Filters from the text that `queueQuery` writes. */
export function filtersOfQuery(query: string): QueueFilters {
  const {
    limit: _limit,
    cursor: _cursor,
    ...filters
  } = readQueueFilters(Object.fromEntries(new URLSearchParams(query)));
  return filters;
}

function usualSort(needs: string | undefined): QueueFilters["sort"] {
  return needs === "me" ? "deadline" : "newest";
}

function withoutGaps(input: ListClaimsInput): ListClaimsInput {
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as ListClaimsInput;
}
