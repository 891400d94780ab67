import "server-only";
import type { Viewer } from "../access/viewer";
import { db } from "../core/db.server";
import { ok, type Result } from "../core/result";

/** Marks what this person was told until now as read. It concerns nobody else, so the log does not have it. */
export async function markNewsRead(viewer: Viewer, now: Date): Promise<Result<{ count: number }>> {
  const { count } = await db().notification.updateMany({
    where: { userId: viewer.id, readAt: null, createdAt: { lte: now } },
    data: { readAt: now },
  });
  return ok({ count });
}
