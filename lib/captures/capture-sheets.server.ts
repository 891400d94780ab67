import "server-only";
import { rowsInPlace } from "../imports/read-cells";
import { readWorkbookSheets, type WorkbookReading } from "../imports/read-workbook.server";
import type { NamedSheet } from "./cells";

/**
 * The sheets of a captured file, in its order, the numbers of a workbook as people see them unless `reading` says otherwise;
 * `null` when the capture is none or was taken out.
 */
export async function captureSheets(
  capture: { contentType: string | null; bytes: Uint8Array | null },
  reading: WorkbookReading = "shown",
): Promise<NamedSheet[] | null> {
  const { contentType, bytes } = capture;
  if (!bytes) return null;
  if (contentType === "text/csv") return [{ name: "", rows: rowsInPlace(bytes) }];
  if (!contentType?.endsWith("spreadsheetml.sheet")) return null;
  const sheets = await readWorkbookSheets(bytes, reading);
  return sheets.ok ? sheets.value : null;
}
