import "server-only";
import type { Sight } from "../access/viewer";
import type { AttributionDto } from "../articles/dto";
import { db } from "../core/db.server";
import type { WaitingDto } from "../schedules/dto";
import { asWaiting, textSeenBy, type WaitingRow } from "../schedules/waiting-rows.server";

/**
 * What waits for its time and is cancelled by a change to sources that holds for every claim, as `reopenClaims` does: by id
 * of the article whose attributions are decided, and of the origin of which something is said. Only those that touch
 * something. Asked from what waits, of which there is little, however many lean on an article.
 */
export async function waitingOnSources(
  viewer: Sight,
  articleIds: readonly string[],
  attributions: readonly Pick<AttributionDto, "from" | "to">[],
): Promise<Map<string, WaitingDto>> {
  const articles = [...new Set([...articleIds, ...attributions.map(({ from }) => from.articleId)])];
  const origins = [...new Set(attributions.flatMap(({ to }) => ("origin" in to ? to.origin.id : [])))];
  if (articles.length === 0) return new Map();
  const rows = await db().$queryRaw<(WaitingRow & { touchedBy: string })[]>`
    WITH RECURSIVE upstream AS (
      SELECT s."claimId", e."articleId" AS at FROM schedule s
        JOIN evidence e ON e."claimId" = s."claimId" AND e."removedAt" IS NULL WHERE s.state = 'waiting'
      UNION SELECT u."claimId", t."toArticleId" FROM upstream u JOIN attribution t ON t."fromArticleId" = u.at
        WHERE t."toArticleId" IS NOT NULL AND (t.status = 'confirmed' OR EXISTS (
          SELECT 1 FROM claim_attribution ca WHERE ca."attributionId" = t.id AND ca.status = 'confirmed'))),
    touched AS (
      SELECT u.at AS by, u."claimId" FROM upstream u WHERE u.at = ANY(${articles}::text[])
      UNION SELECT t."toOriginId", u."claimId" FROM upstream u JOIN attribution t ON t."fromArticleId" = u.at
        WHERE t."toOriginId" = ANY(${origins}::text[]))
    SELECT d.by AS "touchedBy", c.id AS "claimId", ${textSeenBy(viewer)} AS text, s."publishAt" FROM touched d
    JOIN claim c ON c.id = d."claimId" JOIN schedule s ON s."claimId" = c.id AND s.state = 'waiting'
    ORDER BY s."publishAt", c.id`;
  const found = new Map<string, WaitingRow[]>();
  for (const { touchedBy, ...row } of rows) found.set(touchedBy, [...(found.get(touchedBy) ?? []), row]);
  return new Map([...found].map(([id, waiting]) => [id, asWaiting(waiting)]));
}
