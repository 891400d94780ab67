import type { ClaimRowDto } from "./dto";
import type { DeclineReason } from "./vocabulary";

/**
 * What can be done to several claims at once. Signing, publishing, verdicts and reviews are never among them: each of
 * those is about one claim that somebody read. Another kind is a member here and a case in the two functions below.
 */
export type BulkAction =
  | { kind: "assign"; assigneeId: string | null; name: string }
  | { kind: "topic"; topic: string }
  | { kind: "decline"; reason: DeclineReason; note?: string }
  | { kind: "watch" };

export type BulkRow = Pick<ClaimRowDto, "id" | "version" | "assignee" | "topics" | "state" | "watch">;

/** One call of the API about one claim; `path` is below /api/v1. */
export type BulkRequest = { method: "PATCH" | "POST" | "PUT"; path: string; body: Record<string, unknown> };

const claimPath = (row: BulkRow) => `/claims/${encodeURIComponent(row.id)}`;

/** The call that does this to one claim; null where it is so already. */
export function bulkRequest(row: BulkRow, action: BulkAction): BulkRequest | null {
  switch (action.kind) {
    case "assign":
      if ((row.assignee?.id ?? null) === action.assigneeId) return null;
      return edit(row, { assigneeId: action.assigneeId });
    case "topic":
      return row.topics.includes(action.topic) ? null : edit(row, { topics: [...row.topics, action.topic] });
    case "decline": {
      const { reason, note } = action;
      const body = { event: "decline", reason, ...(note ? { note } : {}) };
      return { method: "POST", path: `${claimPath(row)}/events`, body };
    }
    case "watch":
      return row.watch === "watching" ? null : watching(row, "watching");
  }
}

/**
 * The call that takes it back, from the claim as it was and as it is now; `entryId` is the log's entry of a step, which is not
 * taken back once something else was done after it.
 */
export function undoRequest(
  before: BulkRow,
  after: BulkRow,
  action: BulkAction,
  entryId?: string,
): BulkRequest {
  switch (action.kind) {
    case "assign":
      return edit(after, {
        assigneeId: before.assignee && !before.assignee.hasLeft ? before.assignee.id : null,
      });
    case "topic":
      return edit(after, { topics: before.topics });
    case "decline":
      return {
        method: "POST",
        path: `${claimPath(after)}/events`,
        body: { event: "reopen", asBefore: true, ...(entryId ? { takesBack: entryId } : {}) },
      };
    case "watch":
      return watching(before, before.watch ?? "usual");
  }
}

function watching(row: BulkRow, state: string): BulkRequest {
  return { method: "PUT", path: `${claimPath(row)}/watch`, body: { state } };
}

function edit(row: BulkRow, changes: Record<string, unknown>): BulkRequest {
  return { method: "PATCH", path: claimPath(row), body: { version: row.version, ...changes } };
}

/** What is under way, what was done, and what undoing did, for "3 claims". */
export function bulkWords(action: BulkAction): { doing: string; done: string; undone: string } {
  switch (action.kind) {
    case "assign":
      return action.assigneeId === null
        ? { doing: "Taking from whoever has them", done: "with nobody", undone: "given back" }
        : {
            doing: `Assigning to ${action.name}`,
            done: `assigned to ${action.name}`,
            undone: "assigned as before",
          };
    case "topic":
      return {
        doing: `Adding “${action.topic}”`,
        done: `put under “${action.topic}”`,
        undone: "under their topics as before",
      };
    case "decline":
      return { doing: "Declining", done: "declined", undone: "where they stood before" };
    case "watch":
      return { doing: "Watching", done: "watched by you", undone: "watched or not, as before" };
  }
}
