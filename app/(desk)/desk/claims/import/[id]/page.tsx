import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChooseSheetForm } from "@/components/imports/choose-sheet-form";
import { ColumnForm } from "@/components/imports/column-form";
import { ImportRun } from "@/components/imports/import-run";
import { PreviewTable } from "@/components/imports/preview-table";
import { RowsRun } from "@/components/imports/rows-run";
import { RefreshWhile } from "@/components/articles/refresh-while";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { SubmitButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { requireViewer } from "@/lib/access/viewer.server";
import { openImport } from "@/lib/imports/queries";
import { countSources, type SourceCounts } from "@/lib/imports/row-source";
import { capturePages, chooseSheet, importRows, logFoundQuotes, mapColumns } from "../actions";

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
      {sheet.sources.length > 0 ? <Sources id={sheet.id} counts={countSources(sheet.sources)} /> : null}
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
        <PreviewTable rows={sheet.rows} hasBegun={hasBegun} sources={sheet.sources} />
      </Section>
    </DeskPage>
  );
}

/** What is left to be done with the pages and quotes of the rows: a press each. */
function Sources({ id, counts: { found, pages, fetching } }: { id: string; counts: SourceCounts }) {
  const waiting = [
    ...(pages > 0
      ? [pages === 1 ? "1 page is not captured yet" : `${pages} pages are not captured yet`]
      : []),
    ...(fetching > 0
      ? [fetching === 1 ? "1 page is being fetched" : `${fetching} pages are being fetched`]
      : []),
  ];
  return (
    <Section id="sources" title="Pages and quotes of the rows">
      <p className="mb-3 max-w-prose text-ink-2">
        A quote becomes evidence once its page is captured and has it word for word, and you log it. The sheet
        is kept for a day; after that, import it again: its claims are found, and their quotes stand here.
      </p>
      {fetching > 0 ? <RefreshWhile seconds={5} /> : null}
      <RowsRun
        action={capturePages}
        id={id}
        label="Capture the pages"
        busy="Asking for the pages…"
        done="asked for"
        carried={["asked"]}
        buttons={
          pages > 0 ? (
            <SubmitButton busy="Asking for the pages…">
              {pages === 1 ? "Capture the page" : `Capture the ${pages} pages`}
            </SubmitButton>
          ) : null
        }
      >
        {waiting.length > 0 ? <p>{`${waiting.join(", ")}.`}</p> : null}
      </RowsRun>
      <RowsRun
        action={logFoundQuotes}
        id={id}
        label="Log the quotes that were found"
        busy="Logging the quotes…"
        done="logged"
        carried={["entryIds"]}
        buttons={
          found > 0 ? (
            <SubmitButton busy="Logging the quotes…">
              {found === 1 ? "Log the quote that was found" : `Log the ${found} quotes that were found`}
            </SubmitButton>
          ) : null
        }
      />
    </Section>
  );
}
