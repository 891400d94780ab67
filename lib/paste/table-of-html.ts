import { cleanAddress } from "./clean-address";
import { linkedCell, type Cell } from "./linked-cell";
import { readHtml } from "./read-html";

/** As many columns as one cell may reach over; what stands further out is in its way to no column that may be imported. */
const mostColumns = 100;
/** As many rows as one cell may reach over: more than a sheet may have. */
const mostRows = 4_000;

/** After so many cells nothing more is read: whoever asked refuses so much. */
const mostCells = 5_000_000;

/**
 * The cells of the first table of a spreadsheet's clipboard HTML, as text, with its link where it has just one. A cell over several columns or rows is followed
 * by empty ones, to the right and below, so that each cell stays in the column it stands in. A row ends with
 * the first column that is too many, which then has the words of those after it too if it has none.
 */
export function tableOfHtml(html: string): Cell[][] {
  const rows: Cell[][] = [];
  /** For each column the row up to which a cell above reaches. */
  const taken: number[] = [];
  let cells = 0;
  let cell: { text: string; links: Set<string>; columns: number; rows: number } | null = null;
  const endCell = () => {
    if (!cell) return;
    const words = cell.text
      .replace(/[^\S\n]+/g, " ")
      .replace(/ ?\n ?/g, "\n")
      .trim();
    const text = linkedCell(words, cell.links.size === 1 ? [...cell.links][0] : undefined);
    const row = rows.at(-1)!;
    const before = row.length;
    while ((taken[row.length] ?? 0) >= rows.length) row.push("");
    for (let column = 0; column < cell.columns && row.length <= mostColumns; column += 1) {
      if (row.length < mostColumns) taken[row.length] = rows.length + cell.rows - 1;
      row.push(column === 0 ? text : "");
    }
    if (before > mostColumns) row[mostColumns] ||= text;
    cells += row.length - before;
    cell = null;
  };
  for (const piece of readHtml(html)) {
    if (piece.kind === "text") {
      // A line break in the source is a space; only <br> breaks a line.
      if (cell) cell.text += piece.text.replace(/\s+/g, " ");
    } else if (piece.name === "tr" || piece.name === "table") {
      endCell();
      if ((piece.kind === "close" && piece.name === "table") || cells > mostCells) break;
      if (piece.kind === "open" && piece.name === "tr") rows.push([]);
    } else if (piece.name === "td" || piece.name === "th") {
      endCell();
      if (piece.kind === "open") {
        if (rows.length === 0) rows.push([]);
        cell = {
          text: "",
          links: new Set(),
          columns: spanOf(piece.attributes.colspan, mostColumns),
          rows: spanOf(piece.attributes.rowspan, mostRows),
        };
      }
    } else if (cell && piece.kind === "open" && piece.name === "br") cell.text += "\n";
    else if (cell && piece.kind === "open" && piece.name === "a") {
      const link = cleanAddress(piece.attributes.href ?? "");
      if (link !== null) cell.links.add(link);
    }
  }
  endCell();
  return rows;
}

const spanOf = (given: string | undefined, most: number): number =>
  Math.min(most, Math.max(1, Math.floor(Number(given)) || 1));
