import type { ListClaimsInput } from "./schema";

/** What of the queue its address says, in the order in which it says it. */
export const queueParameters = [
  "needs",
  "state",
  "q",
  "topic",
  "assignee",
  "importance",
  "due",
  "article",
  "sort",
  "cursor",
] as const;

/** One way to look at the queue: its filters and its order. */
export type QueueFilters = Omit<ListClaimsInput, "cursor" | "limit">;

/** These ask for something by themselves: with one of them, claims that wait for nobody count too. */
export const ownFilters = ["state", "q", "topic", "assignee", "importance", "due", "article"] as const;

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

/** The order where none is asked for: what waits for somebody is due, everything else is newest first. */
export function usualSort(needs: string | undefined): QueueFilters["sort"] {
  return needs === "me" ? "deadline" : "newest";
}

/** Of a selection as many as an address takes that every server takes; of more the tab keeps which. */
export const mostInAddress = 100;
