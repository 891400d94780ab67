import "server-only";
import type { Tx } from "../core/db.server";
import type { Dossier } from "./dossier";
import { dossierInclude, type AttributionWithOrigin, type ClaimWithAll } from "./dossier-rows";
import { toDossier } from "./to-dossier";

/** Attributions reachable upstream from the articles, each once; a cycle ends the walk. */
async function attributionsUpstream(tx: Tx, articleIds: string[]): Promise<AttributionWithOrigin[]> {
  if (articleIds.length === 0) return [];
  const ids = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE upstream AS (
      SELECT a.id, a."toArticleId" FROM attribution a WHERE a."fromArticleId" = ANY(${articleIds}) AND a.status <> 'rejected'
      UNION SELECT a.id, a."toArticleId" FROM attribution a JOIN upstream u ON a."fromArticleId" = u."toArticleId" WHERE a.status <> 'rejected')
    SELECT DISTINCT id FROM upstream`;
  return tx.attribution.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    include: { toOrigin: true },
    orderBy: { id: "asc" },
  });
}

/** Loads everything the rules need about a claim, in a handful of queries whatever its size; null when there is none. */
export async function loadDossier(
  tx: Tx,
  claimId: string,
): Promise<{ dossier: Dossier; claim: ClaimWithAll } | null> {
  const claim = await tx.claim.findUnique({ where: { id: claimId }, include: dossierInclude });
  if (!claim) return null;
  const evidenceArticleIds = [...new Set(claim.evidence.map(({ articleId }) => articleId))];
  const attributions = await attributionsUpstream(tx, evidenceArticleIds);
  const articleIds = new Set([
    ...evidenceArticleIds,
    ...attributions.flatMap((a) => [a.fromArticleId, a.toArticleId ?? []].flat()),
  ]);
  if (claim.appearance) articleIds.add(claim.appearance.articleId);
  const articles = await tx.article.findMany({
    where: { id: { in: [...articleIds] } },
    include: { outlet: true },
    orderBy: { id: "asc" },
  });
  const people = await tx.$queryRaw<{ id: string; isWriter: boolean }[]>`
    SELECT a AS id, false AS "isWriter" FROM claim_authors(${claimId}) AS a
    UNION ALL SELECT w, true FROM claim_writers(${claimId}) AS w ORDER BY 1`;
  const idsOf = (isWriter: boolean) => people.filter((one) => one.isWriter === isWriter).map(({ id }) => id);
  const quoteIds = claim.evidence.map(({ quoteId }) => quoteId);
  const verbatim = await tx.$queryRaw<{ id: string }[]>`
    SELECT q.id FROM quote q JOIN capture c ON c.id = q."captureId"
    WHERE q.id = ANY(${quoteIds}) AND substring(c."fullText" FROM q.start + 1 FOR q."end" - q.start) = q.exact`;
  const dossier = toDossier({
    claim,
    attributions,
    articles,
    authorIds: idsOf(false),
    writerIds: idsOf(true),
    verbatimQuoteIds: new Set(verbatim.map(({ id }) => id)),
  });
  return { dossier, claim };
}
