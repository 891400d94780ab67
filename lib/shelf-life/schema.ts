import { z } from "zod";
import { isCalendarTime } from "../core/calendar-time";
import { text } from "../core/text-input";

const days = z
  .number({ error: "Write a number of days, or nothing for never." })
  .int({ error: "Write whole days." })
  .min(1, { error: "One day at least." })
  .max(3_650, { error: "Ten years at most." });

export const saveShelfLifeSchema = z.strictObject({
  byKind: z.strictObject({
    said: days.nullable(),
    so: days.nullable(),
    forecast: days.nullable(),
    "image-or-video": days.nullable(),
  }),
  byTopic: z
    .array(z.strictObject({ topic: text({ max: 60 }), days }))
    .max(100, { error: "A hundred topics at most." }),
  version: z
    .number({ error: "Send the version you read, so that nobody’s change is overwritten." })
    .int()
    .min(0),
});
export type SaveShelfLifeInput = z.output<typeof saveShelfLifeSchema>;

/** Somebody looked again and nothing changed. `next`: the day of the next look; left out, by the newsroom's periods. */
export const lookedAgainSchema = z.strictObject({
  note: text({ max: 500 }).optional(),
  next: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: "Write a day as 2024-06-28." })
    .refine(isCalendarTime, { error: "There is no such day." })
    .optional(),
});
export type LookedAgainInput = z.output<typeof lookedAgainSchema>;
