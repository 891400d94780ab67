import { z } from "zod";
import { isCalendarTime } from "../core/calendar-time";
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
  /** The day up to which the finding speaks. */
  asOf: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: "Write a day as 2024-06-28." })
    .refine(isCalendarTime, { error: "There is no such day." })
    .nullable()
    .optional(),
  version: z
    .number({ error: "Send the version you read, so that nobody’s words are overwritten." })
    .int()
    .min(0),
});
export type WriteVerdictInput = z.output<typeof writeVerdictSchema>;

/** What is taken back: everything that was written to the draft after the one version, up to the other. */
export const takeBackDraftSchema = z
  .strictObject({ since: z.number().int().min(0), version: z.number().int().min(1) })
  .refine(({ since, version }) => since < version, { error: "Nothing was written in between." });
export type TakeBackDraftInput = z.output<typeof takeBackDraftSchema>;

const coverSchema = z.strictObject({
  evidenceIds: z.array(z.string().max(60)).max(50),
  background: text({ max: 600 }).nullable(),
});

/** `expected` is what a person gave the sentence as it was read: where they gave it something else by now, it stays. */
export const coverSentenceSchema = coverSchema.extend({
  field: z.enum(draftFields),
  index: z.number().int().min(0),
  text: z.string().max(50_000),
  expected: coverSchema.optional(),
});
export type CoverSentenceInput = z.output<typeof coverSentenceSchema>;

/** How reviews that differ were settled: both what was agreed on and why. */
export const reconcileSchema = z.strictObject({
  rating: text({ max: 60 }),
  reconciliation: text({ max: 50_000 }),
  version: writeVerdictSchema.shape.version,
});
