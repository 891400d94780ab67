import { z } from "zod";
import { text } from "../core/text-input";
import { topicName } from "../settings/topic-settings";
import { meansNoTopic, noTopicProblem } from "./no-topic";

/** A topic as a person types it; as long as one on a claim may be. */
const topic = text({ max: 60 })
  .transform(topicName)
  .refine((name) => !/[,;]/.test(name), { error: "A comma separates topics: write one topic without it." })
  .refine((name) => !meansNoTopic(name), { error: noTopicProblem });

/** The version of the decisions that was read. */
const version = z
  .number({ error: "Send the version you read, so that nobody’s change is overwritten." })
  .int()
  .min(0);

export const renameTopicSchema = z.strictObject({ name: z.string().max(60), to: topic, version });
export type RenameTopicInput = z.output<typeof renameTopicSchema>;

export const mergeTopicSchema = z.strictObject({ name: z.string().max(60), into: topic, version });
export type MergeTopicInput = z.output<typeof mergeTopicSchema>;

export const retireTopicSchema = z.strictObject({
  name: z.string().max(60),
  isRetired: z.boolean(),
  version,
});
export type RetireTopicInput = z.output<typeof retireTopicSchema>;
