import { z } from "zod";
import { address, articleMetadataSchema, conversationSchema } from "../articles/schema";
import { text } from "../core/text-input";
import { readClock } from "../quotes/region";
import { addEvidenceSchema } from "./schema";

const { articleId, quote: _quote, ...about } = addEvidenceSchema.shape;
const { language, title, outlet, publishedAt } = articleMetadataSchema.shape;

/** What was said in a call or meeting, with whom, when, how, by whose notes; and what it does for the claim. */
export const logConversationSchema = z.strictObject({
  said: text({ max: 20_000 }),
  language,
  conversation: conversationSchema,
  ...about,
});

/** A time in a recording as typed: 1:15 or 75. */
const time = text({ max: 20 })
  .refine((value) => readClock(value) !== null, { error: "Write a time as 1:15, 1:02:15 or 75." })
  .transform((value) => readClock(value)!);

const stretch = {
  from: time,
  to: time.optional(),
  words: text({ max: 20_000 }).optional(),
  description: text({ max: 2_000 }),
};
type Stretch = { from: number; to?: number | undefined };
const endsLater = ({ from, to }: Stretch) => to === undefined || to > from;
const later = { error: "The end lies after the beginning.", path: ["to"] };

/** A stretch of a recording whose file the desk holds, with what is said or seen in it; and what it does for the claim. */
export const logStretchSchema = z.strictObject({ articleId, ...stretch, ...about }).refine(endsLater, later);

/** A stretch of a recording with what is said or seen in it; and what it does for the claim. */
export const logRecordingSchema = z
  .strictObject({
    url: address,
    title,
    outlet,
    publishedAt,
    language,
    ...stretch,
    ...about,
  })
  .refine(endsLater, later);
