import type { Speech } from "../speech";

/** The page of search. */
export const search = ({ count }: Speech) => ({
  title: "Search",
  titleOf: (query: string) => `Search: ${query}`,
  description: (site: string) => `Search the verdicts of ${site}.`,
  words: "Words of the claim or the finding",
  rating: "Rating",
  anyRating: "Any",
  button: "Search",
  none: "No verdict found",
  noneFor: (query: string) => `No verdict found for “${query}”`,
  noneMeans:
    "That says nothing about whether it is right: we may not have checked it. Try fewer or other words, a name, or a number as it was written.",
  some: "Verdicts",
  counted: (verdicts: number) => count(verdicts, { one: "# verdict", other: "# verdicts" }),
  /** After the number of verdicts. */
  forQuery: (query: string) => ` for “${query}”`,
  onTopic: (topic: string) => ` on ${topic}`,
});
