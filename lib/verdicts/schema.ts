import { z } from "zod";
import { text } from "../core/text-input";
import { draftFields } from "./sentence-note";

const long = text({ max: 50_000, min: 0 });

export const writeVerdictSchema = z.strictObject({
  rating: z.string().max(60).nullable().optional(),
  finding: text({ max: 400, min: 0 }).optional(),
  summary: z
    .array(text({ max: 600 }))
    .max(3, { error: "Three points at most." })
    .optional(),
  writeUp: long.optional(),
  reconciliation: long.optional(),
  notEstablished: long.optional(),
  notInThisCheck: long.optional(),
  version: z
    .number({ error: "Send the version you read, so that nobody's words are overwritten." })
    .int()
    .min(0),
});
export type WriteVerdictInput = z.output<typeof writeVerdictSchema>;

export const coverSentenceSchema = z.strictObject({
  field: z.enum(draftFields),
  index: z.number().int().min(0),
  text: z.string().max(50_000),
  evidenceIds: z.array(z.string().max(60)).max(50),
  background: text({ max: 600 }).nullable(),
});
export type CoverSentenceInput = z.output<typeof coverSentenceSchema>;

/** How reviews that differ were settled: both what was agreed on and why. */
export const reconcileSchema = z.strictObject({
  rating: text({ max: 60 }),
  reconciliation: text({ max: 50_000 }),
  version: writeVerdictSchema.shape.version,
});
