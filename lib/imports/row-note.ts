import type { PlannedRow, PlannedSource, SheetSaid } from "./plan-rows";
import type { OfferedSheet } from "./sheets";

/** A file of rows, and the sheets of its workbook when there are several; `id` is this sheet's. */
export type SheetName = { id: string; name: string; sheets: readonly OfferedSheet[] };

/** How a comment begins that repeats a sheet's own verdict. */
export const sheetSaidLabel = "What the sheet said (no review):";

/** What is kept of a comment's 5,000 characters; as much of it as this is the sheet's own verdict's, however long the rest is. */
const mostCharacters = 4_990;
const mostOfSaid = 1_500;

/**
 * What a row leaves on its claim in words: the file and row it is from, its source (when `isSaid`), and what the sheet said
 * of the claim, which comes last. Null when that is nothing.
 */
export function noteOfRow(
  sheet: SheetName,
  { line, source, sheetSaid }: Pick<PlannedRow, "line" | "source" | "sheetSaid">,
  isSaid: boolean,
): string | null {
  const words = isSaid ? sourceLines(source).join("\n") : "";
  const said = sheetSaid.length > 0 ? saidLine(sheetSaid) : "";
  if (words === "" && said === "") return null;
  const head = `From row ${line} of ${placeOf(sheet)}:`;
  const room = mostCharacters - head.length;
  const kept = cut(said, Math.max(mostOfSaid, room - words.length));
  return [head, cut(words, room - kept.length), kept].filter((part) => part !== "").join("\n");
}

/** Cut between two words, or, where one word is very long, between two characters; the mark says that there was more. */
function cut(text: string, most: number): string {
  const end = " […]";
  if (text.length <= most) return text;
  const kept = text.slice(0, most - end.length).replace(/[\ud800-\udbff]$/, "");
  return kept.replace(/\s\S{0,60}$/, "") + end;
}

function placeOf({ id, name, sheets }: SheetName): string {
  const own = sheets.find((sheet) => sheet.id === id)?.name;
  return own ? `“${own}” in “${name}”` : `“${name}”`;
}

function sourceLines({ quote, outlet, url, stance, note }: PlannedSource): string[] {
  return [
    quote && `Quote: “${quote}”`,
    outlet && `Source: ${outlet}`,
    url && `Address: ${url}`,
    stance && `Stance: ${stance}`,
    note && `Note: ${note}`,
  ].filter((line): line is string => Boolean(line));
}

const saidLine = (said: readonly SheetSaid[]): string => `${sheetSaidLabel} ${saidInWords(said)}`;

/** A comment's words apart from the sheet's own verdict that it ends with; `said` is empty where there is none. */
export function splitNote(comment: string): { words: string; said: string } {
  const at = comment.lastIndexOf(`\n${sheetSaidLabel}`);
  return at < 0 ? { words: comment, said: "" } : { words: comment.slice(0, at), said: comment.slice(at + 1) };
}

/** "Status: Confirmed · Checked by: A. Brook", on one line. */
export function saidInWords(said: readonly SheetSaid[]): string {
  return said
    .map(({ column, words }) => [column, words].filter(Boolean).join(": "))
    .join(" · ")
    .replace(/\s+/g, " ");
}
