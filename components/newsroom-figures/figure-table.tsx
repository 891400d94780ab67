import { Disclosure } from "@/components/ui/disclosure";
import { sayCount, sayDuration } from "@/lib/newsroom-figures/say-amounts";
import type { Cell, Column, FigureTable } from "@/lib/newsroom-figures/tables";

/** A cell as the page says it. */
function said(cell: Cell | undefined, { unit }: Column): string {
  if (cell === null || cell === undefined) return "–";
  if (typeof cell === "string") return cell;
  return unit === "seconds" ? sayDuration(cell) : Number.isInteger(cell) ? sayCount(cell) : String(cell);
}

type Props = { title: string; table: FigureTable; fileHref: string; shown?: number };

/** The table behind a figure, folded, with its file; past `shown` rows the rest is in the file. */
export function TableBehind({ title, table: { columns, rows }, fileHref, shown = 60 }: Props) {
  const [first, ...others] = columns;
  return (
    <Disclosure summary={`Table: ${title}`}>
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={`${title}, as a table`}>
        <table className="min-w-[min(100%,24rem)] text-left text-sm">
          <thead>
            <tr className="border-b">
              <th scope="col" className="py-1 pr-3 align-bottom font-medium">
                {first?.head}
              </th>
              {others.map(({ head }) => (
                <th key={head} scope="col" className="py-1 pl-3 text-right align-bottom font-medium">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row, index) => (
              <tr key={index} className="border-b align-top">
                <th scope="row" className="min-w-20 py-1 pr-3 font-normal">
                  {said(row[0], first!)}
                </th>
                {others.map((column, place) => (
                  <td key={column.head} className="py-1 pl-3 text-right whitespace-nowrap">
                    {said(row[place + 1], column)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-2 text-sm">
        {rows.length > shown ? `${rows.length - shown} more rows are in the file. ` : null}
        <a href={fileHref} download>
          Download as CSV
        </a>
      </p>
    </Disclosure>
  );
}
