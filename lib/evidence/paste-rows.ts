/** One row of a paste from a spreadsheet: address, quoted words, note; cells between tabs, quoted when they hold line breaks. */
export type PastedRow = { line: number; url: string; quote: string; note: string; raw: string };

/** Reads rows as spreadsheets put them on the clipboard: tab-separated, `"` around cells with tabs, quotes or line breaks. */
export function parseRows(given: string): PastedRow[] {
  // Forms send each line break as two characters, also those within a cell.
  const pasted = given.replace(/\r\n?/g, "\n");
  const rows: PastedRow[] = [];
  let cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  let line = 1;
  let startsAt = 0;
  const endRow = (end: number) => {
    const [url = "", quote = "", ...rest] = [...cells, cell].map((value) => value.trim());
    if (url || quote)
      rows.push({ line, url, quote, note: rest.filter(Boolean).join(" "), raw: pasted.slice(startsAt, end) });
    cells = [];
    cell = "";
    line += 1;
    startsAt = end + 1;
  };
  for (let i = 0; i < pasted.length; i += 1) {
    const char = pasted[i]!;
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (pasted[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else isQuoted = false;
    } else if (char === '"' && cell === "" && closesLater(pasted, i)) isQuoted = true;
    else if (char === "\t") {
      cells.push(cell);
      cell = "";
    } else if (char === "\n") endRow(i);
    else cell += char;
  }
  endRow(pasted.length);
  return rows;
}

/** A quotation mark that begins a cell wraps it only when another one ends the cell; else it belongs to the words. */
function closesLater(text: string, from: number): boolean {
  return /^"(?:[^"]|"")*"[ ]*(?:\t|\n|$)/.test(text.slice(from));
}
