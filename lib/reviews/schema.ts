import { z } from "zod";
import { text } from "../core/text-input";
import { marks } from "../claims/vocabulary";

/** `basisHash` of the claim that was read, so that no review holds for what its reviewer never saw. */
const basisRead = z
  .string()
  .regex(/^[0-9a-f]{64}$/, { error: "Send the basisHash that you read." })
  .optional();

export const giveReviewSchema = z.strictObject({
  mark: z.enum(marks, { error: `Marks are: ${marks.join(", ")}.` }),
  rating: z.string().max(60).nullable().optional(),
  rationale: text({ max: 5_000 }),
  evidenceIds: z.array(z.string().max(60)).max(200).optional(),
  basisHash: basisRead,
});
export type GiveReviewInput = z.output<typeof giveReviewSchema>;

export const reaffirmReviewSchema = z.strictObject({ basisHash: basisRead });
export type ReaffirmReviewInput = z.output<typeof reaffirmReviewSchema>;
