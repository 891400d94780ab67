import "server-only";
import type { Viewer } from "../access/viewer";
import type { Tx } from "../core/db.server";
import { refuse } from "../core/result";

/**
 * Locks the rows of all active admins until the command ends, in one order, and refuses when the viewer is no longer
 * among them: whoever was deactivated or demoted meanwhile changes nothing more, and two admins cannot remove each
 * other at once. Returns the admins' ids.
 */
export async function lockAdmins(tx: Tx, viewer: Viewer): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "user" WHERE role = 'admin' AND "deactivatedAt" IS NULL ORDER BY id FOR NO KEY UPDATE`;
  const ids = rows.map(({ id }) => id);
  if (!ids.includes(viewer.id)) refuse({ kind: "forbidden", code: "role", detail: "This is for: admin." });
  return ids;
}
