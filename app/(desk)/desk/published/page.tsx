import type { Metadata } from "next";
import Link from "next/link";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { Begins } from "@/components/layout/begins";
import { EmptyState } from "@/components/ui/empty-state";
import { PaginationNext } from "@/components/ui/pagination-next";
import { Tabs } from "@/components/ui/tabs";
import { PublishedRow } from "@/components/verdicts/published-row";
import { RatingTag } from "@/components/verdicts/rating-tag";
import { can } from "@/lib/access/can";
import { hiddenFrom } from "@/lib/access/sight.server";
import { requireViewer } from "@/lib/access/viewer.server";
import { shownTo } from "@/lib/publications/desk-state";
import { deskStatesOf } from "@/lib/publications/desk-states.server";
import {
  countPublished,
  listPublished,
  mostPublishedCounted,
} from "@/lib/publications/list-published.server";
import { publishedOnly, publishedOnlyWords, type PublishedOnly } from "@/lib/publications/published-list";
import { loadSettings } from "@/lib/settings/settings.server";
import { countInWords } from "@/lib/views/view";
import { one, type SearchParams } from "../read-queue";

export const metadata: Metadata = { title: "Published" };

export default async function PublishedPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  const params = await searchParams;
  const only = publishedOnly(one(params, "only"));
  const [{ items, nextCursor }, counts, { ratings }] = await Promise.all([
    listPublished(one(params, "cursor"), only),
    countPublished(),
    loadSettings(),
  ]);
  const ids = items.map(({ claimId }) => claimId);
  const [hidden, states] = await Promise.all([hiddenFrom(viewer, ids), deskStatesOf(ids)]);
  const now = new Date().toISOString();
  const stateOf = (claimId: string) => {
    const state = states.get(claimId);
    const may = { seesClaim: !hidden.has(claimId), mayWithhold: can(viewer, "version.withhold") };
    return state && shownTo(state, may);
  };
  return (
    <DeskPage
      title="Published"
      lead="What readers see now, newest first. What was retracted stays listed: readers see that it was, and why."
      wide
    >
      {counts.all > 0 ? (
        <Tabs label="What is published" className="mb-4" tabs={tabsOf(counts, only)} />
      ) : null}
      {items.length > 0 ? (
        <ul>
          {items.map((item) => (
            <PublishedRow
              key={item.slug}
              item={item}
              rating={
                item.kind === "retraction" ? (
                  <span className="font-semibold tabs:pl-5">Retracted</span>
                ) : item.rating ? (
                  <RatingTag code={item.rating} ratings={ratings} signedAs={item.ratingLabel} />
                ) : null
              }
              state={stateOf(item.claimId)}
              isHidden={hidden.has(item.claimId)}
              now={now}
            />
          ))}
        </ul>
      ) : (
        <NothingHere only={counts.all > 0 ? only : undefined} />
      )}
      <PaginationNext
        href={
          nextCursor &&
          `${places.published}?${new URLSearchParams({ ...(only ? { only } : {}), cursor: nextCursor })}`
        }
      />
    </DeskPage>
  );
}

/** All, and each that it can be narrowed to, with how many it has. */
function tabsOf(counts: Record<PublishedOnly | "all", number>, only: PublishedOnly | undefined) {
  const tab = (key: PublishedOnly | "all", label: string, href: string) => ({
    ...{ label, href, current: key === (only ?? "all") },
    count: countInWords(counts[key], mostPublishedCounted),
  });
  return [
    tab("all", "All", places.published),
    ...Object.entries(publishedOnlyWords).map(([key, label]) =>
      tab(key as PublishedOnly, label, `${places.published}?only=${key}`),
    ),
  ];
}

function NothingHere({ only }: { only: PublishedOnly | undefined }) {
  if (only)
    return (
      <EmptyState title={only === "retracted" ? "Nothing is retracted" : "No correction is open"}>
        <Link href={places.published}>All that is published</Link>
      </EmptyState>
    );
  return (
    <EmptyState title="Nothing is published yet">
      <Begins />
      <p className="mt-2">
        A claim that is <Link href={`${places.queue}?needs=editor`}>ready for an editor</Link> is signed off
        by an editor who wrote none of it.
      </p>
    </EmptyState>
  );
}
