import { z } from "zod";
import { text } from "../core/text-input";

export const saveViewSchema = z.strictObject({
  name: text({ max: 60 }),
  /** The queue's query. What makes no sense in it is left out. */
  query: z.string().max(1000),
  isTeam: z.boolean(),
  /** One's own view that is renamed, shared or changed. Left out, the same name of the same person is written over. */
  viewId: z.string().min(1).max(60).optional(),
});
export type SaveViewInput = z.output<typeof saveViewSchema>;

export const removeViewSchema = z.strictObject({ viewId: z.string().min(1).max(60) });
