import { z } from "zod";
import { cursorOf } from "../core/cursor";
import { text } from "../core/text-input";

export const finishTaskSchema = z.strictObject({ note: text({ max: 500 }).optional() });
export type FinishTaskInput = z.output<typeof finishTaskSchema>;

export const listTasksSchema = z.object({
  show: z.enum(["todo", "news", "done"]).default("todo"),
  cursor: cursorOf("text").optional(),
});
