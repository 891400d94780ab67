import { SubmitButton } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import type { Counts } from "@/lib/imports/preview";
import { RowsRun } from "./rows-run";

type Props = {
  /** Fields: importId, most (rows in this request; absent for all), again ("yes" tries failed rows again). Answers with values.left. */
  action: FormAction;
  id: string;
  counts: Counts;
};

/** Imports the rows of a sheet. */
export function ImportRun({ action, id, counts }: Props) {
  return (
    <RowsRun
      action={action}
      id={id}
      label="Import the rows"
      busy="Importing…"
      done="imported"
      press={counts.left > 0 ? importWords(counts) : null}
      more={
        counts.failed > 0 && counts.left === 0 ? (
          <SubmitButton look="plain" name="again" value="yes" busy="Importing…">
            {`Try ${failedRows(counts)} again`}
          </SubmitButton>
        ) : null
      }
    >
      {counts.failed > 0 && counts.left > 0 ? <input type="hidden" name="again" value="yes" /> : null}
      {countsInWords(counts).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </RowsRun>
  );
}

/** What the button does: one press goes through what is left, and through what failed once more. */
export function importWords(counts: Counts): string {
  const { fresh, left, failed } = counts;
  const goOn = left === 1 ? "Go through the row" : `Go through the ${left} rows`;
  const make = fresh === 1 ? "Import 1 claim" : `Import ${fresh.toLocaleString("en-GB")} claims`;
  return `${fresh === 0 ? goOn : make}${failed === 0 ? "" : ` and try ${failedRows(counts)} again`}`;
}

const failedRows = ({ failed }: Counts) =>
  failed === 1 ? "the failed row" : `the ${failed.toLocaleString("en-GB")} failed rows`;

/** What has happened, and in a line of its own what an import would do now; an import that is over has one line alone. */
export function countsInWords(counts: Counts): string[] {
  const { fresh, left, notPossible, created, there, failed } = counts;
  if (created + there + failed === 0) return [notBegunInWords(counts)];
  const isOver = left === 0;
  const wentBy = [
    ...said(there, "row was there already", "rows were there already"),
    ...(isOver ? said(failed, "row failed", "rows failed") : []),
    ...(isOver ? said(notPossible, "row was not imported", "rows were not imported") : []),
  ];
  const made = said(created, "new claim", "new claims")[0] ?? "no new claim";
  const imported = `Imported: ${[made, ...wentBy].join(", ")}.`;
  if (isOver) return [imported];
  const open = [
    ...said(fresh, "new claim", "new claims"),
    ...said(left - fresh, "row that is there already", "rows that are there already"),
    ...said(failed, "row that failed", "rows that failed"),
    ...said(notPossible, "row that cannot be imported as it is", "rows that cannot be imported as they are"),
  ];
  return [imported, `Still open: ${open.join(", ")}.`];
}

function notBegunInWords({ fresh, left, notPossible }: Counts): string {
  const parts = [
    ...said(fresh, "row will become a new claim", "rows will become new claims"),
    ...said(left - fresh, "row says what is there already", "rows say what is there already"),
    ...said(notPossible, "row cannot be imported as it is", "rows cannot be imported as they are"),
  ];
  return parts.length === 0 ? "There are no rows under the headers." : `${parts.join(", ")}.`;
}

function said(count: number, one: string, many: string): string[] {
  if (count === 0) return [];
  return [count === 1 ? `1 ${one}` : `${count.toLocaleString("en-GB")} ${many}`];
}
