import { places } from "@/components/layout/places";
import { readQueueFilters } from "@/lib/claims/queue-filters";
import { queueParameters, queueQuery, type QueueFilters } from "@/lib/claims/queue-query";
import type { ListClaimsInput } from "@/lib/claims/schema";
import { cleanText } from "@/lib/core/text-input";

export type SearchParams = Record<string, string | string[] | undefined>;

/** One value of a parameter, as the database can hold it; repeated and empty ones count as absent. */
export function one(params: SearchParams, name: string): string | undefined {
  const value = params[name];
  return (typeof value === "string" && cleanText(value)) || undefined;
}

/** What the address says of the queue, one text a parameter. */
export function queueParams(params: SearchParams): Record<string, string | undefined> {
  return Object.fromEntries(queueParameters.map((name) => [name, one(params, name)]));
}

/** The queue's filters from the address. */
export function readQueue(params: SearchParams): ListClaimsInput {
  return readQueueFilters(queueParams(params));
}

/** The queue's address with these filters, from this row on. */
export function queueHref(filters: QueueFilters, cursor?: string): string {
  const query = queueQuery(filters, cursor);
  return query ? `${places.queue}?${query}` : places.queue;
}
