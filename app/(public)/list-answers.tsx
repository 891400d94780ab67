import type { ReactElement } from "react";
import type { VerdictListItem } from "@/components/reader/reader-site";
import { searchedTexts } from "@/lib/publications/listing";
import { excerptOf, markWords } from "@/lib/publications/mark-words";
import type { ListedPage, ListedVerdict, PageAsk } from "@/lib/publications/queries";
import type { PublicSite } from "@/lib/publications/public-site.server";
import type { PublicationRecord } from "@/lib/publications/record";
import { isPublication, verdictListItem } from "@/lib/publications/verdict-versions";
import { keptList, type KeptAnswer } from "./kept-answers";
import { pageHeaders, renderPage } from "./render-reader";

/** How many verdicts one page of a list shows. */
const pageSize = 20;

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

type Item = { record: PublicationRecord; item: VerdictListItem };

function itemOf({ versions, notices }: ListedVerdict): Item[] {
  const current = versions.at(-1);
  const item = current && isPublication(current) ? verdictListItem(versions, notices) : null;
  return current && isPublication(current) && item ? [{ record: current.record, item }] : [];
}

/** The verdicts of a page that hold, as lines; `more` adds to a line what its list says beside. */
export function listItems(
  page: Pick<ListedPage, "items">,
  more: (record: PublicationRecord) => Partial<VerdictListItem> = () => ({}),
): VerdictListItem[] {
  return page.items.flatMap(itemOf).map(({ record, item }) => ({ ...item, ...more(record) }));
}

/** A line's texts with the words marked that a search looked for; where neither has one, other words of it that do. */
export function foundIn(record: PublicationRecord, forms: ReadonlySet<string>): Partial<VerdictListItem> {
  const finding = markWords(record.finding, forms);
  const claim = markWords(record.claim.text, forms);
  const isFound = [...finding, ...claim].some(({ marked }) => marked);
  const others = isFound ? [] : searchedTexts(record);
  const excerpt = others.map((text) => excerptOf(text, forms)).find((parts) => parts !== null) ?? null;
  return { found: { finding, claim, excerpt } };
}

/** A page of a list, kept under its address until something is published. */
export function listAnswer(
  pub: PublicSite,
  address: string,
  make: () => Promise<ReactElement>,
  headers: Record<string, string> = {},
): Promise<KeptAnswer> {
  return keptList(`${pub.key} ${address}`, async () => ({
    body: await renderPage(await make()),
    status: 200,
    headers: pageHeaders(pub, headers),
  }));
}
