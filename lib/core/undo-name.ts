/** What can be taken back, by name. */
export type UndoName =
  | "restore-evidence"
  | "decide-attribution"
  | "settle-comment"
  | "assign"
  | "cover-sentence"
  | "withdraw-search"
  | "restore-search"
  | "withdraw-reply"
  | "restore-reply";
