import "server-only";
import { rowsInPlace, type Table } from "../imports/read-cells";
import { readWorkbookRows } from "../imports/read-workbook.server";

/** The rows of a captured sheet, each where it stands; `null` when the capture is no sheet or was taken out. */
export async function captureRows(capture: {
  contentType: string | null;
  bytes: Uint8Array | null;
}): Promise<Table | null> {
  const { contentType, bytes } = capture;
  if (!bytes) return null;
  if (contentType === "text/csv") return rowsInPlace(bytes);
  if (!contentType?.endsWith("spreadsheetml.sheet")) return null;
  const rows = await readWorkbookRows(bytes);
  return rows.ok ? rows.value : null;
}
