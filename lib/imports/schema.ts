import { z } from "zod";
import { columnFields } from "./columns";
import { mostReason } from "./refused-rows";

export const mostBytes = 5 * 1024 * 1024;

/** A sheet as a file or as pasted cells; a file that is too large has no bytes. */
export const beginImportSchema = z
  .strictObject({
    pasted: z.string().max(mostBytes, { error: "This is too long to paste: 5 MB at most." }).optional(),
    file: z
      .strictObject({
        name: z.string(),
        bytes: z.instanceof(Uint8Array, { error: "This file is too large: 5 MB at most." }),
      })
      .optional(),
  })
  .refine(({ pasted, file }) => pasted !== undefined || file !== undefined, {
    error: "Choose a file, or paste the cells.",
    path: ["file"],
  });
export type BeginImportInput = z.output<typeof beginImportSchema>;

const id = z.string().max(60);

export const mapColumnsSchema = z.strictObject({
  id,
  hasHeader: z.boolean(),
  mapping: z.array(z.enum(columnFields).nullable()).max(100),
});
export type MapColumnsInput = z.output<typeof mapColumnsSchema>;

/** Another sheet of the workbook that the sheet `id` came in. */
export const chooseSheetSchema = z.strictObject({ id, sheetId: id });
export type ChooseSheetInput = z.output<typeof chooseSheetSchema>;

export const importRowsSchema = z.strictObject({
  id,
  /** So many rows in this request; all that are left when it is absent. */
  most: z.number().int().min(1).max(2_000).optional(),
  /** Tries those that failed again. */
  again: z.boolean(),
});
export type ImportRowsInput = z.output<typeof importRowsSchema>;

/** What is done with the sources of rows that went through. */
const sourcesSchema = z.strictObject({
  id,
  /** So many in this request; all that are left when it is absent. */
  most: z.number().int().min(1).max(2_000).optional(),
  /** Rows after this line only, so that what was refused is tried once. */
  after: z.number().int().min(0),
});
export type SourcesInput = z.output<typeof sourcesSchema>;

const mostRows = 20_000;
const refused = z
  .array(z.strictObject({ line: z.number().int().min(0), detail: z.string().max(mostReason) }))
  .max(mostRows);

/** With what earlier requests of the same press did: so many pages asked for, and the rows that were refused. */
export const capturePagesSchema = z.strictObject({
  input: sourcesSchema,
  asked: z.number().int().min(0).max(mostRows),
  refused,
});

/** With what earlier requests of the same press did: the log's entries of what they logged, and the rows that were refused. */
export const logFoundQuotesSchema = z.strictObject({
  input: sourcesSchema,
  entryIds: z.array(z.string().max(60)).max(mostRows),
  refused,
});
