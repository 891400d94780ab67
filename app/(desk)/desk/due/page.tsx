import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { DueList } from "@/components/shelf-life/due-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PaginationNext } from "@/components/ui/pagination-next";
import { requireViewer } from "@/lib/access/viewer.server";
import { cursorOf } from "@/lib/core/cursor";
import { listDue } from "@/lib/shelf-life/queries";
import { lookAgain } from "./actions";

export const metadata: Metadata = { title: "Due for another look" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const asked = z.object({ cursor: cursorOf("time", "text").optional() });

export default async function DuePage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const query = asked.safeParse(await searchParams);
  if (!query.success) notFound();
  const now = new Date();
  const { items, nextCursor } = await listDue(viewer, query.data, now);
  return (
    <DeskPage
      title="Due for another look"
      lead="What stands in public, by the day on which somebody checks that it still holds."
    >
      {items.length === 0 ? (
        <EmptyState title="Nothing is to be looked at again">
          What you publish comes here by its kind and topic, as the settings say under{" "}
          <Link href={places.shelfLife}>Shelf life</Link>.
        </EmptyState>
      ) : (
        <DueList due={items} lookAgain={lookAgain} now={now.toISOString()} />
      )}
      <PaginationNext href={nextCursor && `${places.due}?cursor=${encodeURIComponent(nextCursor)}`} />
    </DeskPage>
  );
}
