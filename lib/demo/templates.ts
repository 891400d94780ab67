import type { AddTemplateInput } from "../templates/schema";

/** Two texts that the demo newsroom writes often. */
export const demoTemplates: readonly AddTemplateInput[] = [
  {
    kind: "reply-letter",
    name: "To whoever made the claim",
    body: [
      "To {claimant}",
      "{newsroom} is checking this statement: “{claim}”. What is it based on, and can you send us the figures or documents? We print what you answer, or that you did not.",
      "We publish after {deadline}.",
    ].join("\n\n"),
  },
  {
    kind: "correction",
    name: "A figure was wrong",
    body: "On {today} we corrected a figure. We had written … The source says … Our finding is now: {finding}",
  },
];
