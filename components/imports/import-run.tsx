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
            {counts.failed === 1 ? "Try the failed row again" : `Try the ${counts.failed} failed rows again`}
          </SubmitButton>
        ) : null
      }
    >
      <p>{countsInWords(counts)}</p>
    </RowsRun>
  );
}

function importWords({ fresh, left }: Counts): string {
  if (fresh === 0) return left === 1 ? "Go through the row" : `Go through the ${left} rows`;
  return fresh === 1 ? "Import 1 claim" : `Import ${fresh.toLocaleString("en-GB")} claims`;
}

/** What has happened, and apart from it what an import would do now. */
export function countsInWords({ fresh, left, notPossible, created, there, failed }: Counts): string {
  const hasBegun = created + there + failed > 0;
  const isOver = left === 0 && hasBegun;
  const said = (count: number, one: string, many: string) =>
    count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count.toLocaleString("en-GB")} ${many}`];
  const parts = [
    ...said(created, "claim was made", "claims were made"),
    ...said(there, "row was there already", "rows were there already"),
    ...said(failed, "row failed", "rows failed"),
    ...said(fresh, "row will become a new claim", "rows will become new claims"),
    ...(hasBegun
      ? said(left - fresh, "more row is there already", "more rows are there already")
      : said(left - fresh, "row says what is there already", "rows say what is there already")),
    ...(isOver
      ? said(notPossible, "row was not imported", "rows were not imported")
      : said(notPossible, "row cannot be imported as it is", "rows cannot be imported as they are")),
  ];
  return parts.length === 0 ? "There are no rows under the headers." : `${parts.join(", ")}.`;
}
