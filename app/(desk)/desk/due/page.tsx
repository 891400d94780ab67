import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { WhatGetsADay } from "@/components/shelf-life/what-gets-a-day";
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
  const maySet = can(viewer, "settings.write");
  const [{ items, nextCursor }, { site }] = await Promise.all([
    listDue(viewer, query.data, now),
    loadSettings(),
  ]);
  return (
    <DeskPage
      title="Re-check calendar"
      lead={
        <>
          What you published, by the day on which somebody checks that it still holds. On that day it also
          becomes one of the{" "}
          <Link href={places.tasks} className="inline-block">
            tasks
          </Link>
          . {items.length > 0 ? <WhatGetsADay maySet={maySet} /> : null}
        </>
      }
    >
      {items.length === 0 ? (
        <EmptyState title="Nothing published yet that has a re-check day">
          <WhatGetsADay maySet={maySet} />
        </EmptyState>
      ) : (
        <DueList due={items} lookAgain={lookAgain} now={now.toISOString()} timeZone={site.timeZone} />
      )}
      <PaginationNext href={nextCursor && `${places.due}?cursor=${encodeURIComponent(nextCursor)}`} />
    </DeskPage>
  );
}
