import "server-only";
import type { Viewer } from "../../access/viewer";
import { fallBackToReview } from "../../claims/open-claim.server";
import type { Tx } from "../../core/db.server";
import { refreshComparisons } from "../../figures/refresh-comparisons.server";

/**
 * A claim that was ready is not ready any more when its sources change; published ones wait for a correction. Its sources
 * are those that somebody confirmed, for all claims or for one: a suggestion is in no record. Figures are compared again
 * along suggestions too, and also where the claim itself was found downstream.
 */
export async function reopenClaims(tx: Tx, viewer: Viewer, articleId: string, now: Date): Promise<void> {
  const claims = await tx.$queryRaw<{ id: string; leans: boolean }[]>`
    WITH RECURSIVE downstream AS (
      SELECT ${articleId}::text AS id, true AS stands
      UNION SELECT a."fromArticleId", d.stands AND (a.status = 'confirmed' OR EXISTS (
          SELECT 1 FROM claim_attribution ca WHERE ca."attributionId" = a.id AND ca.status = 'confirmed'))
        FROM attribution a JOIN downstream d ON a."toArticleId" = d.id),
    leaning AS (
      SELECT e."claimId" AS id, bool_or(d.stands) AS stands FROM evidence e JOIN downstream d ON d.id = e."articleId"
      WHERE e."removedAt" IS NULL GROUP BY 1),
    found AS (
      SELECT c.id FROM claim c JOIN quote q ON q.id = c."appearanceQuoteId" JOIN downstream d ON d.id = q."articleId")
    SELECT c.id, c.id IN (SELECT id FROM leaning WHERE stands) AS leans FROM claim c
    WHERE c.id IN (SELECT id FROM leaning UNION SELECT id FROM found)
      AND c.state IN ('new', 'researching', 'in-review', 'ready') ORDER BY c.id`;
  for (const { id, leans } of claims) {
    if (leans) await fallBackToReview(tx, viewer, [id], now);
    await refreshComparisons(tx, id);
  }
}
