import { z } from "zod";
import { cursorOf, limitOf } from "../core/cursor";
import { text } from "../core/text-input";

export const tipStates = ["new", "chosen", "declined"] as const;
export type TipState = (typeof tipStates)[number];

const url = z
  .url({ protocol: /^https?$/, error: "Write an address that begins with https:// or http://." })
  .max(2_000, { error: "That address is too long." });

/** What a reader sends: what should be checked, where they saw it, and how to reach them if they wish. */
export const submitTipSchema = z.strictObject({
  text: text({ max: 5_000 }),
  url: url.nullable().optional(),
  contact: text({ max: 300 }).nullable().optional(),
});
export type SubmitTipInput = z.output<typeof submitTipSchema>;

/**
 * `text` is the wording to check when it should not be the tip's own. `reason` is why we check it, or why not: one of the
 * list, with more words in `note`; words that are none of the list are kept as the note of "other". `claimId` names the
 * claim that says the same, when that is why.
 */
export const decideTipSchema = z.strictObject({
  decision: z.enum(["choose", "decline"], { error: "Decisions are: choose, decline." }),
  reason: text({ max: 2_000 }).optional(),
  note: text({ max: 2_000 }).optional(),
  claimId: z.string().max(60).optional(),
  text: text({ max: 2_000, unit: "words" }).optional(),
});
export type DecideTipInput = z.output<typeof decideTipSchema>;

export const listTipsSchema = z.strictObject({
  state: z.enum(tipStates, { error: `States are: ${tipStates.join(", ")}.` }).optional(),
  /** Words that stand in it, its address, how to reach the reader, or what was noted of it. */
  q: z.string().max(200, { error: "200 characters are the most to look for." }).optional(),
  cursor: cursorOf("time", "text").optional(),
  limit: limitOf(30),
});
export type ListTipsInput = z.output<typeof listTipsSchema>;
