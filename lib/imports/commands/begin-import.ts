import "server-only";
import type { Viewer } from "../../access/viewer";
import { newId } from "../../core/new-id.server";
import { notFound, ok, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { guessColumns, inSeveral, type ColumnField } from "../columns";
import { isHeader } from "../header-words";
import { keptMs } from "../queries";
import { filledRows, tableOfBytes, tableOfText, type LinkedTable } from "../read-cells";
import type { OfferedSheet, ReadSheet } from "../sheets";
import { readWorkbookApart } from "../read-workbook-apart.server";
import type { BeginImportInput, MapColumnsInput } from "../schema";

/**
 * Keeps a sheet for a day, with what its headers say about its columns; of a workbook each sheet that has rows, by itself.
 * The answer is the first. No claim is made yet.
 */
export async function beginImport(
  viewer: Viewer,
  input: BeginImportInput,
  now: Date,
): Promise<Result<{ id: string }>> {
  const read = await readSheets(input);
  if (!read.ok) return read;
  const name = (input.file?.name ?? "Pasted cells").replace(/\p{Cc}/gu, "").slice(0, 200);
  return runCommand(async (tx) => {
    await tx.importBatch.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - keptMs) } } });
    const kept = read.value.map((sheet) => ({ ...sheet, id: sheet.table ? newId() : null }));
    const sheets = kept.map(({ id, name, problem }): OfferedSheet => ({ id, name, problem }));
    const tables = kept.flatMap(({ id, table }) => (id && table ? [{ id, table }] : []));
    await tx.importBatch.createMany({
      data: tables.map(({ id, table }) => ({
        ...{ id, ownerId: viewer.id, name, cells: table, createdAt: now },
        ...firstReading(table),
        ...(sheets.length > 1 ? { sheets } : {}),
      })),
    });
    const first = tables[0]!;
    await recordEvent(tx, viewer, now, {
      event: "import.begun",
      subject: { kind: "import", id: first.id },
      body: { rows: filledRows(first.table).length, ...(sheets.length > 1 ? { sheets: sheets.length } : {}) },
    });
    return { id: first.id };
  });
}

/** What the first row says about the columns; without names the first column is the claim. */
function firstReading(table: LinkedTable): { hasHeader: boolean; mapping: (ColumnField | null)[] } {
  const header = filledRows(table)[0]?.row ?? [];
  const hasHeader = isHeader(header);
  const mapping = hasHeader
    ? guessColumns(header)
    : header.map((_, index) => (index === 0 ? ("text" as const) : null));
  return { hasHeader, mapping };
}

/** The sheets that have rows, one at least with its table. */
async function readSheets({ file, pasted }: BeginImportInput): Promise<Result<ReadSheet[]>> {
  const alone = (table: Result<LinkedTable>): Result<ReadSheet[]> =>
    table.ok ? ok([{ name: "", table: table.value, problem: null }]) : table;
  if (!file) return alone(tableOfText(pasted ?? ""));
  return isContainer(file.bytes) ? readWorkbookApart(file.bytes) : alone(tableOfBytes(file.bytes));
}

/**
 * Whether it begins as a ZIP does, with a part or with none, or as an old Excel file, which is no text either: the reader of
 * workbooks says what to do with it. Fewer letters may begin a header: "PK", or "РП" in Windows-1251.
 */
function isContainer(bytes: Uint8Array): boolean {
  const begins = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);
  return begins(0x50, 0x4b, 3, 4) || begins(0x50, 0x4b, 5, 6) || begins(0xd0, 0xcf, 0x11, 0xe0);
}

/** Says what the columns of one's own sheet hold. Rows that failed may be tried again with it; what was made stays. */
export async function mapColumns(
  viewer: Viewer,
  { id, hasHeader, mapping }: MapColumnsInput,
  now: Date,
): Promise<Result<{ id: string }>> {
  return runCommand(async (tx) => {
    const since = new Date(now.getTime() - keptMs);
    const mine = { id, ownerId: viewer.id, createdAt: { gte: since } };
    if ((await tx.importBatch.count({ where: mine })) === 0) refuse(notFound("sheet"));
    const used = mapping.filter((field) => field !== null);
    const twice = used.find((field, index) => !inSeveral.has(field) && used.indexOf(field) !== index);
    if (twice)
      refuseColumn(mapping.lastIndexOf(twice), "Another column holds this already. Choose each once.");
    if (!used.includes("text") && !used.includes("verbatim"))
      refuseColumn(0, "Say which column holds the claim, or what was said.");
    await tx.importBatch.updateMany({ where: mine, data: { mapping: [...mapping], hasHeader } });
    await tx.importRow.deleteMany({ where: { batchId: id, outcome: "failed" } });
    await recordEvent(tx, viewer, now, {
      event: "import.mapped",
      subject: { kind: "import", id },
      body: { mapping },
    });
    return { id };
  });
}

function refuseColumn(index: number, message: string): never {
  refuse({
    kind: "invalid",
    code: "columns",
    detail: message,
    issues: [{ code: "columns", field: `column.${index}`, message }],
  });
}
