import "server-only";
import { statusOn, type AttributionStatus, type OnClaim } from "../attributions/on-claim";
import type { AttributionType } from "../claims/dossier";
import type { Reader } from "../core/db.server";
import { leaningTypes, waysTo } from "./blast-radius";

export type Downstream = {
  /** The article, and whatever has something from it on any claim. */
  articleIds: string[];
  /** Whether what a claim quotes from an article comes from there, by what is confirmed for that claim. */
  reaches: (claimId: string, articleId: string) => boolean;
};

/** The article and all that have something from it, claim by claim, over attributions that people confirmed. */
export async function downstreamOf(reader: Reader, articleId: string): Promise<Downstream> {
  const types = [...leaningTypes];
  const rows = await reader.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE downstream AS (
      SELECT ${articleId}::text AS id
      UNION SELECT a."fromArticleId" FROM attribution a JOIN downstream d ON a."toArticleId" = d.id
        WHERE a.type = ANY(${types}) AND (a.status = 'confirmed' OR EXISTS (
          SELECT 1 FROM claim_attribution o WHERE o."attributionId" = a.id AND o.status = 'confirmed')))
    SELECT id FROM downstream`;
  const articleIds = rows.map(({ id }) => id);
  const edges = await reader.attribution.findMany({
    where: { toArticleId: { in: articleIds }, fromArticleId: { in: articleIds }, type: { in: types } },
    select: {
      type: true,
      status: true,
      fromArticleId: true,
      toArticleId: true,
      onClaims: { select: { claimId: true, status: true } },
    },
  });
  const decidedApart = new Set(edges.flatMap(({ onClaims }) => onClaims.map(({ claimId }) => claimId)));
  const ways = new Map<string, ReadonlyMap<string, string[]>>();
  const waysOn = (claimId: string) => {
    // Claims for which nothing was decided apart have the same ways.
    const key = decidedApart.has(claimId) ? claimId : "";
    const known =
      ways.get(key) ??
      waysTo(
        articleId,
        edges.map((edge) => edgeOn(edge, key)),
      );
    ways.set(key, known);
    return known;
  };
  return { articleIds, reaches: (claimId, id) => waysOn(claimId).has(id) };
}

type EdgeRow = {
  type: string;
  status: string;
  fromArticleId: string;
  toArticleId: string | null;
  onClaims: { claimId: string; status: string }[];
};

function edgeOn({ type, status, onClaims, ...ends }: EdgeRow, claimId: string) {
  const known = { status: status as AttributionStatus, onClaims: onClaims as OnClaim[] };
  return { ...ends, type: type as AttributionType, status: statusOn(known, claimId) };
}
