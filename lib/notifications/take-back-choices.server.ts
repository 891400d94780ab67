import "server-only";
import type { Viewer } from "../access/viewer";
import { lockOwnAccount } from "../accounts/lock-own-account.server";
import { changedFields } from "../core/changed-fields";
import { refuse, type Failure, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { partOf, type OwnEntry } from "../undo/own-entry.server";
import { choicesToSave, storeChoices } from "./commands";
import { flatChoices, withChoices, type FlatChoices } from "./flat-choices";

/** What a person wants to hear of is their own: nobody else can have changed it. */
const changedSince: Failure = {
  kind: "conflict",
  code: "stale",
  detail: "You chose otherwise after that, so nothing was put back.",
};

/**
 * Gives this person the choices from before they saved others; what they were told meanwhile stays as it was told. 409 `stale`
 * when something of it was chosen otherwise since.
 */
export async function takeBackChoices(
  viewer: Viewer,
  entry: OwnEntry,
  now: Date,
): Promise<Result<{ accountId: string }>> {
  const [changed, was] = [partOf(entry, "changes"), partOf(entry, "was")] as [FlatChoices, FlatChoices];
  return runCommand(async (tx) => {
    await lockOwnAccount(tx, viewer);
    const chosen = await choicesToSave(tx, viewer);
    const kept = flatChoices(chosen);
    // An entry from before entries told how it was fits none.
    if (Object.keys(was).length === 0) refuse(changedSince);
    const changes = changedFields(was, kept);
    // Taken back already is what was wanted.
    if (Object.keys(changes).length === 0) return { accountId: viewer.id };
    if (Object.keys(changedFields(changed, kept)).length > 0) refuse(changedSince);
    await storeChoices(tx, viewer, withChoices(chosen, changes));
    await recordEvent(tx, viewer, now, {
      event: "news.choices-undone",
      subject: { kind: "account", id: viewer.id },
      body: { changes },
    });
    return { accountId: viewer.id };
  });
}
