import "server-only";
import type { Viewer } from "../../access/viewer";
import { fallBackToReview } from "../../claims/open-claim.server";
import type { Tx } from "../../core/db.server";
import { refreshComparisons } from "../../figures/refresh-comparisons.server";

/** A claim that was ready is not ready any more when its sources change; published ones wait for a correction. */
export async function reopenClaims(tx: Tx, viewer: Viewer, articleId: string, now: Date): Promise<void> {
  const claims = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE downstream AS (
      SELECT ${articleId}::text AS id
      UNION SELECT a."fromArticleId" FROM attribution a JOIN downstream d ON a."toArticleId" = d.id)
    SELECT DISTINCT c.id FROM claim c JOIN evidence e ON e."claimId" = c.id AND e."removedAt" IS NULL
    JOIN downstream d ON d.id = e."articleId" WHERE c.state IN ('new', 'researching', 'in-review', 'ready') ORDER BY c.id`;
  for (const { id } of claims) {
    await fallBackToReview(tx, viewer, [id], now);
    await refreshComparisons(tx, id);
  }
}
