import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LedgerFilter } from "@/components/selection/ledger-filter";
import { LedgerList } from "@/components/selection/ledger-list";
import { SelectionFigures } from "@/components/selection/ledger-figures";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { EmptyState } from "@/components/ui/empty-state";
import { PaginationNext } from "@/components/ui/pagination-next";
import { requireViewer } from "@/lib/access/viewer.server";
import { cleanText } from "@/lib/core/text-input";
import { ledgerFigures, listLedger } from "@/lib/selection/queries";
import { listLedgerSchema } from "@/lib/selection/schema";

export const metadata: Metadata = { title: "Selection ledger" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const filterNames = ["reason", "topic", "source", "month"] as const;

export default async function LedgerPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const given = Object.entries(await searchParams)
    .map(([name, value]) => [name, typeof value === "string" ? cleanText(value) : value] as const)
    .filter(([, value]) => value !== "");
  const asked = listLedgerSchema.safeParse(Object.fromEntries(given));
  if (!asked.success) notFound();
  const filters = Object.fromEntries(
    filterNames.flatMap((name) => (asked.data[name] ? [[name, asked.data[name]]] : [])),
  );
  const [{ items, nextCursor }, figures] = await Promise.all([
    listLedger(viewer, asked.data),
    ledgerFigures(viewer),
  ]);
  const isFiltered = Object.keys(filters).length > 0;
  const shown = new URLSearchParams(filters).toString();
  const hrefOf = (more: Record<string, string>) =>
    `${places.ledger}?${new URLSearchParams(more).toString()}#list`;
  return (
    <DeskPage
      title="Selection ledger"
      lead="What we chose not to check, and why: every claim, every part of one and every tip that was declined."
      actions={
        // No link of the router's: it would fetch the file ahead.
        <a href={isFiltered ? `${places.ledgerFile}?${shown}` : places.ledgerFile} className="button">
          {isFiltered ? "Save these as CSV" : "Save as CSV"}
        </a>
      }
    >
      <SelectionFigures figures={figures} hrefOf={hrefOf} />
      <section aria-labelledby="list-title" id="list" className="scroll-mt-16">
        <h2 id="list-title" className="mb-2 text-lg font-semibold">
          Not checked
        </h2>
        <LedgerFilter filters={filters} figures={figures} />
        {items.length === 0 ? (
          <EmptyState title={figures.total.declined === 0 ? "Nothing was declined yet" : "None like this"}>
            Claims are declined on their own page and tips in the inbox, each with a reason.
          </EmptyState>
        ) : (
          <LedgerList rows={items} />
        )}
        <PaginationNext href={nextCursor ? hrefOf({ ...filters, cursor: nextCursor }) : null} />
      </section>
    </DeskPage>
  );
}
