import { filled, present, wholeNumber } from "@/lib/core/form-fields";
import { mostBytes } from "@/lib/imports/schema";

/** The uploaded sheet; one that is too large has no bytes, so that the schema refuses it. */
export async function readSheetFile(form: FormData) {
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return undefined;
  const bytes = file.size > mostBytes ? null : new Uint8Array(await file.arrayBuffer());
  return { name: file.name, bytes };
}

/** What each column holds, from the fields column.0, column.1 and so on. */
export function readColumns(form: FormData): (string | null)[] {
  const columns: (string | null)[] = [];
  for (
    let value = form.get("column.0");
    typeof value === "string";
    value = form.get(`column.${columns.length}`)
  )
    columns.push(value === "" ? null : value);
  return columns;
}

/** The rows whose sources something is done with: fields importId, most, after. */
export function readSources(form: FormData) {
  return present({
    id: filled(form, "importId"),
    most: wholeNumber(form, "most"),
    after: wholeNumber(form, "after") ?? 0,
  });
}

/** The words of a field, with spaces between. */
export function readWords(form: FormData, name: string): string[] {
  return (filled(form, name) ?? "").split(" ").filter(Boolean);
}

/** The rows that earlier requests of the same run refused; what nobody could read is left to the schema. */
export function readRefused(form: FormData): unknown {
  const written = filled(form, "refused");
  if (written === undefined) return [];
  try {
    return JSON.parse(written);
  } catch {
    return written;
  }
}
