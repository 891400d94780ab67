/** What can be taken back, by name. */
export type UndoName =
  | "restore-evidence"
  | "edit-evidence"
  | "decide-attribution"
  | "settle-comment"
  | "assign"
  | "watch"
  | "send-event"
  | "cover-sentence"
  | "withdraw-search"
  | "change-search"
  | "restore-search"
  | "withdraw-reply"
  | "restore-reply"
  | "withdraw-legal-read"
  | "reopen-tip";
