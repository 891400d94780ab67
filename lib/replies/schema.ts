import { z } from "zod";
import { choice } from "../core/choice";
import { text } from "../core/text-input";
import { verdict } from "../words/en/verdict";

export const replyOutcomes = ["waiting", "replied", "declined", "no-reply"] as const;
export type ReplyOutcome = (typeof replyOutcomes)[number];

const time = z.iso.datetime({
  offset: true,
  error: "Write a time with its zone, such as 2024-06-28T16:00:00Z.",
});
const outcome = choice<ReplyOutcome>(verdict.replies.outcomes);
/** As it came, to the letter: it is kept as a capture and quoted. */
const reply = text({ max: 10_000 });

/** Who was asked for a reply, how, what, until when, and what came of it. */
export const askReplySchema = z.strictObject({
  asked: text({ max: 300 }),
  role: z.enum(["claimant", "criticised"]).default("claimant"),
  how: text({ max: 500 }),
  question: text({ max: 5_000 }).nullable().optional(),
  askedAt: time.optional(),
  deadlineAt: time.nullable().optional(),
  outcome: outcome.default("waiting"),
  reply: reply.nullable().optional(),
  repliedAt: time.nullable().optional(),
});
export type AskReplyInput = z.output<typeof askReplySchema>;

/** What is noted of a request after it was logged. */
export const replyFieldsSchema = z.strictObject({
  question: text({ max: 5_000 }).nullable().optional(),
  outcome: outcome.optional(),
  reply: reply.nullable().optional(),
  repliedAt: time.nullable().optional(),
  deadlineAt: time.nullable().optional(),
});
export type ReplyFields = z.output<typeof replyFieldsSchema>;

/** What came of asking. `expected` is what was read of it: where something else stands by now, nothing is overwritten. */
export const editReplySchema = replyFieldsSchema.extend({ expected: replyFieldsSchema.optional() });
export type EditReplyInput = z.output<typeof editReplySchema>;

/** That somebody was asked once more, and until when they have now, if that changed. */
export const remindReplySchema = z.strictObject({
  how: text({ max: 500 }),
  sentAt: time.optional(),
  deadlineAt: time.optional(),
});
export type RemindReplyInput = z.output<typeof remindReplySchema>;
