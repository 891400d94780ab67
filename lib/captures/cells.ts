/** A cell of a sheet with the words that stand before its row and above its column. Rows and columns are 1-based. */
export type SheetCell = {
  ref: string;
  rowNumber: number;
  columnNumber: number;
  row: string;
  column: string;
  value: string;
};

/** The letters of a column, as spreadsheets name it: 1 is A, 27 is AA. */
export function columnName(number: number): string {
  const [rest, letter] = [Math.floor((number - 1) / 26), (number - 1) % 26];
  return (rest > 0 ? columnName(rest) : "") + String.fromCharCode(65 + letter);
}

/** Row and column (1-based) of a cell as spreadsheets name it (B7, $B$7); `null` for anything else. */
export function readCellRef(ref: string): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(ref.trim().toUpperCase());
  if (!match) return null;
  const column = [...match[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(match[2]), column };
}

/** The cell of that name; its headers are the first words to its left and the first above it. `null` when it lies outside. */
export function cellAt(rows: readonly (readonly string[])[], ref: string): SheetCell | null {
  const place = readCellRef(ref);
  const value = place ? rows[place.row - 1]?.[place.column - 1] : undefined;
  if (!place || value === undefined) return null;
  const own = rows[place.row - 1]!;
  const left = own.slice(0, place.column - 1).find((cell) => cell.trim() !== "");
  const above = rows
    .slice(0, place.row - 1)
    .map((row) => row[place.column - 1] ?? "")
    .find((cell) => cell.trim() !== "");
  return {
    ref: `${columnName(place.column)}${place.row}`,
    rowNumber: place.row,
    columnNumber: place.column,
    row: (left ?? "").trim(),
    column: (above ?? "").trim(),
    value: value.trim(),
  };
}
