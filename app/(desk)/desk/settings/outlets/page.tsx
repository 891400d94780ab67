import type { Metadata } from "next";
import { places } from "@/components/layout/places";
import { FindForm } from "@/components/settings/find-form";
import { OutletsList } from "@/components/settings/outlets-list";
import { isCursor } from "@/lib/core/cursor";
import { listOutlets } from "@/lib/outlets/queries";
import { one, type SearchParams } from "../../read-queue";
import { SettingsFrame } from "../settings-frame";
import { settingsViewer } from "../settings-viewer";

export const metadata: Metadata = { title: "Outlets" };

export default async function OutletsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await settingsViewer("outlets");
  const params = await searchParams;
  const q = one(params, "q");
  const asked = one(params, "cursor");
  const cursor = asked && isCursor(asked, ["text"]) ? asked : undefined;
  const { items, nextCursor } = await listOutlets({ ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) });
  const nextHref =
    nextCursor && `${places.outlets}?${new URLSearchParams({ ...(q ? { q } : {}), cursor: nextCursor })}`;
  return (
    <SettingsFrame
      viewer={viewer}
      place="outlets"
      title="Outlets"
      lead="Two articles of one owner are not two independent reports."
    >
      <FindForm action={places.outlets} label="Find an outlet" q={q} />
      <OutletsList outlets={items} nextHref={nextHref} isFiltered={q !== undefined} />
    </SettingsFrame>
  );
}
