import { decodeText } from "../articles/sniff";
import { cleanText } from "../core/text-input";
import { fail, ok, type Result } from "../core/result";
import { linkedCell, linkFormula, linkIn, shownIn, type Cell } from "../paste/linked-cell";
import { tableOfHtml } from "../paste/table-of-html";
import { cutCells, type Delimiter } from "./cut-cells";

/** Rows of cells as text, each where it stands; all rows have as many cells as the longest. */
export type Table = string[][];

/** A table for an import, in which cells may lead somewhere. */
export type LinkedTable = Cell[][];

export const mostRows = 2_000;
export const mostColumns = 100;
const mostCellLength = 20_000;
/** Of all cells together, themselves counted too: 2,000 rows of long claims with their notes are a fifth of it. */
const mostInAll = 5_000_000;

const delimiters: readonly Delimiter[] = ["\t", ",", ";", "|"];

/** The first rows that hold something. */
function firstRows(text: string, delimiter: Delimiter, most: number): string[][] {
  const rows: string[][] = [];
  for (const row of cutCells(text, delimiter)) {
    if (row.length > 1 || row[0] !== "") rows.push(row);
    if (rows.length === most) break;
  }
  return rows;
}

/**
 * What stands between the cells: of tab, comma, semicolon and bar the one that cuts the first rows into the most equal
 * number of cells, more than one; a comma when none does.
 */
export function findDelimiter(text: string): Delimiter {
  const scored = delimiters.map((delimiter) => {
    const rows = firstRows(text, delimiter, 30);
    const width = rows[0]?.length ?? 0;
    const alike = rows.filter((row) => row.length === width).length / Math.max(1, rows.length);
    return { delimiter, score: width > 1 ? alike * 10 + Math.min(width, 9) / 10 : 0 };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best), {
    delimiter: "," as Delimiter,
    score: 0,
  }).delimiter;
}

const isFilled = (row: readonly Cell[]) => row.some((cell) => shownIn(cell) !== "");

/** A row as it is shown, with its number in the sheet, and where each of its cells leads. */
export type FilledRow = { line: number; row: string[]; links: (string | null)[] };

/** Rows that hold words, each with its number in the sheet, from 1: what people call it when they look there. */
export function filledRows(table: LinkedTable): FilledRow[] {
  return table.flatMap((cells, index) => {
    const row = cells.map(shownIn);
    return isFilled(row) ? [{ line: index + 1, row, links: cells.map(linkIn) }] : [];
  });
}

/**
 * Cells as they may be kept: trimmed, each row as long as the longest. Rows without words stay between others, so that each
 * keeps its number, unless there are more of them than rows may be.
 */
export function tidyTable(rows: readonly (readonly Cell[])[]): Result<LinkedTable> {
  if (isTooMuch([rows]))
    return refused(
      "too-large",
      `${inAll("The cells of this sheet")} Take out what you do not need, or cut it into several sheets.`,
    );
  const trimmed = rows.map((row) => row.map(tidyCell));
  const filled = trimmed.filter(isFilled);
  const width = filled.reduce(
    (most, row) => Math.max(most, row.findLastIndex((cell) => shownIn(cell) !== "") + 1),
    0,
  );
  if (filled.length === 0)
    return refused("empty-sheet", "There are no cells in this. Choose another file, or paste the cells.");
  if (filled.length > mostRows + 1)
    return refused(
      "too-many-rows",
      `This has ${filled.length.toLocaleString("en-GB")} rows; ${mostRows.toLocaleString("en-GB")} at most go at once. Cut it into several sheets.`,
    );
  if (width > mostColumns)
    return refused(
      "too-many-columns",
      `This has ${width} columns; ${mostColumns} at most. Take out those you do not need.`,
    );
  const long = trimmed.findIndex((row) => row.some((cell) => shownIn(cell).length > mostCellLength));
  if (long >= 0)
    return refused(
      "long-cell",
      `A cell in row ${long + 1} is longer than ${mostCellLength.toLocaleString("en-GB")} characters. Shorten it, or add its text as an article.`,
    );
  const upToLast = trimmed.slice(0, trimmed.findLastIndex(isFilled) + 1);
  const kept = upToLast.length - filled.length > mostRows ? filled : upToLast;
  return ok(kept.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? "")));
}

function tidyCell(cell: Cell): Cell {
  return linkedCell(cleanText(shownIn(cell)).trim(), linkIn(cell) ?? undefined);
}

/** Whether tables are more than may be kept and looked at together; a file may say the same long words in every cell. */
export function isTooMuch(tables: readonly (readonly (readonly Cell[])[])[]): boolean {
  const sizeOf = (cell: Cell) => shownIn(cell).length + (linkIn(cell)?.length ?? 0);
  let size = 0;
  for (const table of tables)
    for (const row of table) size = row.reduce((sum, cell) => sum + sizeOf(cell), size + row.length);
  return size > mostInAll;
}

/** That these are more than may be kept together: the first sentence of a refusal. */
export const inAll = (what: string): string =>
  `${what} come to more than ${mostInAll.toLocaleString("en-GB")} characters together.`;

/** The cells of a text: CSV or tab-separated, or a table of the HTML that spreadsheets put on the clipboard. */
export function tableOfText(text: string): Result<LinkedTable> {
  if (/^\s*<[\s\S]*<table[\s>]/i.test(text)) return tidyTable(tableOfHtml(text));
  return tidyTable(Array.from(cutCells(text, findDelimiter(text)), (row) => row.map(formulaRead)));
}

/** A cell that holds a formula as a sheet would show it, if that is a link. */
function formulaRead(cell: string): Cell {
  const link = cell.startsWith("=") ? linkFormula(cell) : null;
  return link ? linkedCell(link.text, link.href) : cell;
}

/** The cells of a CSV or tab-separated file, in whatever encoding it is: byte order mark, UTF-8, UTF-16 or a one-byte guess. */
export function tableOfBytes(bytes: Uint8Array): Result<LinkedTable> {
  return tableOfText(decodeText(bytes, utf16Without(bytes), false).text);
}

/** The rows of a CSV or tab-separated file, each where it stands: empty lines are rows too. */
export function rowsInPlace(bytes: Uint8Array): Table {
  const { text } = decodeText(bytes, utf16Without(bytes), false);
  return [...cutCells(text, delimiterOfMost(text))];
}

/** What cuts most of the first rows into one number of cells: above a table there may be its title. */
function delimiterOfMost(text: string): Delimiter {
  const scored = delimiters.map((delimiter) => {
    const counts = new Map<number, number>();
    for (const { length } of firstRows(text, delimiter, 30))
      if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
    return { delimiter, score: Math.max(0, ...counts.values()) };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best), {
    delimiter: "," as Delimiter,
    score: 0,
  }).delimiter;
}

/** UTF-16 that lost its mark: every other byte of what is mostly ASCII is zero. */
function utf16Without(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 2_000);
  const zeros = (from: number) => head.filter((byte, index) => index % 2 === from && byte === 0).length;
  const half = head.length / 2;
  if (half < 2) return null;
  if (zeros(1) > half * 0.6) return "utf-16le";
  return zeros(0) > half * 0.6 ? "utf-16be" : null;
}

function refused(code: string, detail: string): Result<never> {
  return fail({
    kind: "invalid",
    code,
    detail,
    issues: [{ code, field: "file", message: detail }],
  });
}
