import { z } from "zod";
import { text } from "../core/text-input";
import { quoteSelector } from "../claims/schema";
import { readRegion } from "../quotes/region";
import { disclosures, stances } from "../claims/vocabulary";

const decisive = z.strictObject({ reason: text({ max: 1_000 }) });
const translation = z.union([
  text({ max: 20_000 }).transform((words) => ({ text: words, translator: null as string | null })),
  z
    .strictObject({ text: text({ max: 20_000 }), translator: text({ max: 200 }).nullable().optional() })
    .transform((t) => ({ text: t.text, translator: t.translator ?? null })),
]);

/** What is read before a row or above a column; a table without headers leaves it empty. */
const header = text({ max: 500, min: 0 }).optional();

/**
 * A part of a capture that is no text, as a media fragment: page, box, time, cell; what is seen or heard there, and
 * its words or value in their own language. Of a cell also the table and the headers.
 */
const regionSelector = z
  .strictObject({
    region: text({ max: 1_200 }).refine((value) => readRegion(value) !== null, {
      error:
        "Write a region as page=3, xywh=percent:10,20,30,15 (inside the picture), t=12,18 or cell=B7; an end lies after its start.",
    }),
    description: text({ max: 2_000 }),
    words: text({ max: 20_000 }).nullable().optional(),
    cell: z
      .strictObject({ table: text({ max: 500 }), row: header, column: header })
      .nullable()
      .optional(),
  })
  .refine(({ cell, words }) => !cell || (words ?? "").trim() !== "", {
    error: "Write what stands in the cell.",
    path: ["words"],
  });

/** Words of an article; of a document with pages also the page they stand on, which is looked up when it is left out. */
const passageSelector = quoteSelector.extend({
  page: z.number().int().min(1, { error: "Pages are counted from 1." }).max(100_000).optional(),
});

export const addEvidenceSchema = z.strictObject({
  articleId: z.string().max(60),
  quote: z.union([passageSelector, regionSelector], {
    error: "Give the words (exact), or a region with its description.",
  }),
  stance: z.enum(stances, { error: `Choose how it stands to the claim: ${stances.join(", ")}.` }),
  shows: text({ max: 2_000 }).nullable().optional(),
  disclosure: z.enum(disclosures, { error: `Disclosure is: ${disclosures.join(", ")}.` }).optional(),
  decisive: decisive.nullable().optional(),
  translation: translation.nullable().optional(),
});
export type AddEvidenceInput = z.output<typeof addEvidenceSchema>;

export const editEvidenceSchema = z.strictObject({
  stance: z.enum(stances).optional(),
  shows: text({ max: 2_000 }).nullable().optional(),
  disclosure: z.enum(disclosures).optional(),
  decisive: decisive.nullable().optional(),
  translation: translation.nullable().optional(),
  version: z.number().int().min(0).optional(),
});
export type EditEvidenceInput = z.output<typeof editEvidenceSchema>;
