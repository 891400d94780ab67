import "server-only";
import type { Viewer } from "../../access/viewer";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { carryColumns, type MappedColumns, type Mapping } from "../columns";
import { keptMs } from "../queries";
import { filledRows, type LinkedTable } from "../read-cells";
import type { OfferedSheet } from "../sheets";
import type { ChooseSheetInput } from "../schema";

/**
 * Turns to another sheet of one's own workbook. What was said about the columns of the first holds for those that are
 * called the same, unless rows of the other went through already.
 */
export async function chooseSheet(
  viewer: Viewer,
  { id, sheetId }: ChooseSheetInput,
  now: Date,
): Promise<Result<{ id: string }>> {
  return runCommand(async (tx) => {
    const since = new Date(now.getTime() - keptMs);
    const mine = { ownerId: viewer.id, createdAt: { gte: since } };
    const select = { cells: true, hasHeader: true, mapping: true, sheets: true } as const;
    const from = await tx.importBatch.findFirst({ where: { ...mine, id }, select });
    const to = await tx.importBatch.findFirst({ where: { ...mine, id: sheetId }, select });
    const offered = (from?.sheets as OfferedSheet[] | null) ?? [];
    if (!from || !to || !offered.some((sheet) => sheet.id === sheetId)) return refuse(notFound("sheet"));
    if (id === sheetId || (await tx.importRow.count({ where: { batchId: sheetId } })) > 0)
      return { id: sheetId };
    const { hasHeader, mapping } = carryColumns(columnsOf(from), columnsOf(to));
    await tx.importBatch.updateMany({
      where: { ...mine, id: sheetId },
      data: { hasHeader, mapping: [...mapping] },
    });
    await recordEvent(tx, viewer, now, {
      event: "import.mapped",
      subject: { kind: "import", id: sheetId },
      body: { mapping: [...mapping] },
    });
    return { id: sheetId };
  });
}

function columnsOf({
  cells,
  hasHeader,
  mapping,
}: {
  cells: unknown;
  hasHeader: boolean;
  mapping: unknown;
}): MappedColumns {
  return { header: filledRows(cells as LinkedTable)[0]?.row ?? [], hasHeader, mapping: mapping as Mapping };
}
