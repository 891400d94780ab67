import "server-only";
import type { Viewer } from "../access/viewer";
import { notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { newsKinds } from "./kinds";
import type { SaveChoicesInput } from "./schema";

/** Marks all that this person was told until now as read. */
export async function markNewsRead(viewer: Viewer, now: Date): Promise<Result<{ count: number }>> {
  return runCommand(async (tx) => {
    const { count } = await tx.notification.updateMany({
      where: { userId: viewer.id, readAt: null, createdAt: { lte: now } },
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
