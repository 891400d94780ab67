import "server-only";
import type { Prisma, Tx } from "../core/db.server";
import type { Dossier } from "./dossier";
import { toDossier } from "./to-dossier";

export const dossierInclude = {
  figures: { orderBy: { start: "asc" } },
  appearance: true,
  evidence: {
    where: { removedAt: null },
    orderBy: [{ addedAt: "asc" }, { id: "asc" }],
    include: {
      quote: {
        include: {
          figures: { orderBy: { start: "asc" } },
          capture: { select: { id: true, sha256: true, method: true, capturedAt: true } },
          checks: { orderBy: { checkedAt: "desc" }, take: 1 },
        },
      },
    },
  },
  reviews: { orderBy: [{ givenAt: "asc" }, { id: "asc" }], include: { reviewer: { select: { name: true } } } },
  verdict: true,
  comparisons: { orderBy: { id: "asc" } },
  searches: { orderBy: { id: "asc" } },
  replies: { orderBy: { id: "asc" } },
  corrections: { where: { closedAt: null } },
  publications: {
    orderBy: { version: "asc" },
    select: { version: true, kind: true, publishedAt: true, sha256: true, correctionClass: true, correctionReason: true, slug: true },
  },
  parts: { include: { verdict: { select: { rating: true } } }, orderBy: { id: "asc" } },
} satisfies Prisma.ClaimInclude;

export type ClaimWithAll = Prisma.ClaimGetPayload<{ include: typeof dossierInclude }>;
export type ArticleWithOutlet = Prisma.ArticleGetPayload<{ include: { outlet: true } }>;
export type AttributionWithOrigin = Prisma.AttributionGetPayload<{ include: { toOrigin: true } }>;

/** Attributions reachable upstream from the articles, each once; a cycle ends the walk. */
async function attributionsUpstream(tx: Tx, articleIds: string[]): Promise<AttributionWithOrigin[]> {
  if (articleIds.length === 0) return [];
  const ids = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE upstream AS (
      SELECT a.id, a."toArticleId" FROM attribution a WHERE a."fromArticleId" = ANY(${articleIds}) AND a.status <> 'rejected'
      UNION SELECT a.id, a."toArticleId" FROM attribution a JOIN upstream u ON a."fromArticleId" = u."toArticleId" WHERE a.status <> 'rejected')
    SELECT DISTINCT id FROM upstream`;
  return tx.attribution.findMany({ where: { id: { in: ids.map(({ id }) => id) } }, include: { toOrigin: true }, orderBy: { id: "asc" } });
}

/** Loads everything the rules need about a claim, in a handful of queries whatever its size; null when there is none. */
export async function loadDossier(tx: Tx, claimId: string): Promise<{ dossier: Dossier; claim: ClaimWithAll } | null> {
  const claim = await tx.claim.findUnique({ where: { id: claimId }, include: dossierInclude });
  if (!claim) return null;
  const evidenceArticleIds = [...new Set(claim.evidence.map(({ articleId }) => articleId))];
  const attributions = await attributionsUpstream(tx, evidenceArticleIds);
  const articleIds = new Set([...evidenceArticleIds, ...attributions.flatMap((a) => [a.fromArticleId, a.toArticleId ?? []].flat())]);
  if (claim.appearance) articleIds.add(claim.appearance.articleId);
  const articles = await tx.article.findMany({ where: { id: { in: [...articleIds] } }, include: { outlet: true }, orderBy: { id: "asc" } });
  const authors = await tx.$queryRaw<{ id: string }[]>`SELECT a AS id FROM claim_authors(${claimId}) AS a ORDER BY 1`;
  const quoteIds = claim.evidence.map(({ quoteId }) => quoteId);
  const verbatim = await tx.$queryRaw<{ id: string }[]>`
    SELECT q.id FROM quote q JOIN capture c ON c.id = q."captureId"
    WHERE q.id = ANY(${quoteIds}) AND substring(c."fullText" FROM q.start + 1 FOR q."end" - q.start) = q.exact`;
  const dossier = toDossier({
    claim,
    attributions,
    articles,
    authorIds: authors.map(({ id }) => id),
    verbatimQuoteIds: new Set(verbatim.map(({ id }) => id)),
  });
  return { dossier, claim };
}
