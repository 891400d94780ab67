import "server-only";
import type { Viewer } from "../access/viewer";
import type { Tx } from "../core/db.server";
import { notFound, refuse } from "../core/result";

/** Locks the viewer's own account until the command ends, so that what they chose is changed once at a time. Refuses when it was closed. */
export async function lockOwnAccount(tx: Tx, viewer: Viewer): Promise<void> {
  const found = await tx.$executeRaw`
    SELECT 1 FROM "user" WHERE id = ${viewer.id} AND "deactivatedAt" IS NULL FOR NO KEY UPDATE`;
  if (found === 0) refuse(notFound("active account"));
}
