import { ownFilters, queueParameters, usualSort, type QueueFilters } from "./queue-query";
import { cleanText } from "../core/text-input";
import { listClaimsSchema, type ListClaimsInput } from "./schema";

/** Rows of a page of the queue. */
export const queuePageSize = 50;

/**
 * The queue's filters from the values of its address, each the text of one parameter; what makes no sense is left out.
 * "Needs me, due first" unless something else is asked for.
 */
export function readQueueFilters(given: Readonly<Record<string, string | undefined>>): ListClaimsInput {
  const known = Object.fromEntries(
    queueParameters.flatMap((name) => {
      const value = cleanText(given[name] ?? "");
      return value ? [[name, value]] : [];
    }),
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

/** Filters from the text that `queueQuery` writes. */
export function filtersOfQuery(query: string): QueueFilters {
  const {
    limit: _limit,
    cursor: _cursor,
    ...filters
  } = readQueueFilters(Object.fromEntries(new URLSearchParams(query)));
  return filters;
}

function withoutGaps(input: ListClaimsInput): ListClaimsInput {
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as ListClaimsInput;
}
