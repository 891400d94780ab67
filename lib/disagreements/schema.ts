import { z } from "zod";
import { text } from "../core/text-input";

const why = text({ max: 1_000 }).refine((given) => given.trim() !== "", {
  error: "Say what they disagree about.",
});

/** Two pieces of evidence of one claim, in either order. Without a reason the words that differ are one. */
export const markDisagreementSchema = z
  .strictObject({
    a: z.string().min(1).max(60),
    b: z.string().min(1).max(60),
    why: text({ max: 1_000, min: 0 }),
  })
  .refine(({ a, b }) => a !== b, { error: "Choose two different quotes.", path: ["b"] });
export type MarkDisagreementInput = z.output<typeof markDisagreementSchema>;

export const settleDisagreementSchema = z.strictObject({
  status: z.enum(["resolved", "dismissed"], { error: "It is resolved, or they do not disagree." }),
  reason: text({ max: 1_000 }).refine((given) => given.trim() !== "", {
    error: "Say how it was settled.",
  }),
});
export type SettleDisagreementInput = z.output<typeof settleDisagreementSchema>;

/** A suggested pair that a person looked at and that does not disagree. */
export const dismissSuggestionSchema = z.strictObject({
  a: z.string().min(1).max(60),
  b: z.string().min(1).max(60),
  why,
  reason: text({ max: 1_000 }).refine((given) => given.trim() !== "", {
    error: "Say why they do not disagree.",
  }),
});
export type DismissSuggestionInput = z.output<typeof dismissSuggestionSchema>;
