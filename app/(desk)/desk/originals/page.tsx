import type { Metadata } from "next";
import { OriginalsList } from "@/components/articles/originals-list";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { requireViewer } from "@/lib/access/viewer.server";
import { listOriginals } from "@/lib/articles/list-originals.server";
import { isCursor } from "@/lib/core/cursor";
import { one, type SearchParams } from "../read-queue";

export const metadata: Metadata = { title: "Originals nobody has read" };

export default async function OriginalsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  const asked = one(await searchParams, "cursor");
  const cursor =
    asked && isCursor(asked, ["number", "number", "number", "number", "text"]) ? asked : undefined;
  const { items, nextCursor } = await listOriginals(viewer, { limit: 30, cursor });
  return (
    <DeskPage
      title="Originals nobody has read"
      lead="Articles lean on these, or a rule suggests so. The one that would unlock most stands first."
    >
      <OriginalsList
        originals={items}
        nextHref={nextCursor && `${places.originals}?cursor=${encodeURIComponent(nextCursor)}`}
        isFirstPage={cursor === undefined}
      />
    </DeskPage>
  );
}
