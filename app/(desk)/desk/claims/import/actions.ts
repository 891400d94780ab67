"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { places } from "@/components/layout/places";
import { formAction } from "@/lib/core/form-action.server";
import { filled, present, wholeNumber } from "@/lib/core/form-fields";
import { ok } from "@/lib/core/result";
import {
  beginImport as runBeginImport,
  mapColumns as runMapColumns,
} from "@/lib/imports/commands/begin-import";
import { capturePages as runCapturePages } from "@/lib/imports/commands/capture-pages";
import { chooseSheet as runChooseSheet } from "@/lib/imports/commands/choose-sheet";
import { logFoundQuotes as runLogFoundQuotes } from "@/lib/imports/commands/log-found-quotes";
import { importRows as runImportRows } from "@/lib/imports/commands/import-rows";
import {
  beginImportSchema,
  chooseSheetSchema,
  importRowsSchema,
  logFoundQuotesSchema,
  mapColumnsSchema,
  sourcesSchema,
} from "@/lib/imports/schema";
import { undoEntries } from "../../offer-undo";
import { readColumns, readSheetFile, readSources, readWords } from "./read-import";

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

/** Why some rows were refused, after what was done. */
const withRefused = (words: string, refused: { line: number; detail: string }[]) =>
  [words, ...refused.slice(0, 5).map(({ line, detail }) => `Row ${line}: ${detail}`)].join(" ");

export const capturePages = formAction({
  action: "article.write",
  schema: sourcesSchema,
  read: readSources,
  command: runCapturePages,
  values: ({ left, after }) => ({ left: String(left), after: String(after) }),
  after: ({ left, asked, refused, stopped }) => {
    revalidatePath("/desk", "layout");
    if (stopped) return stopped;
    if (left > 0) return left === 1 ? "1 page is left to ask for." : `${left} pages are left to ask for.`;
    return withRefused(
      asked + refused.length === 0
        ? "There is no page left to ask for."
        : "The pages are asked for. They come one by one, each site in its own time.",
      refused,
    );
  },
});

/** Fields: importId, most, after, entryIds (of what the requests before it logged). */
export const logFoundQuotes = formAction({
  action: "evidence.write",
  schema: logFoundQuotesSchema,
  read: (form) => ({ input: readSources(form), before: readWords(form, "entryIds") }),
  command: async (viewer, { input, before }, now) => {
    const done = await runLogFoundQuotes(viewer, input, now);
    return done.ok ? ok({ ...done.value, entryIds: [...before, ...done.value.entryIds] }) : done;
  },
  values: ({ left, after, entryIds }) => ({
    left: String(left),
    after: String(after),
    entryIds: entryIds.join(" "),
  }),
  after: ({ left, entryIds, refused }) => {
    revalidatePath("/desk", "layout");
    if (left > 0) return left === 1 ? "1 quote is left." : `${left} quotes are left.`;
    return withRefused(loggedWords(entryIds.length), refused);
  },
  undo: ({ entryIds }) => undoEntries(loggedWords(entryIds.length), entryIds),
});

const loggedWords = (count: number) =>
  count === 0
    ? "No quote was logged."
    : count === 1
      ? "1 quote is logged as evidence."
      : `${count} quotes are logged as evidence.`;
