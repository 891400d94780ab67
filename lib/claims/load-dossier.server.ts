import "server-only";
import { Prisma, rowsOf, type Reader } from "../core/db.server";
import type { Dossier } from "./dossier";
import { dossierInclude, type AttributionWithOrigin, type ClaimWithAll } from "./dossier-rows";
import { toDossier } from "./to-dossier";

/** With all that is included, instead of one query a table: every page of a claim and every command waits for it. */
const inOneQuery = { relationLoadStrategy: "join" } as const;

type Upstream = { claimId: string; id: string; status: string };

/**
 * Attributions reachable upstream from each claim's articles, each as it stands for the claim; a cycle ends the walk. What
 * was decided for the claim goes before what holds for every claim.
 */
async function attributionsUpstream(reader: Reader, claimIds: readonly string[]): Promise<Upstream[]> {
  return rowsOf<Upstream>(
    reader,
    Prisma.sql`
      WITH RECURSIVE upstream AS (
        SELECT b."claimId", b."articleId" AS "toArticleId", NULL AS id, NULL AS status
        FROM evidence b WHERE b."claimId" = ANY(${[...claimIds]}::text[]) AND b."removedAt" IS NULL
        UNION SELECT u."claimId", h."toArticleId", h.id, h.status FROM upstream u CROSS JOIN LATERAL (
          SELECT a.id, a."toArticleId", coalesce(ca.status, a.status) AS status FROM attribution a
          LEFT JOIN claim_attribution ca ON ca."attributionId" = a.id AND ca."claimId" = u."claimId" AND ca.status <> 'withdrawn'
          WHERE a."fromArticleId" = u."toArticleId") h WHERE h.status <> 'rejected')
      SELECT DISTINCT "claimId", id, status FROM upstream WHERE id IS NOT NULL`,
  );
}

/** The attributions that were found, with their origins, by claim. */
async function attributionsByClaim(
  reader: Reader,
  found: readonly Upstream[],
): Promise<Map<string, AttributionWithOrigin[]>> {
  if (found.length === 0) return new Map();
  const rows = await reader.attribution.findMany({
    where: { id: { in: [...new Set(found.map(({ id }) => id))] } },
    include: { toOrigin: true },
    orderBy: { id: "asc" },
    ...inOneQuery,
  });
  const statusOn = new Map(found.map(({ claimId, id, status }) => [`${claimId} ${id}`, status]));
  const ofClaim = (claimId: string) =>
    rows.flatMap((row) => {
      const status = statusOn.get(`${claimId} ${row.id}`);
      return status === undefined ? [] : [{ ...row, status }];
    });
  const claimIds = new Set(found.map(({ claimId }) => claimId));
  return new Map([...claimIds].map((claimId) => [claimId, ofClaim(claimId)]));
}

function articlesOf(claim: ClaimWithAll, attributions: readonly AttributionWithOrigin[]): Set<string> {
  return new Set([
    ...claim.evidence.map(({ articleId }) => articleId),
    ...attributions.flatMap((a) => [a.fromArticleId, a.toArticleId ?? []].flat()),
    ...(claim.appearance ? [claim.appearance.articleId] : []),
  ]);
}

type Fact = { claimId: string | null; id: string; what: "author" | "writer" | "verbatim" };

/** Authors and writers of each claim, and the quotes that stand word for word in their captures; in one statement. */
async function checkedFacts(reader: Reader, claimIds: readonly string[]) {
  const ids = [...claimIds];
  const facts = await rowsOf<Fact>(
    reader,
    Prisma.sql`
      SELECT c.id AS "claimId", a AS id, 'author' AS what FROM unnest(${ids}::text[]) AS c(id), claim_authors(c.id) AS a
      UNION ALL SELECT c.id, w, 'writer' FROM unnest(${ids}::text[]) AS c(id), claim_writers(c.id) AS w
      UNION ALL SELECT NULL, q.id, 'verbatim' FROM evidence e JOIN quote q ON q.id = e."quoteId" JOIN capture c ON c.id = q."captureId"
        WHERE e."claimId" = ANY(${ids}::text[]) AND e."removedAt" IS NULL
          AND substring(c."fullText" FROM q.start + 1 FOR q."end" - q.start) = q.exact
      ORDER BY 2`,
  );
  const idsOf = (claimId: string, isWriter: boolean) =>
    facts
      .filter((one) => one.claimId === claimId && one.what === (isWriter ? "writer" : "author"))
      .map(({ id }) => id);
  const verbatim = facts.filter(({ what }) => what === "verbatim").map(({ id }) => id);
  return { idsOf, verbatimQuoteIds: new Set(verbatim) };
}

export type LoadedDossier = { dossier: Dossier; claim: ClaimWithAll };

/**
 * Loads everything the rules need about some claims, in a handful of queries whatever their size and number; in the order
 * asked for, without those that are not there.
 */
export async function loadDossiers(reader: Reader, claimIds: readonly string[]): Promise<LoadedDossier[]> {
  // None of these waits for another's answer.
  const [rows, found, { idsOf, verbatimQuoteIds }] = await Promise.all([
    reader.claim.findMany({ where: { id: { in: [...claimIds] } }, include: dossierInclude, ...inOneQuery }),
    attributionsUpstream(reader, claimIds),
    checkedFacts(reader, claimIds),
  ]);
  if (rows.length === 0) return [];
  const upstream = await attributionsByClaim(reader, found);
  const attributionsOf = (claim: ClaimWithAll) => upstream.get(claim.id) ?? [];
  const needed = new Map(rows.map((claim) => [claim.id, articlesOf(claim, attributionsOf(claim))]));
  const articles = await reader.article.findMany({
    where: { id: { in: [...new Set([...needed.values()].flatMap((ids) => [...ids]))] } },
    include: { outlet: true, conversation: true },
    orderBy: { id: "asc" },
    ...inOneQuery,
  });
  return claimIds.flatMap((id) => {
    const claim = rows.find((row) => row.id === id);
    if (!claim) return [];
    const dossier = toDossier({
      claim,
      attributions: attributionsOf(claim),
      articles: articles.filter((article) => needed.get(id)!.has(article.id)),
      authorIds: idsOf(id, false),
      writerIds: idsOf(id, true),
      verbatimQuoteIds,
    });
    return [{ dossier, claim }];
  });
}

/** The same of one claim; null when there is none. */
export async function loadDossier(reader: Reader, claimId: string): Promise<LoadedDossier | null> {
  return (await loadDossiers(reader, [claimId]))[0] ?? null;
}
