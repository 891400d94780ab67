import { z } from "zod";
import { text } from "../core/text-input";

const time = z.iso.datetime({
  offset: true,
  error: "Write a time with its zone, such as 2024-06-28T16:00:00Z.",
});

/** What was searched for, and whether anything was found: "nothing found" counts. */
export const addSearchSchema = z.strictObject({
  where: text({ max: 300 }),
  query: text({ max: 1_000 }),
  found: z.enum(["nothing", "something"]).default("nothing"),
  note: text({ max: 2_000 }).nullable().optional(),
  side: z.enum(["supports", "disputes"]).nullable().optional(),
  shown: z.boolean().optional(),
  /** When it was made; now when it is left out. */
  searchedAt: time.optional(),
});
export type AddSearchInput = z.output<typeof addSearchSchema>;

/** What is put right about a search that was noted, and whether readers are shown it. */
export const searchFieldsSchema = z.strictObject({
  where: text({ max: 300 }).optional(),
  query: text({ max: 1_000 }).optional(),
  found: z.enum(["nothing", "something"]).optional(),
  note: text({ max: 2_000 }).nullable().optional(),
  side: z.enum(["supports", "disputes"]).nullable().optional(),
  shown: z.boolean().optional(),
  searchedAt: time.optional(),
});
export type SearchFields = z.output<typeof searchFieldsSchema>;

/** The same, with what was read of it (`expected`): where something else stands by now, nothing is overwritten. */
export const editSearchSchema = searchFieldsSchema.extend({ expected: searchFieldsSchema.optional() });
export type EditSearchInput = z.output<typeof editSearchSchema>;

export const addCommentSchema = z.strictObject({ text: text({ max: 5_000 }) });

/** Who does it: an account's id, or null for nobody. `was` is who had it when this was decided, when that matters. */
export const assignClaimSchema = z.strictObject({
  assigneeId: z.string().max(60).nullable(),
  was: z.string().max(60).nullable().optional(),
});
export type AssignClaimInput = z.output<typeof assignClaimSchema>;

/** Whether one wants to hear of a claim. "usual": by what the person has to do with it, as before they said anything. */
export const watchClaimSchema = z.strictObject({
  state: z.enum(["watching", "muted", "usual"], { error: "States are: watching, muted, usual." }),
});
