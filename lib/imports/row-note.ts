import type { PlannedRow, PlannedSource, SheetSaid } from "./plan-rows";
import type { OfferedSheet } from "./sheets";

/** A file of rows, and the sheets of its workbook when there are several; `id` is this sheet's. */
export type SheetName = { id: string; name: string; sheets: readonly OfferedSheet[] };

/** How a comment begins that repeats a sheet's own verdict. */
export const sheetSaidLabel = "What the sheet said (no review):";

/** What is kept of a comment's 5,000 characters. */
const mostCharacters = 4_990;

/**
 * What a row leaves on its claim in words: the file and row it is from, its source (when `isSaid`), and what the sheet said
 * of the claim, which comes last. Null when that is nothing.
 */
export function noteOfRow(
  sheet: SheetName,
  { line, source, sheetSaid }: Pick<PlannedRow, "line" | "source" | "sheetSaid">,
  isSaid: boolean,
): string | null {
  const lines = [
    ...(isSaid ? sourceLines(source) : []),
    ...(sheetSaid.length > 0 ? [saidLine(sheetSaid)] : []),
  ];
  if (lines.length === 0) return null;
  const text = [`From row ${line} of ${placeOf(sheet)}:`, ...lines].join("\n");
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters)} […]` : text;
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

/** "Status: Confirmed · Checked by: A. Brook", on one line. */
export function saidInWords(said: readonly SheetSaid[]): string {
  return said
    .map(({ column, words }) => [column, words].filter(Boolean).join(": "))
    .join(" · ")
    .replace(/\s+/g, " ");
}
