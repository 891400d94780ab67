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
      {sheet.sources.length > 0 ? (
        <Sources id={sheet.id} counts={countSources(sheet.sources)} rowsLeft={sheet.counts.left} />
      ) : null}
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

type SourcesProps = {
  id: string;
  counts: SourceCounts;
  /** Rows that an import would go through now: while there are some, that is what comes next. */
  rowsLeft: number;
};

/** What is left to be done with the pages and quotes of the rows: a press each, of which one at most comes next. */
function Sources({ id, counts: { found, pages, fetching }, rowsLeft }: SourcesProps) {
  const waiting = [
    ...said(pages, "page is not captured yet", "pages are not captured yet"),
    ...said(fetching, "page is being fetched", "pages are being fetched"),
  ];
  return (
    <Section id="sources" title="Pages and quotes of the rows">
      <p className="mb-3 max-w-prose text-ink-2">
        A quote becomes evidence once its page is captured and has it word for word, and you log it. The sheet
        is kept for a day. After that, import it again: no claim is made twice, and its quotes are listed here
        again.
      </p>
      {fetching > 0 ? <RefreshWhile seconds={5} /> : null}
      <RowsRun
        action={capturePages}
        id={id}
        label="Capture the pages"
        busy="Asking for the pages…"
        done="asked for"
        carried={["asked"]}
        press={pages === 0 ? null : pages === 1 ? "Capture the page" : `Capture the ${pages} pages`}
        isNext={rowsLeft + found === 0}
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
        press={
          found === 0
            ? null
            : found === 1
              ? "Log the quote that was found"
              : `Log the ${found} quotes that were found`
        }
        isNext={rowsLeft === 0}
      />
    </Section>
  );
}

const said = (count: number, one: string, many: string) =>
  count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count} ${many}`];
