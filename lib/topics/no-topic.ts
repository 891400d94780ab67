/** Stands for "none" where a topic is asked for. */
export const noTopic = "no-topic";

/** What people read, and may write, for it. */
export const noTopicWords = "No topic";

/** Why nobody may call a topic so. */
export const noTopicProblem = `“${noTopicWords}” is shown where there is none: leave the topic out, or call it otherwise.`;

/** Whether a topic that is asked for means those that have none: as addresses say it, or as people do. */
export function meansNoTopic(topic: string): boolean {
  return [noTopic, noTopicWords.toLowerCase()].includes(topic.trim().toLowerCase());
}
