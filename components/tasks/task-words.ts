const words: Record<string, string> = {
  "quote-altered": "A quoted source has other words",
  "quote-restored": "The quoted words stand again",
  "shelf-life": "Look at it again",
  "re-check": "Check again without a source",
};

/** A task's kind as a short title. */
export function taskKindWords(kind: string): string {
  return words[kind] ?? "To do";
}
