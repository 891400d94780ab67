import "server-only";
import type { Viewer } from "../../access/viewer";
import { newId } from "../../core/new-id.server";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { guessColumns, isHeader } from "../columns";
import { keptMs } from "../queries";
import { tableOfBytes, tableOfText, type Table } from "../read-cells";
import { readWorkbook } from "../read-workbook.server";
import type { BeginImportInput, MapColumnsInput } from "../schema";

/** Keeps a sheet for a day, with what its headers say about its columns. No claim is made yet. */
export async function beginImport(
  viewer: Viewer,
  input: BeginImportInput,
  now: Date,
): Promise<Result<{ id: string }>> {
  const table = await readTable(input);
  if (!table.ok) return table;
  const [header = []] = table.value;
  const hasHeader = isHeader(header);
  const name = (input.file?.name ?? "Pasted cells").replace(/\p{Cc}/gu, "").slice(0, 200);
  return runCommand(async (tx) => {
    await tx.importBatch.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - keptMs) } } });
    const id = newId();
    const mapping = hasHeader
      ? guessColumns(header)
      : header.map((_, index) => (index === 0 ? "text" : null));
    await tx.importBatch.create({
      data: { id, ownerId: viewer.id, name, cells: table.value, hasHeader, mapping, createdAt: now },
    });
    await recordEvent(tx, viewer, now, {
      event: "import.begun",
      subject: { kind: "import", id },
      body: { rows: table.value.length },
    });
    return { id };
  });
}

async function readTable({ file, pasted }: BeginImportInput): Promise<Result<Table>> {
  if (!file) return tableOfText(pasted ?? "");
  const isZip = file.bytes[0] === 0x50 && file.bytes[1] === 0x4b;
  const isOldExcel = file.bytes[0] === 0xd0 && file.bytes[1] === 0xcf;
  // An old Excel file is no text either; the reader of workbooks says what to do.
  return isZip || isOldExcel ? readWorkbook(file.bytes) : tableOfBytes(file.bytes);
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
    const twice = used.find((field, index) => used.indexOf(field) !== index);
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
