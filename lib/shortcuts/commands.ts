import "server-only";
import type { Viewer } from "../access/viewer";
import { type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import type { SaveKeysInput } from "./schema";

/** Keeps whether this person uses the single keys, and which they changed. */
export async function saveKeys(viewer: Viewer, input: SaveKeysInput, now: Date): Promise<Result<null>> {
  return runCommand(async (tx) => {
    const fields = {
      ...(input.isOn === undefined ? {} : { isOn: input.isOn }),
      ...(input.keys === undefined ? {} : { keys: input.keys }),
      updatedAt: now,
    };
    await tx.keyChoice.upsert({
      where: { userId: viewer.id },
      create: { userId: viewer.id, ...fields },
      update: fields,
    });
    await recordEvent(tx, viewer, now, {
      event: "account.keys-changed",
      subject: { kind: "account", id: viewer.id },
      body: { ...(input.isOn === undefined ? {} : { isOn: input.isOn }), keys: input.keys ?? null },
    });
    return null;
  });
}
