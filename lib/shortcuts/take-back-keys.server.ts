import "server-only";
import type { Viewer } from "../access/viewer";
import { lockOwnAccount } from "../accounts/lock-own-account.server";
import { changedFields } from "../core/changed-fields";
import { refuse, type Failure, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { partOf, type OwnEntry } from "../undo/own-entry.server";
import { cleanChoices, type KeySettings } from "./bindings";
import { storeKeys } from "./commands";
import { keysOf } from "./queries";

/** A person's keys are their own: nobody else can have changed them. */
const changedSince: Failure = {
  kind: "conflict",
  code: "stale",
  detail: "You changed your keys after that, so nothing was put back.",
};

/** Gives this person the keys, or the switch, from before they saved them. 409 `stale` when they were saved otherwise since. */
export async function takeBackKeys(
  viewer: Viewer,
  entry: OwnEntry,
  now: Date,
): Promise<Result<{ accountId: string }>> {
  const was = keysIn(entry, "was");
  return runCommand(async (tx) => {
    await lockOwnAccount(tx, viewer);
    const kept = await keysOf(viewer, tx);
    // An entry from before entries told how it was fits none.
    if (Object.keys(was).length === 0) refuse(changedSince);
    const changes = changedFields(was, kept);
    // Taken back already is what was wanted.
    if (Object.keys(changes).length === 0) return { accountId: viewer.id };
    if (Object.keys(changedFields(keysIn(entry, "changes"), kept)).length > 0) refuse(changedSince);
    await storeKeys(tx, viewer, changes, now);
    await recordEvent(tx, viewer, now, {
      event: "account.keys-change-undone",
      subject: { kind: "account", id: viewer.id },
      body: { changes },
    });
    return { accountId: viewer.id };
  });
}

/** Keys as an entry tells them, in the order in which they are kept. */
function keysIn(entry: OwnEntry, part: "changes" | "was"): Partial<KeySettings> {
  const told = partOf(entry, part) as Partial<KeySettings>;
  return { ...told, ...(told.keys ? { keys: cleanChoices(told.keys) } : {}) };
}
