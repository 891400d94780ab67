import type { Metadata } from "next";
import Link from "next/link";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { EmptyState } from "@/components/ui/empty-state";
import { PaginationNext } from "@/components/ui/pagination-next";
import { TimeAgo } from "@/components/ui/time-ago";
import { RatingTag } from "@/components/verdicts/rating-tag";
import { requireViewer } from "@/lib/access/viewer.server";
import { listPublished } from "@/lib/publications/list-published.server";
import { loadSettings } from "@/lib/settings/settings.server";
import { one, type SearchParams } from "../read-queue";

export const metadata: Metadata = { title: "Published" };

export default async function PublishedPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireViewer();
  const [{ items, nextCursor }, { ratings }] = await Promise.all([
    listPublished(one(await searchParams, "cursor")),
    loadSettings(),
  ]);
  return (
    <DeskPage title="Published" lead="What readers see now, newest first.">
      {items.length === 0 ? (
        <EmptyState title="Nothing is published yet">
          A claim that is ready is signed off by an editor who wrote none of it.
        </EmptyState>
      ) : (
        <ul>
          {items.map((item) => (
            <li key={item.slug} className="border-t py-3">
              <p className="flex flex-wrap items-baseline gap-x-3">
                {item.kind === "retraction" ? (
                  <span className="font-semibold">Retracted</span>
                ) : item.rating ? (
                  <RatingTag code={item.rating} ratings={ratings} />
                ) : null}
                <Link
                  href={places.claim(item.claimId)}
                  className="font-serif text-md font-[620] text-ink no-underline hover:underline"
                >
                  {item.finding || item.claimText}
                </Link>
              </p>
              <p className="text-sm text-ink-3">
                version {item.version} · <TimeAgo at={item.publishedAt} now={new Date().toISOString()} /> ·{" "}
                <a href={places.publication(item.slug)}>as readers see it</a>
              </p>
            </li>
          ))}
        </ul>
      )}
      <PaginationNext href={nextCursor && `${places.published}?cursor=${encodeURIComponent(nextCursor)}`} />
    </DeskPage>
  );
}
