import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { DueList } from "@/components/shelf-life/due-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PaginationNext } from "@/components/ui/pagination-next";
import { can } from "@/lib/access/can";
import { requireViewer } from "@/lib/access/viewer.server";
import { cursorOf } from "@/lib/core/cursor";
import { loadSettings } from "@/lib/settings/settings.server";
import { listDue } from "@/lib/shelf-life/queries";
import { lookAgain } from "./actions";

export const metadata: Metadata = { title: "Re-check calendar" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const asked = z.object({ cursor: cursorOf("time", "text").optional() });

export default async function DuePage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const query = asked.safeParse(await searchParams);
  if (!query.success) notFound();
  const now = new Date();
  const [{ items, nextCursor }, { site }] = await Promise.all([
    listDue(viewer, query.data, now),
    loadSettings(),
  ]);
  return (
    <DeskPage
      title="Re-check calendar"
      lead={
        <>
          Every published finding, by the day on which somebody checks that it still holds. On that day it
          also becomes one of the{" "}
          <Link href={places.tasks} className="inline-block">
            tasks
          </Link>
          .
        </>
      }
    >
      {items.length === 0 ? (
        <EmptyState title="Nothing published yet that has a re-check day">
          Whatever you publish gets a day by its kind and topic.{" "}
          {can(viewer, "settings.write") ? (
            <>
              You set how many days that is under <Link href={places.shelfLife}>Shelf life</Link>.
            </>
          ) : (
            "An admin sets how many days that is."
          )}
        </EmptyState>
      ) : (
        <DueList due={items} lookAgain={lookAgain} now={now.toISOString()} timeZone={site.timeZone} />
      )}
      <PaginationNext href={nextCursor && `${places.due}?cursor=${encodeURIComponent(nextCursor)}`} />
    </DeskPage>
  );
}
