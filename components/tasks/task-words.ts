import type { TaskKind } from "@/lib/tasks/task-kinds";

/** A task's kind as a short title. */
export const taskKindWords: Record<TaskKind, string> = {
  "quote-altered": "A quoted source has other words",
  "quote-restored": "The quoted words stand again",
  "shelf-life": "Look at it again",
  "re-check": "Check again without a source",
};
