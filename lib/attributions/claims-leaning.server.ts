import "server-only";
import { seesClaim } from "../access/sight.server";
import type { Sight } from "../access/viewer";
import type { LeaningClaimDto } from "../articles/dto";
import { db, Prisma } from "../core/db.server";

/**
 * For each article (ids) the claims that rest on it: that have evidence from it, or appeared there. What is decided about
 * where it has its words counts for them. Newest first, without declined and retracted ones and what the viewer may not see.
 */
export async function claimsLeaningOn(
  viewer: Sight,
  articleIds: readonly string[],
): Promise<Map<string, LeaningClaimDto[]>> {
  if (articleIds.length === 0) return new Map();
  const ids = [...new Set(articleIds)];
  const rows = await db().$queryRaw<(LeaningClaimDto & { articleId: string })[]>`
    SELECT u."articleId", c.id, c.text FROM (
      SELECT e."articleId", e."claimId" FROM evidence e
      WHERE e."articleId" = ANY(${ids}) AND e."removedAt" IS NULL
      UNION
      SELECT q."articleId", a.id FROM quote q JOIN claim a ON a."appearanceQuoteId" = q.id
      WHERE q."articleId" = ANY(${ids})
    ) u JOIN claim c ON c.id = u."claimId"
    WHERE c.state NOT IN ('declined', 'retracted') AND ${seesClaim(viewer, Prisma.sql`c.id`)}
    ORDER BY c.id DESC`;
  const leaning = new Map<string, LeaningClaimDto[]>();
  for (const { articleId, id, text } of rows)
    leaning.set(articleId, [...(leaning.get(articleId) ?? []), { id, text }]);
  return leaning;
}
