/** What stands between the cells of a row. */
export type Delimiter = "\t" | "," | ";" | "|";

/**
 * The rows of CSV or tab-separated text one after the other, empty lines too (RFC 4180): a cell in quotation marks may hold
 * delimiters, line breaks and doubled marks. A mark that no other closes right before the end of its cell belongs to the
 * words, and then its cell ends at its line's end at the latest: it takes no other row with it. Never throws.
 */
export function* cutCells(text: string, delimiter: Delimiter): Generator<string[]> {
  const cellEnd = new RegExp(`[${delimiter}]|${isOfOldMac(text) ? "\\r" : "\\r?\\n"}`, "g");
  const endFrom = (from: number) => {
    cellEnd.lastIndex = from;
    return cellEnd.exec(text);
  };
  const isEnd = (at: number) => at === text.length || endFrom(at)?.index === at;
  let row: string[] = [];
  let at = text.startsWith("\ufeff") ? 1 : 0;
  while (at < text.length || row.length > 0) {
    const close = text[at] === '"' ? closingMark(text, at) : -1;
    const isQuoted = close > 0 && isEnd(close + 1);
    // What is in marks on one line stays together, whatever words follow it.
    const from = close > 0 && (isQuoted || !/[\r\n]/.test(text.slice(at, close))) ? close + 1 : at;
    const end = endFrom(from);
    const to = end?.index ?? text.length;
    row.push(isQuoted ? text.slice(at + 1, close).replaceAll('""', '"') : text.slice(at, to));
    at = to + (end?.[0].length ?? 0);
    if (end?.[0] === delimiter) continue;
    yield row;
    row = [];
  }
}

/** Whether rows end as on old Macs, with CR alone; what stands in quotation marks may hold line breaks of any kind. */
function isOfOldMac(text: string): boolean {
  const outside = text.replace(/"[^"]*"/g, "");
  return /\r(?!\n)/.test(outside) && !outside.includes("\n");
}

/** The first mark after the opening one that is not doubled; -1 when there is none. */
function closingMark(text: string, opening: number): number {
  let mark = text.indexOf('"', opening + 1);
  while (mark >= 0 && text[mark + 1] === '"') mark = text.indexOf('"', mark + 2);
  return mark;
}
