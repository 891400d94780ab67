import type { Metadata } from "next";
import Link from "next/link";
import { SheetColumns } from "@/components/imports/sheet-columns";
import { SheetForm } from "@/components/imports/sheet-form";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { requireViewer } from "@/lib/access/viewer.server";
import { beginImport } from "./actions";

export const metadata: Metadata = { title: "Import a sheet" };

export default async function ImportSheetPage() {
  await requireViewer();
  return (
    <DeskPage
      title="Import a sheet"
      lead={
        <>
          Each row becomes a claim. You see what will become of the rows before anything is made. For a single
          claim, <Link href={places.newClaim}>write it here</Link>.
        </>
      }
    >
      <SheetColumns />
      <SheetForm action={beginImport} />
    </DeskPage>
  );
}
