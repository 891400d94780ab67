import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChooseSheetForm } from "@/components/imports/choose-sheet-form";
import { ColumnForm } from "@/components/imports/column-form";
import { ImportRun } from "@/components/imports/import-run";
import { PreviewTable } from "@/components/imports/preview-table";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { Disclosure } from "@/components/ui/disclosure";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { requireViewer } from "@/lib/access/viewer.server";
import { openImport } from "@/lib/imports/queries";
import { chooseSheet, importRows, mapColumns } from "../actions";

export const metadata: Metadata = { title: "Import a sheet" };

export default async function ImportPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer();
  const sheet = await openImport(viewer, (await params).id, new Date());
  if (!sheet) notFound();
  const hasBegun = sheet.rows.some(({ outcome }) => outcome !== null);
  return (
    <DeskPage
      title={sheet.name}
      lead={`Kept for a day, for you alone.${hasBegun ? "" : " Until you import, no claim is made."}`}
      actions={<LinkButton href={places.importSheet}>Another file</LinkButton>}
      wide
    >
      {sheet.sheets.length > 1 ? (
        <Section id="sheets" title="Which sheet">
          <ChooseSheetForm key={sheet.id} action={chooseSheet} sheet={sheet} />
        </Section>
      ) : null}
      <Section id="columns" title="What the columns hold">
        <Disclosure summary="Change what a column holds" open={!hasBegun}>
          <ColumnForm key={`${sheet.id} ${sheet.mapping.join()}`} action={mapColumns} sheet={sheet} />
        </Disclosure>
      </Section>
      <Section id="rows" title={hasBegun ? "What became of the rows" : "What the rows will become"}>
        {sheet.rows.some(({ sheetSaid }) => sheetSaid.length > 0) ? (
          <p className="mb-3 max-w-prose">
            <strong className="font-semibold">What the sheet said counts as no review.</strong> Each verdict,
            status and name of who checked is kept with its claim as a comment of yours, with the file and the
            row. The claims begin unchecked: two people review them here, see the comment once they have
            answered, and readers never see it.
          </p>
        ) : null}
        <ImportRun action={importRows} id={sheet.id} counts={sheet.counts} />
        <PreviewTable rows={sheet.rows} hasBegun={hasBegun} />
      </Section>
    </DeskPage>
  );
}
