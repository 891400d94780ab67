import "server-only";
import type { Viewer } from "../access/viewer";
import { lockOwnAccount } from "../accounts/lock-own-account.server";
import { changedFields, fieldsBefore } from "../core/changed-fields";
import type { Tx } from "../core/db.server";
import type { Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { flatChoices } from "./flat-choices";
import { newsKinds } from "./kinds";
import { cameSince } from "./news-mark.server";
import { newsChoices, newsSeen } from "./queries";
import type { NewsMark, SaveChoicesInput } from "./schema";

/**
 * Marks what this person was told at the bell as read, as far as they were shown. What came since stays new, whichever id it
 * has, and what they wanted by mail alone is left to the mail.
 */
export async function markNewsRead(
  viewer: Viewer,
  mark: NewsMark,
  now: Date,
): Promise<Result<{ count: number }>> {
  const seen = await newsSeen(viewer);
  return runCommand(async (tx) => {
    const late = await cameSince(tx, viewer.id, mark);
    const { count } = await tx.notification.updateMany({
      where: { ...seen, inApp: true, readAt: null, id: { lte: mark.upTo, notIn: late } },
      data: { readAt: now },
    });
    await recordEvent(tx, viewer, now, {
      event: "news.read",
      subject: { kind: "account", id: viewer.id },
      body: { count },
    });
    return { count };
  });
}

/**
 * Saves what this person wants to be told of from now on; what was told already stays as it was told. The log keeps what they
 * had chosen; `entryId` is its entry, null when nothing changed.
 */
export async function saveChoices(
  viewer: Viewer,
  input: SaveChoicesInput,
  now: Date,
): Promise<Result<{ entryId: string | null }>> {
  return runCommand(async (tx) => {
    await lockOwnAccount(tx, viewer);
    const before = flatChoices(await choicesToSave(tx, viewer));
    const changes = changedFields(flatChoices(input), before);
    await storeChoices(tx, viewer, input);
    const entryId = await recordEvent(tx, viewer, now, {
      event: "news.choices-saved",
      subject: { kind: "account", id: viewer.id },
      body: { changes, was: fieldsBefore(changes, before) },
    });
    return { entryId: Object.keys(changes).length === 0 ? null : entryId };
  });
}

/** What this person chose, as it is saved; defaults where they never chose. */
export async function choicesToSave(tx: Tx, viewer: Viewer): Promise<SaveChoicesInput> {
  const { ways, rhythm } = await newsChoices(viewer, tx);
  return { ways, ...rhythm };
}

/** Writes all that this person chose. */
export async function storeChoices(
  tx: Tx,
  viewer: Viewer,
  { ways, rhythm, hour }: SaveChoicesInput,
): Promise<void> {
  for (const kind of newsKinds) {
    await tx.newsChoice.upsert({
      where: { userId_kind: { userId: viewer.id, kind } },
      create: { userId: viewer.id, kind, ...ways[kind] },
      update: ways[kind],
    });
  }
  await tx.mailRhythm.upsert({
    where: { userId: viewer.id },
    create: { userId: viewer.id, rhythm, hour },
    update: { rhythm, hour },
  });
}
