import "server-only";
import { mayDo, type Action } from "../access/can";
import type { Viewer } from "../access/viewer";
import { takeBackArticleEdit } from "../articles/commands/take-back-edit";
import { takeBackEdit } from "../claims/commands/take-back-edit";
import { fail, notFound, type Result } from "../core/result";
import { takeBackDisagreement } from "../disagreements/commands/take-back-disagreement";
import { takeBackComparison } from "../figures/take-back-comparison.server";
import { restoreLegalRead } from "../legal-reads/restore-legal-read.server";
import { takeBackReminder } from "../replies/take-back-reminder.server";
import { reopenTask } from "../tasks/reopen-task.server";
import { takeBackView } from "../views/take-back-view.server";
import { ownEntry, type OwnEntry } from "./own-entry.server";

type Way = {
  /** Whoever takes it back may do it too. */
  action: Action;
  command: (viewer: Viewer, entry: OwnEntry, now: Date) => Promise<Result<unknown>>;
};

/** What can be taken back by its entry in the log. A mark, a signature and what is public are never among it. */
const ways: Readonly<Record<string, Way>> = {
  "claim.edited": { action: "claim.write", command: takeBackEdit },
  "task.finished": { action: "task.write", command: reopenTask },
  "legal-read.withdrawn": { action: "claim.write", command: restoreLegalRead },
  "reply.reminded": { action: "claim.write", command: takeBackReminder },
  "view.saved": { action: "view.write", command: takeBackView },
  "view.removed": { action: "view.write", command: takeBackView },
  "comparison.decided": { action: "evidence.write", command: takeBackComparison },
  "disagreement.marked": { action: "evidence.write", command: takeBackDisagreement },
  "disagreement.resolved": { action: "evidence.write", command: takeBackDisagreement },
  "disagreement.dismissed": { action: "evidence.write", command: takeBackDisagreement },
  "article.edited": { action: "article.write", command: takeBackArticleEdit },
  "article.reliability-changed": { action: "article.reliability", command: takeBackArticleEdit },
};

/**
 * Takes back what this person did, by its entry: a change like any other, with every rule of one and an entry of its own.
 * 409 `stale` when somebody changed it since; nothing of theirs is put back over.
 */
export async function takeBack(
  viewer: Viewer,
  { entryId }: { entryId: string },
  now: Date,
): Promise<Result<unknown>> {
  const entry = await ownEntry(viewer, entryId);
  if (!entry.ok) return entry;
  const way = Object.hasOwn(ways, entry.value.event) ? ways[entry.value.event] : undefined;
  if (!way) return fail(notFound("change to take back"));
  const allowed = mayDo(viewer, way.action);
  return allowed.ok ? way.command(viewer, entry.value, now) : allowed;
}
