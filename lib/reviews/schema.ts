import { z } from "zod";
import { text } from "../core/text-input";
import { marks } from "../claims/vocabulary";

export const giveReviewSchema = z.strictObject({
  mark: z.enum(marks, { error: `Marks are: ${marks.join(", ")}.` }),
  rating: z.string().max(60).nullable().optional(),
  rationale: text({ max: 5_000 }),
  evidenceIds: z.array(z.string().max(60)).max(200).optional(),
});
export type GiveReviewInput = z.output<typeof giveReviewSchema>;
