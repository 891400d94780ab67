/** What a task is about: words of a source that changed or came back, a source marked as unreliable, or a verdict grown old. */
export type TaskKind = "quote-altered" | "quote-restored" | "re-check" | "shelf-life";
