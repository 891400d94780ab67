import "server-only";
import type { Viewer } from "../access/viewer";
import { lockOwnAccount } from "../accounts/lock-own-account.server";
import { changedFields, fieldsBefore } from "../core/changed-fields";
import type { Tx } from "../core/db.server";
import { type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import type { KeySettings } from "./bindings";
import { keysOf } from "./queries";
import type { SaveKeysInput } from "./schema";

/**
 * Keeps whether this person uses the single keys, and which they changed; the log keeps what they were. `entryId` is its entry,
 * null when nothing changed.
 */
export async function saveKeys(
  viewer: Viewer,
  input: SaveKeysInput,
  now: Date,
): Promise<Result<{ entryId: string | null }>> {
  return runCommand(async (tx) => {
    await lockOwnAccount(tx, viewer);
    const before = await keysOf(viewer, tx);
    const changes = changedFields(
      {
        ...(input.isOn === undefined ? {} : { isOn: input.isOn }),
        ...(input.keys === undefined ? {} : { keys: input.keys }),
      },
      before,
    );
    await storeKeys(tx, viewer, changes, now);
    const entryId = await recordEvent(tx, viewer, now, {
      event: "account.keys-changed",
      subject: { kind: "account", id: viewer.id },
      body: { changes, was: fieldsBefore(changes, before) },
    });
    return { entryId: Object.keys(changes).length === 0 ? null : entryId };
  });
}

/** Writes to this person's keys what is given, and leaves the rest. */
export async function storeKeys(
  tx: Tx,
  viewer: Viewer,
  fields: Partial<KeySettings>,
  now: Date,
): Promise<void> {
  const data = { ...fields, updatedAt: now };
  await tx.keyChoice.upsert({
    where: { userId: viewer.id },
    create: { userId: viewer.id, ...data },
    update: data,
  });
}
