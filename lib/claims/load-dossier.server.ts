import "server-only";
import type { Tx } from "../core/db.server";
import type { Dossier } from "./dossier";
import { dossierInclude, type AttributionWithOrigin, type ClaimWithAll } from "./dossier-rows";
import { toDossier } from "./to-dossier";

/**
 * Attributions reachable upstream from the articles, each once and as it stands for this claim; a cycle ends the walk.
 * What was decided for the claim goes before what holds for every claim.
 */
async function attributionsUpstream(
  tx: Tx,
  claimId: string,
  articleIds: string[],
): Promise<AttributionWithOrigin[]> {
  if (articleIds.length === 0) return [];
  const found = await tx.$queryRaw<{ id: string; status: string }[]>`
    WITH RECURSIVE here AS NOT MATERIALIZED (
      SELECT a.id, a."fromArticleId", a."toArticleId", coalesce(ca.status, a.status) AS status
      FROM attribution a LEFT JOIN claim_attribution ca ON ca."attributionId" = a.id AND ca."claimId" = ${claimId} AND ca.status <> 'withdrawn'),
    upstream AS (
      SELECT id, "toArticleId", status FROM here WHERE "fromArticleId" = ANY(${articleIds}) AND status <> 'rejected'
      UNION SELECT h.id, h."toArticleId", h.status FROM here h JOIN upstream u ON h."fromArticleId" = u."toArticleId"
        WHERE h.status <> 'rejected')
    SELECT DISTINCT id, status FROM upstream`;
  const status = new Map(found.map((row) => [row.id, row.status]));
  const rows = await tx.attribution.findMany({
    where: { id: { in: [...status.keys()] } },
    include: { toOrigin: true },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({ ...row, status: status.get(row.id) ?? row.status }));
}

/** Loads everything the rules need about a claim, in a handful of queries whatever its size; null when there is none. */
export async function loadDossier(
  tx: Tx,
  claimId: string,
): Promise<{ dossier: Dossier; claim: ClaimWithAll } | null> {
  const claim = await tx.claim.findUnique({ where: { id: claimId }, include: dossierInclude });
  if (!claim) return null;
  const evidenceArticleIds = [...new Set(claim.evidence.map(({ articleId }) => articleId))];
  const attributions = await attributionsUpstream(tx, claimId, evidenceArticleIds);
  const articleIds = new Set([
    ...evidenceArticleIds,
    ...attributions.flatMap((a) => [a.fromArticleId, a.toArticleId ?? []].flat()),
  ]);
  if (claim.appearance) articleIds.add(claim.appearance.articleId);
  const articles = await tx.article.findMany({
    where: { id: { in: [...articleIds] } },
    include: { outlet: true, conversation: true },
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
