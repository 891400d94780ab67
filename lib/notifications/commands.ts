import "server-only";
import type { Viewer } from "../access/viewer";
import { notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { newsKinds } from "./kinds";
import { cameSince } from "./news-mark.server";
import { newsSeen } from "./queries";
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

/** Saves what this person wants to be told of from now on; what was told already stays as it was told. */
export async function saveChoices(
  viewer: Viewer,
  input: SaveChoicesInput,
  now: Date,
): Promise<Result<{ saved: true }>> {
  return runCommand(async (tx) => {
    if ((await tx.user.count({ where: { id: viewer.id, deactivatedAt: null } })) === 0)
      refuse(notFound("active account"));
    for (const kind of newsKinds) {
      const way = input.ways[kind];
      await tx.newsChoice.upsert({
        where: { userId_kind: { userId: viewer.id, kind } },
        create: { userId: viewer.id, kind, ...way },
        update: way,
      });
    }
    const { rhythm, hour } = input;
    await tx.mailRhythm.upsert({
      where: { userId: viewer.id },
      create: { userId: viewer.id, rhythm, hour },
      update: { rhythm, hour },
    });
    await recordEvent(tx, viewer, now, {
      event: "news.choices-saved",
      subject: { kind: "account", id: viewer.id },
      body: { ...input },
    });
    return { saved: true };
  });
}
