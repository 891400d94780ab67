import { readHtml } from "./read-html";

/** The cells of the first table of a spreadsheet's clipboard HTML, as text; a cell over several columns is followed by empty ones. */
export function tableOfHtml(html: string): string[][] {
  const rows: string[][] = [];
  let cell: { text: string; span: number } | null = null;
  const endCell = () => {
    if (!cell) return;
    const text = cell.text
      .replace(/[^\S\n]+/g, " ")
      .replace(/ ?\n ?/g, "\n")
      .trim();
    rows.at(-1)?.push(text, ...Array.from({ length: cell.span - 1 }, () => ""));
    cell = null;
  };
  for (const piece of readHtml(html)) {
    if (piece.kind === "text") {
      // A line break in the source is a space; only <br> breaks a line.
      if (cell) cell.text += piece.text.replace(/\s+/g, " ");
    } else if (piece.name === "tr" || piece.name === "table") {
      endCell();
      if (piece.kind === "close" && piece.name === "table") break;
      if (piece.kind === "open" && piece.name === "tr") rows.push([]);
    } else if (piece.name === "td" || piece.name === "th") {
      endCell();
      if (piece.kind === "open") {
        if (rows.length === 0) rows.push([]);
        cell = { text: "", span: Math.min(100, Math.max(1, Number(piece.attributes.colspan) || 1)) };
      }
    } else if (cell && piece.kind === "open" && piece.name === "br") cell.text += "\n";
  }
  endCell();
  return rows;
}
