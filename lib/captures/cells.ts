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

/** One sheet of a file, each row where it stands; a CSV file is a sheet without a name. */
export type NamedSheet = { name: string; rows: string[][] };

/** A cell's name in its parts: `B7`, `Data!B7`, `'It''s 2023'!B7`; without a sheet the first is meant. */
export function readCellName(name: string): { sheet: string | null; ref: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!([^!]*)$/.exec(name.trim());
  if (!match) return { sheet: null, ref: name.trim() };
  return { sheet: match[1]?.replaceAll("''", "'") ?? match[2]!, ref: match[3]! };
}

/** The name of a cell as spreadsheets write it, with its letters in capitals; read by `readCellName`. */
export function cellName({ sheet, ref }: { sheet: string | null; ref: string }): string {
  if (!sheet) return ref.toUpperCase();
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet);
  return `${isPlain ? sheet : `'${sheet.replaceAll("'", "''")}'`}!${ref.toUpperCase()}`;
}

/** The sheet of that name, in capitals or not as spreadsheets take it; the first when none is named; else `null`. */
export function sheetNamed(sheets: readonly NamedSheet[], name: string | null): NamedSheet | null {
  if (name === null) return sheets[0] ?? null;
  const wanted = name.toLowerCase();
  return (
    sheets.find((sheet) => sheet.name === name) ??
    sheets.find((sheet) => sheet.name.toLowerCase() === wanted) ??
    null
  );
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
