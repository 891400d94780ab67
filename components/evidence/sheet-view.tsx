import Link from "next/link";
import { columnName, type NamedSheet } from "@/lib/captures/cells";

const [shownRows, shownColumns] = [200, 26];

type Props = {
  /** The page's own address, with a query already. */
  href: string;
  sheets: readonly NamedSheet[];
  sheet: NamedSheet;
  /** The cell that is chosen in it. */
  chosen: string | undefined;
};

/** A sheet as a table in which each cell is a link that fills in the form, and the way to the other sheets of its file. */
export function SheetView({ href, sheets, sheet, chosen }: Props) {
  const { rows } = sheet;
  const hrefOf = ({ name }: NamedSheet) =>
    sheets.length > 1 ? `${href}&sheet=${encodeURIComponent(name)}` : href;
  const width = Math.min(
    shownColumns,
    rows.reduce((most, row) => Math.max(most, row.length), 0),
  );
  const columns = Array.from({ length: width }, (_, index) => columnName(index + 1));
  return (
    <div className="mb-5">
      {sheets.length > 1 ? (
        <nav
          aria-label="Sheets of the file"
          className="mb-2 flex max-h-24 flex-wrap gap-x-4 gap-y-1 overflow-auto"
        >
          {sheets.map((other) => (
            <Link
              key={other.name}
              href={hrefOf(other)}
              scroll={false}
              prefetch={false}
              aria-current={other === sheet ? "page" : undefined}
              className="inline-block min-h-6 max-w-60 truncate py-0.5 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
            >
              {other.name}
            </Link>
          ))}
        </nav>
      ) : null}
      <p className="mb-1 text-sm text-ink-3">
        Choose a cell, or type its name below.
        {rows.length > shownRows ? ` The first ${shownRows} of ${rows.length} rows are shown.` : ""}
      </p>
      <div
        className="max-h-80 overflow-auto border"
        role="region"
        aria-label="Cells of the sheet"
        tabIndex={0}
      >
        <table className="text-sm tabular-nums">
          <thead>
            <tr>
              <th className="sticky top-0 bg-sunk px-2 text-ink-3">
                <span className="sr-only">Row</span>
              </th>
              {columns.map((name) => (
                <th key={name} scope="col" className="sticky top-0 bg-sunk px-2 font-medium text-ink-3">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shownRows).map((row, index) => (
              <tr key={index} className="border-t">
                <th scope="row" className="bg-sunk px-2 font-medium text-ink-3">
                  {index + 1}
                </th>
                {columns.map((name, column) => {
                  const ref = `${name}${index + 1}`;
                  const value = (row[column] ?? "").trim();
                  return (
                    <td key={name} className={ref === chosen ? "bg-mark px-2 text-mark-ink" : "px-2"}>
                      {value === "" ? null : (
                        <Link
                          href={`${hrefOf(sheet)}&cell=${ref}`}
                          scroll={false}
                          prefetch={false}
                          aria-current={ref === chosen ? "true" : undefined}
                          aria-label={`${ref}: ${value}`}
                          className="block min-h-6 max-w-60 truncate py-1 text-inherit no-underline hover:underline"
                        >
                          {value}
                        </Link>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
