import "server-only";
import { Prisma, rowsOf, type Tx } from "../../core/db.server";
import { newId } from "../../core/new-id.server";

type Pair = { a: string; b: string; owner: string; outletA: string; outletB: string };

/**
 * Suggests `same-owner` between captured articles that are evidence on one claim and whose outlets have one owner; owners
 * that people confirmed to be the same, or part of one whole, are one. Within an outlet, or for one claim. What was
 * decided before is not asked again, in either direction. Answers the new suggestions.
 */
export async function suggestSameOwner(
  tx: Tx,
  within: { outletIds: readonly string[] } | { claimId: string },
): Promise<string[]> {
  const scope =
    "claimId" in within
      ? Prisma.sql`ea."claimId" = ${within.claimId}`
      : Prisma.sql`(aa."outletId" = ANY(${[...within.outletIds]}) OR ab."outletId" = ANY(${[...within.outletIds]}))`;
  // Owners are followed upwards from those that can matter, not from everybody whom the desk knows.
  const owned =
    "claimId" in within
      ? Prisma.sql`o.id IN (SELECT a."outletId" FROM evidence e JOIN article a ON a.id = e."articleId"
          WHERE e."claimId" = ${within.claimId} AND e."removedAt" IS NULL)`
      : Prisma.sql`true`;
  const pairs = await rowsOf<Pair>(
    tx,
    Prisma.sql`
      WITH RECURSIVE house AS (
        SELECT o."ownerId" AS entity, o."ownerId" AS head FROM outlet o WHERE o."ownerId" IS NOT NULL AND ${owned}
        UNION SELECT h.entity, CASE WHEN l.kind = 'part-of' THEN l."toId" WHEN l."fromId" = h.head THEN l."toId" ELSE l."fromId" END
          FROM house h JOIN entity_link l ON l.status = 'confirmed'
            AND (l."fromId" = h.head OR (l.kind = 'same-as' AND l."toId" = h.head)))
      SELECT DISTINCT ON (least(aa.id, ab.id), greatest(aa.id, ab.id)) aa.id AS a, ab.id AS b, owner.name AS owner,
        oa.name AS "outletA", ob.name AS "outletB"
      FROM evidence ea JOIN evidence eb ON eb."claimId" = ea."claimId" AND eb."articleId" > ea."articleId"
      JOIN article aa ON aa.id = ea."articleId" AND aa.state = 'captured' JOIN article ab ON ab.id = eb."articleId" AND ab.state = 'captured'
      JOIN outlet oa ON oa.id = aa."outletId" JOIN outlet ob ON ob.id = ab."outletId" AND ob.id <> oa.id
      JOIN house ha ON ha.entity = oa."ownerId" JOIN house hb ON hb.entity = ob."ownerId" AND hb.head = ha.head
      JOIN entity owner ON owner.id = ha.head
      WHERE ea."removedAt" IS NULL AND eb."removedAt" IS NULL AND ${scope}
        AND NOT EXISTS (SELECT 1 FROM attribution t WHERE t.type = 'same-owner'
          AND ((t."fromArticleId" = aa.id AND t."toArticleId" = ab.id) OR (t."fromArticleId" = ab.id AND t."toArticleId" = aa.id)))
      ORDER BY least(aa.id, ab.id), greatest(aa.id, ab.id), owner.name`,
  );
  if (pairs.length === 0) return [];
  const made = await tx.attribution.createManyAndReturn({
    data: pairs.map(({ a, b, owner, outletA, outletB }) => ({
      id: newId(),
      type: "same-owner",
      fromArticleId: a,
      toArticleId: b,
      status: "suggested",
      rule: `${outletA} and ${outletB} have one owner: ${owner}`,
    })),
    skipDuplicates: true,
    select: { id: true },
  });
  return made.map(({ id }) => id);
}

/** Takes away those of these suggestions about which nobody decided anything: their reason was taken back. */
export async function dropSuggestions(tx: Tx, ids: readonly string[]): Promise<void> {
  const undecided = { status: "suggested", decidedAt: null, onClaims: { none: {} } };
  await tx.attribution.deleteMany({ where: { id: { in: [...ids] }, ...undecided } });
}
