import { places } from "@/components/layout/places";
import { listClaimsSchema, type ListClaimsInput } from "@/lib/claims/schema";

export type SearchParams = Record<string, string | string[] | undefined>;

const names = ["state", "q", "topic", "assignee", "needs", "sort", "cursor"] as const;

/** One value of a parameter; repeated and empty ones count as absent. */
export function one(params: SearchParams, name: string): string | undefined {
  const value = params[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The queue's filters from the address; what makes no sense is left out. "Needs me" unless something else is asked for. */
export function readQueue(params: SearchParams): ListClaimsInput {
  const given = Object.fromEntries(
    names.flatMap((name) => (one(params, name) === undefined ? [] : [[name, one(params, name)]])),
  );
  const wantsAll =
    given.needs === "all" ||
    Object.keys(given).some((name) => ["state", "q", "topic", "assignee"].includes(name));
  const parsed = listClaimsSchema.safeParse({
    ...given,
    needs: wantsAll ? undefined : (given.needs ?? "me"),
    sort: given.sort ?? (wantsAll ? undefined : "deadline"),
    limit: 50,
  });
  if (parsed.success) return stripped(parsed.data);
  return stripped(listClaimsSchema.parse({ limit: 50, needs: "me", sort: "deadline" }));
}

function stripped(input: ListClaimsInput): ListClaimsInput {
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as ListClaimsInput;
}

/** The queue's address with these filters, from this row on. */
export function queueHref(filters: ListClaimsInput, cursor: string): string {
  const query = new URLSearchParams();
  for (const name of names) if (filters[name] && name !== "cursor") query.set(name, String(filters[name]));
  if (!filters.needs) query.set("needs", "all");
  query.set("cursor", cursor);
  return `${places.queue}?${query}`;
}
