"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { places } from "@/components/layout/places";
import { formAction } from "@/lib/core/form-action.server";
import { filled, present, wholeNumber } from "@/lib/core/form-fields";
import {
  beginImport as runBeginImport,
  mapColumns as runMapColumns,
} from "@/lib/imports/commands/begin-import";
import { chooseSheet as runChooseSheet } from "@/lib/imports/commands/choose-sheet";
import { importRows as runImportRows } from "@/lib/imports/commands/import-rows";
import {
  beginImportSchema,
  chooseSheetSchema,
  importRowsSchema,
  mapColumnsSchema,
} from "@/lib/imports/schema";
import { readColumns, readSheetFile } from "./read-import";

export const beginImport = formAction({
  action: "claim.write",
  schema: beginImportSchema,
  read: async (form) => present({ pasted: filled(form, "pasted"), file: await readSheetFile(form) }),
  command: runBeginImport,
  after: ({ id }) => redirect(places.importOf(id)),
});

export const mapColumns = formAction({
  action: "claim.write",
  schema: mapColumnsSchema,
  read: (form) => ({
    id: filled(form, "importId"),
    hasHeader: form.has("hasHeader"),
    mapping: readColumns(form),
  }),
  command: runMapColumns,
  after: ({ id }) => {
    revalidatePath(places.importOf(id));
    return "The columns are read anew. Below is what the rows will become.";
  },
});

export const chooseSheet = formAction({
  action: "claim.write",
  schema: chooseSheetSchema,
  read: (form) => ({ id: filled(form, "importId"), sheetId: filled(form, "sheetId") }),
  command: runChooseSheet,
  after: ({ id }) => redirect(places.importOf(id)),
});

export const importRows = formAction({
  action: "claim.write",
  schema: importRowsSchema,
  read: (form) =>
    present({
      id: filled(form, "importId"),
      most: wholeNumber(form, "most"),
      again: filled(form, "again") === "yes",
    }),
  command: runImportRows,
  values: ({ left }) => ({ left: String(left) }),
  after: ({ done, left, failed }) => {
    revalidatePath("/desk", "layout");
    if (left > 0) return left === 1 ? "1 row is left." : `${left} rows are left.`;
    if (done === 0) return "No rows were left to go through.";
    return failed > 0
      ? "The sheet is through, but not every row went. Below is what became of each."
      : "The sheet is through. Below is what became of each row.";
  },
});
