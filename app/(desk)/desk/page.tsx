import type { Metadata } from "next";
import Link from "next/link";
import { QueueFilter } from "@/components/claims/queue-filter";
import { QueueTable } from "@/components/claims/queue-table";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { Tabs } from "@/components/ui/tabs";
import { requireViewer } from "@/lib/access/viewer.server";
import { countNeedsMe, listQueue } from "@/lib/claims/list-claims.server";
import { queueHref, readQueue, type SearchParams } from "./read-queue";

export const metadata: Metadata = { title: "Queue" };

export default async function QueuePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  const filters = readQueue(await searchParams);
  const [{ items, nextCursor, isFallback }, waiting] = await Promise.all([
    listQueue(viewer, filters),
    countNeedsMe(viewer),
  ]);
  const isAll = filters.needs === undefined;
  const { state, q, topic, assignee, sort } = filters;
  const isFiltered = [state, q, topic, assignee].some(Boolean);
  return (
    <DeskPage title="Queue" wide actions={<Begin />}>
      <Tabs
        label="Which claims"
        className="mb-4"
        tabs={[
          { href: places.queue, label: "Needs you", current: !isAll, count: waiting },
          { href: `${places.queue}?needs=all`, label: "All claims", current: isAll },
        ]}
      />
      {isAll ? (
        <QueueFilter
          action={places.queue}
          filters={{
            ...(state ? { state } : {}),
            ...(q ? { q } : {}),
            ...(topic ? { topic } : {}),
            ...(assignee ? { assignee } : {}),
            sort,
          }}
        />
      ) : null}
      {isFallback ? (
        <p className="mb-3 text-ink-2">Nothing waits for you. These are all claims, newest first.</p>
      ) : null}
      <QueueTable
        claims={items}
        empty={isFiltered ? "filtered" : isAll ? "none" : "needs-me"}
        nextHref={nextCursor && queueHref(isFallback ? { sort: "newest", limit: 50 } : filters, nextCursor)}
        now={new Date().toISOString()}
      />
    </DeskPage>
  );
}

function Begin() {
  return (
    <>
      <Link href={places.addArticle} className="button">
        Add an article
      </Link>
      <Link href={places.newClaim} className="button">
        New claim
      </Link>
    </>
  );
}
