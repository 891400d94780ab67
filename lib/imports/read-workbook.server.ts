import "server-only";
import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from "fflate";
import readSheets from "read-excel-file/universal";
import { linkedCell } from "../paste/linked-cell";
import { fail, ok, type Failure, type Result } from "../core/result";
import { cellLinks, columnNumber, placeOf, type Links } from "./cell-links";
import {
  inAll,
  isTooMuch,
  mostColumns,
  mostRows,
  tidyTable,
  type LinkedTable,
  type Table,
} from "./read-cells";
import type { ReadSheet } from "./sheets";
import { shownPercents } from "./shown-percents";

/** Unpacked, 2,000 rows of long cells are a tenth of this. */
const mostUnpackedBytes = 30 * 1024 * 1024;
const mostParts = 500;

/**
 * How numbers are read: `shown`, as people see them in the sheet (34% where the file has 0.34, and 15 digits), or `kept`, as
 * the file has them. The words of sources are compared with copies that were read long ago: `kept` never becomes another.
 */
export type WorkbookReading = "shown" | "kept";

/**
 * The sheets of an XLSX file that have cells, in their order, tidied for an import; one that cannot be imported says why.
 * Refused as a whole when none can. Cells that are links say where they lead. See `readWorkbookSheets`.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<ReadSheet[]>> {
  const opened = await openSheets(bytes, "shown");
  if (!opened.ok) return opened;
  const links = cellLinks(opened.value.xml);
  const read = opened.value.sheets.map(({ name, rows }) => ({
    name,
    tidied: tidyTable(withLinks(rows, links.get(name))),
  }));
  const refusals = read.flatMap(({ tidied }) => (tidied.ok ? [] : [tidied.error]));
  if (refusals.length === read.length)
    return fail(refusals.find(({ code }) => code !== "empty-sheet") ?? refusals[0] ?? noSheet);
  if (isTooMuch(read.flatMap(({ tidied }) => (tidied.ok ? [tidied.value] : []))))
    return refused("too-large", `${inAll("The sheets of this file")} Save the one you need as a file.`);
  return ok(
    read.flatMap(({ name, tidied }): ReadSheet[] => {
      if (tidied.ok) return [{ name, table: tidied.value, problem: null }];
      return tidied.error.code === "empty-sheet" ? [] : [{ name, table: null, problem: tidied.error.detail }];
    }),
  );
}

/**
 * The sheets of an XLSX file in its order, each row where it stands; one that is a chart is left out. Nothing in it is
 * computed: of a formula the value counts that was saved with it. A file that unpacks to more than 30 MB, or one sheet of
 * which reaches further than may be imported, is not read.
 */
export async function readWorkbookSheets(
  bytes: Uint8Array,
  reading: WorkbookReading,
): Promise<Result<Sheets>> {
  const opened = await openSheets(bytes, reading);
  return opened.ok ? ok(opened.value.sheets) : opened;
}

type Sheets = { name: string; rows: Table }[];

/** The sheets, and the XML that they were read from by the names of its parts; none where numbers are read as kept. */
async function openSheets(
  bytes: Uint8Array,
  reading: WorkbookReading,
): Promise<Result<{ sheets: Sheets; xml: Record<string, string> }>> {
  try {
    const parts = unpack(bytes);
    if (!parts)
      return refused("too-large", "This file unpacks to more than 30 MB. Save only the sheet you need.");
    if (reachesTooFar(parts))
      return refused(
        "too-many-rows",
        `A sheet in this file reaches further than ${mostRows.toLocaleString("en-GB")} rows and ${mostColumns} columns. Copy the rows you need into a new sheet.`,
      );
    if (hasChartsAlone(parts)) return ok({ sheets: [], xml: {} });
    const xml = reading === "shown" ? xmlOf(parts) : {};
    const adapted = { ...countedFrom1904(parts), ...asShown(xml) };
    // Packed again without compression, so that the reader opens nothing that was not measured here.
    const measured = zipSync({ ...parts, ...adapted }, { level: 0 });
    // Of a sheet without a grid the reader gives the name alone.
    const sheets: { sheet: string; data?: readonly (readonly unknown[])[] }[] = await readSheets(
      measured.buffer as ArrayBuffer,
      { trim: false },
    );
    return ok({
      sheets: sheets.flatMap(({ sheet, data }) =>
        data ? [{ name: sheet, rows: asTable(data, reading) }] : [],
      ),
      xml,
    });
  } catch {
    return refused(
      "not-a-sheet",
      "This file cannot be read as a sheet. Save it as XLSX or CSV again, or paste its cells.",
    );
  }
}

const noSheet: Failure = {
  kind: "invalid",
  code: "empty-sheet",
  detail: "There is no sheet with cells in this file. Choose another file, or paste the cells.",
};

/** Whether none of its sheets has a grid, which the reader cannot do without. */
function hasChartsAlone(parts: Unzipped): boolean {
  const relations = strFromU8(parts["xl/_rels/workbook.xml.rels"] ?? new Uint8Array());
  return relations.includes("/chartsheet") && !relations.includes("/worksheet");
}

/**
 * The part that says from which year days are counted, in the one way that the reader knows: `true` is 1 as well (XML
 * Schema, boolean), and LibreOffice writes it.
 */
function countedFrom1904(parts: Unzipped): Unzipped {
  const name = "xl/workbook.xml";
  const xml = strFromU8(parts[name] ?? new Uint8Array());
  const known = xml.replace(/(\sdate1904\s*=\s*["'])\s*true\s*(?=["'])/g, (_, start: string) => `${start}1`);
  return known === xml ? {} : { [name]: strToU8(known) };
}

function xmlOf(parts: Unzipped): Record<string, string> {
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** The sheets in which shares stand as people read them. */
function asShown(xml: Record<string, string>): Unzipped {
  const shown = Object.entries(shownPercents(xml));
  return Object.fromEntries(shown.map(([name, xml]) => [name, strToU8(xml)]));
}

/** The XML parts, or null when they are too many or too large; fflate unpacks no more than the size a part declares. */
function unpack(bytes: Uint8Array): Unzipped | null {
  let [unpacked, count] = [0, 0];
  const isTooMuch = () => unpacked > mostUnpackedBytes || count > mostParts;
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.(?:xml|rels)$/i.test(name)) return false;
      unpacked += originalSize;
      count += 1;
      return !isTooMuch();
    },
  });
  return isTooMuch() ? null : parts;
}

/**
 * Whether a cell stands so far out that the rows up to it would fill the memory. Looked for wherever a grid stands: the
 * reader takes a sheet from any part that the relations name, and an attribute under any prefix (`x:r`; `xmlns:r` alone is
 * none). An address in references is none that Excel writes.
 */
function reachesTooFar(parts: Unzipped): boolean {
  return Object.values(parts).some((bytes) => {
    const xml = strFromU8(bytes);
    if (!xml.includes("sheetData")) return false;
    const places = xml.matchAll(/(?:\s|(?<!\sxmlns):)r\s*=\s*(["'])([A-Za-z]{0,9})(\d{0,9})(\1?)/g);
    for (const [, , column = "", row = "", end] of places)
      if (!end || Number(row) > mostRows * 2 || columnNumber(column) > mostColumns * 3) return true;
    return false;
  });
}

function withLinks(rows: Table, links: Links | undefined): LinkedTable {
  if (!links || links.size === 0) return rows;
  return rows.map((row, at) =>
    row.map((text, column) => linkedCell(text.trim(), links.get(placeOf(at + 1, column + 1)))),
  );
}

function asTable(rows: readonly (readonly unknown[])[], reading: WorkbookReading): Table {
  return rows.map((row) => row.map((cell) => asText(cell, reading)));
}

/** A cell as people read it: a day without its midnight, a number as shown in the 15 digits that a sheet counts in. A sheet's times have no zone, and none is put to them. */
function asText(cell: unknown, reading: WorkbookReading): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date)
    // A day is a fraction in a sheet: what falls short of a second by rounding is that second.
    return Number.isNaN(cell.getTime())
      ? ""
      : new Date(Math.round(cell.getTime() / 1_000) * 1_000)
          .toISOString()
          .replace(/\.000Z$/, "")
          .replace(/T00:00:00$/, "")
          .replace(/(T\d{2}:\d{2}):00$/, "$1");
  return String(typeof cell === "number" && reading === "shown" ? Number(cell.toPrecision(15)) : cell);
}

function refused(code: string, detail: string): Result<never> {
  return fail({ kind: "invalid", code, detail, issues: [{ code, field: "file", message: detail }] });
}
