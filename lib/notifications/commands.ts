import "server-only";
import type { Viewer } from "../access/viewer";
import type { Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";

/** Marks what this person was told until now as read. */
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
