"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { places } from "@/components/layout/places";
import { formAction } from "@/lib/core/form-action.server";
import { filled, present, wholeNumber } from "@/lib/core/form-fields";
import { mapResult } from "@/lib/core/result";
import {
  beginImport as runBeginImport,
  mapColumns as runMapColumns,
} from "@/lib/imports/commands/begin-import";
import { capturePages as runCapturePages, type PagesAsked } from "@/lib/imports/commands/capture-pages";
import { chooseSheet as runChooseSheet } from "@/lib/imports/commands/choose-sheet";
import { logFoundQuotes as runLogFoundQuotes, stillLogged } from "@/lib/imports/commands/log-found-quotes";
import { importRows as runImportRows } from "@/lib/imports/commands/import-rows";
import { refusedSoFar, withRefused } from "@/lib/imports/refused-rows";
import {
  beginImportSchema,
  capturePagesSchema,
  chooseSheetSchema,
  importRowsSchema,
  logFoundQuotesSchema,
  mapColumnsSchema,
} from "@/lib/imports/schema";
import { undoEntries } from "../../offer-undo";
import { readColumns, readRefused, readSheetFile, readSources, readWords } from "./read-import";
import { refreshDesk } from "../../refresh-desk";

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
    refreshDesk();
    if (left > 0) return left === 1 ? "1 row is left." : `${left} rows are left.`;
    if (done === 0) return "No rows were left to go through.";
    return failed > 0
      ? "Every row was gone through, but not all could be imported. Below is what became of each."
      : "Every row was gone through. Below is what became of each.";
  },
});

/** Fields: importId, most, after, and of the requests before it asked (how many pages) and refused. */
export const capturePages = formAction({
  action: "article.write",
  schema: capturePagesSchema,
  read: (form) => ({
    input: readSources(form),
    asked: wholeNumber(form, "asked") ?? 0,
    refused: readRefused(form),
  }),
  command: async (viewer, { input, asked, refused }, now) => {
    const done = await runCapturePages(viewer, input, now);
    return mapResult(done, (value) => ({
      ...value,
      asked: asked + value.asked,
      refused: refusedSoFar(refused, value.refused),
    }));
  },
  values: ({ left, after, asked, refused }) => ({
    left: String(left),
    after: String(after),
    asked: String(asked),
    refused: JSON.stringify(refused),
  }),
  after: (done) => {
    refreshDesk();
    return withRefused(askedWords(done), done.refused);
  },
});

function askedWords({ left, asked, refused, stopped }: PagesAsked): string {
  const said = asked === 1 ? "1 page is asked for." : `${asked} pages are asked for.`;
  if (stopped) return asked === 0 ? stopped : `${said} ${stopped}`;
  if (left > 0) return left === 1 ? "1 page is left to ask for." : `${left} pages are left to ask for.`;
  if (asked > 0) return asked === 1 ? said : `${said} They come one by one, each site in its own time.`;
  return refused.length > 0 ? "No page is asked for." : "There is no page left to ask for.";
}

/** Fields: importId, most, after, and of the requests before it entryIds (of what they logged) and refused. */
export const logFoundQuotes = formAction({
  action: "evidence.write",
  schema: logFoundQuotesSchema,
  read: (form) => ({
    input: readSources(form),
    entryIds: readWords(form, "entryIds"),
    refused: readRefused(form),
  }),
  command: async (viewer, { input, entryIds, refused }, now) => {
    // Whoever took back what a run logged that stopped on its way goes on without it.
    const before = await stillLogged(viewer, entryIds);
    const done = await runLogFoundQuotes(viewer, input, now);
    return mapResult(done, (value) => ({
      ...value,
      entryIds: [...before, ...value.entryIds],
      refused: refusedSoFar(refused, value.refused),
    }));
  },
  values: ({ left, after, entryIds, refused }) => ({
    left: String(left),
    after: String(after),
    entryIds: entryIds.join(" "),
    refused: JSON.stringify(refused),
  }),
  after: ({ left, entryIds, refused }) => {
    refreshDesk();
    const leftWords = left === 1 ? "1 quote is left." : `${left} quotes are left.`;
    return withRefused(left > 0 ? leftWords : loggedWords(entryIds.length), refused);
  },
  undo: ({ entryIds }) => undoEntries(loggedWords(entryIds.length), entryIds),
});

const loggedWords = (count: number) =>
  count === 0
    ? "No quote was logged."
    : count === 1
      ? "1 quote is logged as evidence."
      : `${count} quotes are logged as evidence.`;
