import "server-only";
import { seesClaim } from "../access/sight.server";
import type { Sight } from "../access/viewer";
import type { AttributionDto, LeaningClaimDto, LeaningDto } from "../articles/dto";
import { db, Prisma } from "../core/db.server";

/** Of the claims that rest on one article so many are named; the others are counted. */
const mostNamed = 20;

type Row = LeaningClaimDto & { articleId: string; place: number; of: number };

/**
 * For the article that each attribution is from (by its id) the claims that rest on it: that have evidence from it, or
 * appeared there. What is decided about where it has its words counts for them. Counted, with the newest, and those for
 * which something was decided apart; without declined and retracted ones and what the viewer may not see.
 */
export async function claimsLeaningOn(
  viewer: Sight,
  attributions: readonly Pick<AttributionDto, "from" | "onClaims">[],
): Promise<Map<string, LeaningDto>> {
  if (attributions.length === 0) return new Map();
  const ids = [...new Set(attributions.map(({ from }) => from.articleId))];
  const decided = attributions.flatMap(({ onClaims }) => onClaims.map(({ claimId }) => claimId));
  const rows = await db().$queryRaw<Row[]>`
    SELECT l."articleId", l.id, c.text, l.place, l.of FROM (
      SELECT u."articleId", u."claimId" AS id, (row_number() OVER (PARTITION BY u."articleId" ORDER BY u."claimId" DESC))::int AS place,
        (count(*) OVER (PARTITION BY u."articleId"))::int AS of
      FROM (
        SELECT e."articleId", e."claimId" FROM evidence e
        WHERE e."articleId" = ANY(${ids}) AND e."removedAt" IS NULL
        UNION
        SELECT q."articleId", a.id FROM quote q JOIN claim a ON a."appearanceQuoteId" = q.id
        WHERE q."articleId" = ANY(${ids})
      ) u JOIN claim s ON s.id = u."claimId"
      WHERE s.state NOT IN ('declined', 'retracted') AND ${seesClaim(viewer, Prisma.sql`s.id`)}
    ) l JOIN claim c ON c.id = l.id
    WHERE l.place <= ${mostNamed} OR l.id = ANY(${decided}) ORDER BY l."articleId", l.place`;
  const leaning = new Map<string, LeaningDto>();
  const isDecided = new Set(decided);
  for (const { articleId, id, text, place, of } of rows) {
    const found = leaning.get(articleId) ?? { count: of, newest: [], apart: [] };
    leaning.set(articleId, found);
    if (place <= mostNamed) found.newest.push({ id, text });
    if (isDecided.has(id)) found.apart.push(id);
  }
  return leaning;
}
