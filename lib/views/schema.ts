import { z } from "zod";
import { text } from "../core/text-input";

export const saveViewSchema = z.strictObject({
  name: text({ max: 60 }),
  /** The queue's query. What makes no sense in it is left out. */
  query: z.string().max(1000),
  isTeam: z.boolean(),
});
export type SaveViewInput = z.output<typeof saveViewSchema>;

export const removeViewSchema = z.strictObject({ viewId: z.string().min(1).max(60) });
