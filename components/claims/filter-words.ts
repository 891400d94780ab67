import type { QueueFilters } from "@/lib/claims/queue-query";
import { isolated } from "@/lib/core/isolate";
import { importanceWords, stateWords } from "@/lib/claims/vocabulary-words";
import { meansNoTopic, noTopicWords } from "@/lib/topics/no-topic";
import { dueOptions } from "./claim-words";

export const needsOptions = [
  { value: "me", label: "You" },
  { value: "changed", label: "Another look from you" },
  { value: "evidence", label: "Evidence" },
  { value: "review", label: "Reviews" },
  { value: "editor", label: "An editor" },
  { value: "scheduled", label: "Its time (scheduled)" },
];

const labelOf = (options: readonly { value: string; label: string }[], value: string) =>
  options.find((option) => option.value === value)?.label ?? value;

/**
 * What a list is filtered by, in one line: "“ferries” · High · due: within a week"; empty when it is by nothing.
 * `articleName` is that of the article it names, where it is known.
 */
export function filterWords(
  { q, state, topic, assignee, importance, due, article, needs }: QueueFilters,
  people: readonly { id: string; name: string }[],
  articleName: string | null,
): string {
  const withWhom = [
    { value: "me", label: "you" },
    { value: "none", label: "nobody" },
    ...people.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return [
    q ? `“${q}”` : "",
    state ? stateWords[state] : "",
    topic && meansNoTopic(topic) ? noTopicWords.toLowerCase() : (topic ?? ""),
    assignee ? `with ${labelOf(withWhom, assignee)}` : "",
    importance === undefined ? "" : (importanceWords[importance] ?? String(importance)),
    due ? `due: ${labelOf(dueOptions, due).toLowerCase()}` : "",
    article ? `resting on ${articleName ? `“${isolated(articleName)}”` : "one article"}` : "",
    needs ? `waits for: ${labelOf(needsOptions, needs).toLowerCase()}` : "",
  ]
    .filter(Boolean)
    .join(" · ");
}
