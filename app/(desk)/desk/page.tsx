import type { Metadata } from "next";
import Link from "next/link";
import { QueueList } from "@/components/claims/queue-list";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { requireViewer } from "@/lib/access/viewer.server";
import { listClaims } from "@/lib/claims/list-claims.server";
import { queueHref, readQueue, type SearchParams } from "./read-queue";

export const metadata: Metadata = { title: "Queue" };

export default async function QueuePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  const filters = readQueue(await searchParams);
  const { items, nextCursor } = await listClaims(viewer, filters);
  const isAll = filters.needs === undefined;
  return (
    <DeskPage
      title={isAll ? "All claims" : "Needs you"}
      lead={
        <Link href={isAll ? places.queue : `${places.queue}?needs=all`}>
          {isAll ? "Show what needs you" : "Show all claims"}
        </Link>
      }
      actions={
        <>
          <Link href={places.addArticle} className="button">
            Add an article
          </Link>
          <Link href={places.newClaim} className="button">
            New claim
          </Link>
        </>
      }
    >
      <div className="border">
        <QueueList
          claims={items}
          filters={filters}
          sortWords="newest first"
          nextHref={nextCursor && queueHref(filters, nextCursor)}
          now={new Date().toISOString()}
        />
      </div>
    </DeskPage>
  );
}
