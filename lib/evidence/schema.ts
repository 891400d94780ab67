import { z } from "zod";
import { text } from "../core/text-input";
import { quoteSelector } from "../claims/schema";
import { disclosures, stances } from "../claims/vocabulary";

const decisive = z.strictObject({ reason: text({ max: 1_000 }) });
const translation = z.union([
  text({ max: 20_000 }).transform((words) => ({ text: words, translator: null as string | null })),
  z
    .strictObject({ text: text({ max: 20_000 }), translator: text({ max: 200 }).nullable().optional() })
    .transform((t) => ({ text: t.text, translator: t.translator ?? null })),
]);

/** A part of a capture that is no text, as a media fragment: page, box, time, cell. */
export const regionSelector = z.strictObject({
  region: text({ max: 200 }).refine((value) => /^(page|xywh|t|row|cell|char|line)=/.test(value), {
    error: "Write a region as page=3, xywh=10,20,300,80, t=12,18 or cell=B7.",
  }),
  description: text({ max: 2_000 }),
});

export const addEvidenceSchema = z.strictObject({
  articleId: z.string().max(60),
  quote: z.union([quoteSelector, regionSelector], {
    error: "Give the words (exact), or a region with its description.",
  }),
  stance: z.enum(stances, { error: `Stances are: ${stances.join(", ")}.` }),
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
