import type { VerdictListItem } from "@/components/reader/reader-site";
import { isPublication, verdictListItem } from "@/lib/publications/verdict-versions";
import type { ListedPage, PageAsk } from "@/lib/publications/queries";

/** How many verdicts one page of a list shows. */
export const pageSize = 20;

/** The place in a list that an address asks for; what is no cursor of ours is the beginning. */
export function placeAsked(url: URL): PageAsk {
  const { before, after } = { before: url.searchParams.get("before"), after: url.searchParams.get("after") };
  return { limit: pageSize, before: before ?? undefined, after: after ?? undefined };
}

/** The name under which a page of a list is kept: its own parameters in one order, whatever else the address holds. */
export function listAddress(path: string, url: URL, names: readonly string[]): string {
  const asked = new URLSearchParams();
  for (const name of names) asked.set(name, url.searchParams.get(name) ?? "");
  return `${path}?${asked.toString()}`;
}

/** Links to the neighbours of a page, keeping the other parameters. */
export function neighbourLinks(path: string, page: ListedPage, kept: Record<string, string> = {}) {
  const link = (name: "before" | "after", cursor: string | null) =>
    cursor === null ? null : `${path}?${new URLSearchParams({ ...kept, [name]: cursor }).toString()}`;
  return { newerUrl: link("after", page.newer), olderUrl: link("before", page.older) };
}

/** The verdicts of a page that hold, as lines. */
export function listItems(page: ListedPage): VerdictListItem[] {
  return page.items.flatMap(({ versions }) => {
    const current = versions.at(-1);
    const item = current && isPublication(current) ? verdictListItem(versions) : null;
    return item ? [item] : [];
  });
}
