import { parse } from "csv-parse/sync";
import { decodeText } from "../articles/sniff";
import { cleanText } from "../core/text-input";
import { fail, ok, type Result } from "../core/result";
import { tableOfHtml } from "../paste/table-of-html";

/** Rows of cells as text, each where it stands; all rows have as many cells as the longest. */
export type Table = string[][];

export const mostRows = 2_000;
export const mostColumns = 100;
const mostCellLength = 20_000;

const delimiters = ["\t", ",", ";", "|"] as const;
type Delimiter = (typeof delimiters)[number];

const cellsOf = (text: string, delimiter: Delimiter, to?: number, keepsEmpty = false): string[][] =>
  parse(text, {
    delimiter,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: !keepsEmpty,
    // Slow to read, and no row is that long; of the first ones a little is enough to see what cuts them.
    max_record_size: to ? 100_000 : 1_000_000,
    ...(to ? { to } : {}),
  });

/** The first rows that hold something. A quotation mark that opens no cell, or never closes, belongs to the words. */
function readLoosely(text: string, delimiter: Delimiter, to: number): string[][] {
  try {
    return cellsOf(text, delimiter, to);
  } catch {
    const lines = linesOf(text).filter((line) => line.trim() !== "");
    return lines.slice(0, to).map((line) => line.split(delimiter));
  }
}

/** All rows, empty ones too. */
function readWhole(text: string, delimiter: Delimiter): string[][] {
  try {
    return cellsOf(text, delimiter, undefined, true);
  } catch {
    return linesOf(text).map((line) => line.split(delimiter));
  }
}

const linesOf = (text: string) => text.split(/\r\n|\n|\r/);

/**
 * What stands between the cells: of tab, comma, semicolon and bar the one that cuts the first rows into the most equal
 * number of cells, more than one; a comma when none does.
 */
export function findDelimiter(text: string): Delimiter {
  const scored = delimiters.map((delimiter) => {
    const rows = readLoosely(text, delimiter, 30);
    const width = rows[0]?.length ?? 0;
    const alike = rows.filter((row) => row.length === width).length / Math.max(1, rows.length);
    return { delimiter, score: width > 1 ? alike * 10 + Math.min(width, 9) / 10 : 0 };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best), {
    delimiter: "," as Delimiter,
    score: 0,
  }).delimiter;
}

const isFilled = (row: readonly string[]) => row.some((cell) => cell !== "");

/** Rows that hold words, each with its number in the sheet, from 1: what people call it when they look there. */
export function filledRows(table: Table): { line: number; row: string[] }[] {
  return table.flatMap((row, index) => (isFilled(row) ? [{ line: index + 1, row }] : []));
}

/**
 * Cells as they may be kept: trimmed, each row as long as the longest. Rows without words stay between others, so that each
 * keeps its number, unless there are more of them than rows may be.
 */
export function tidyTable(rows: readonly (readonly string[])[]): Result<Table> {
  const trimmed = rows.map((row) => row.map((cell) => cleanText(cell).trim()));
  const filled = trimmed.filter(isFilled);
  const width = filled.reduce((most, row) => Math.max(most, row.findLastIndex((cell) => cell !== "") + 1), 0);
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
  const long = trimmed.findIndex((row) => row.some((cell) => cell.length > mostCellLength));
  if (long >= 0)
    return refused(
      "long-cell",
      `A cell in row ${long + 1} is longer than ${mostCellLength.toLocaleString("en-GB")} characters. Shorten it, or add its text as an article.`,
    );
  const upToLast = trimmed.slice(0, trimmed.findLastIndex(isFilled) + 1);
  const kept = upToLast.length - filled.length > mostRows ? filled : upToLast;
  return ok(kept.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? "")));
}

/** The cells of a text: CSV or tab-separated, or a table of the HTML that spreadsheets put on the clipboard. */
export function tableOfText(text: string): Result<Table> {
  if (/^\s*<[\s\S]*<table[\s>]/i.test(text)) return tidyTable(tableOfHtml(text));
  return tidyTable(readWhole(text, findDelimiter(text)));
}

/** The cells of a CSV or tab-separated file, in whatever encoding it is: byte order mark, UTF-8, UTF-16 or a one-byte guess. */
export function tableOfBytes(bytes: Uint8Array): Result<Table> {
  return tableOfText(decodeText(bytes, utf16Without(bytes), false).text);
}

/** The rows of a CSV or tab-separated file, each where it stands: empty lines are rows too. */
export function rowsInPlace(bytes: Uint8Array): Table {
  const { text } = decodeText(bytes, utf16Without(bytes), false);
  return readWhole(text, delimiterOfMost(text));
}

/** What cuts most of the first rows into one number of cells: above a table there may be its title. */
function delimiterOfMost(text: string): Delimiter {
  const scored = delimiters.map((delimiter) => {
    const counts = new Map<number, number>();
    for (const { length } of readLoosely(text, delimiter, 30))
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
