import "server-only";
import type { Viewer } from "../access/viewer";
import type { Dossier } from "../claims/dossier";
import { db } from "../core/db.server";

/** Parts whose draft rating is hidden from this person, as `isBlind` says of a claim that is looked at itself; a signed one is public. */
export async function blindPartIds(viewer: Viewer, parts: Dossier["parts"]): Promise<ReadonlySet<string>> {
  const rated = parts.flatMap((part) => (part.draftRating === null || part.published ? [] : [part.id]));
  if (viewer.role === "editor" || rated.length === 0) return new Set();
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT c.id FROM claim c WHERE c.id = ANY(${rated}) AND c.state NOT IN ('published', 'retracted')
      AND NOT EXISTS (SELECT 1 FROM review r WHERE r."claimId" = c.id AND r."reviewerId" = ${viewer.id})
      AND NOT EXISTS (SELECT 1 FROM claim_writers(c.id) a(id) WHERE a.id = ${viewer.id})`;
  return new Set(rows.map(({ id }) => id));
}
