export type CsvCell = string | number | boolean | null;

/** Begins a formula in some spreadsheet, as such or after import (OWASP "CSV injection", full-width forms included). */
const formula = /^[=+\-@\t\r\n＝＋－＠]/u;

function csvCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Rows as CSV (RFC 4180): CRLF, quotes where they are needed. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it, which such programs take off again.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}
