import type { TaskKind } from "@/lib/tasks/task-kinds";

/** A task's kind as a short title. */
export const taskKindWords: Record<TaskKind, string> = {
  "quote-altered": "A quoted source has other words",
  "quote-restored": "The quoted words stand again",
  "shelf-life": "Look at it again",
  "re-check": "Check again without a source",
};

/** The same once it is done: what was asked is told, and asks nothing more. */
export const doneTaskWords: Record<TaskKind, string> = {
  "quote-altered": "A quoted source had other words",
  "quote-restored": "The quoted words stood again",
  "shelf-life": "Looked at again",
  "re-check": "Checked again without a source",
};

/** The same when it ended by itself, since what it was about had changed. */
export const endedTaskWords: Record<TaskKind, string> = {
  ...doneTaskWords,
  "shelf-life": "Was to be looked at again",
  "re-check": "Was to be checked again without a source",
};
