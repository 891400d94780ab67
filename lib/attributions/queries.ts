import "server-only";
import { hiddenFrom, mayNameId } from "../access/sight.server";
import type { Sight } from "../access/viewer";
import type { AttributionDto } from "../articles/dto";
import { db, type Prisma } from "../core/db.server";
import type { CurrentRevision } from "../claims/revision.server";
import type { IndependenceDto } from "../claims/dto";
import type { KnownInterests } from "../entities/interests";
import { knownInterests } from "../entities/known-interests.server";
import { independence, sideOfRating } from "./independence";
import { routeInWords } from "./route-words";

export const attributionInclude = {
  from: { select: { id: true, title: true, outlet: { select: { name: true } } } },
  toArticle: {
    select: { id: true, title: true, state: true, notObtainable: true, outlet: { select: { name: true } } },
  },
  toOrigin: true,
  onClaims: {
    where: { status: { not: "withdrawn" } },
    select: { claimId: true, status: true, claim: { select: { text: true } } },
    orderBy: { decidedAt: "asc" },
  },
} satisfies Prisma.AttributionInclude;

type AttributionRow = Prisma.AttributionGetPayload<{ include: typeof attributionInclude }>;

/**
 * Attributions as this viewer sees them, with what is noted of those whom their origins are called after; without those
 * that lead to, or were decided for, what the viewer may not see.
 */
export async function attributionDtos(
  viewer: Sight,
  rows: readonly AttributionRow[],
): Promise<AttributionDto[]> {
  const ids = rows.flatMap((row) => [row.id, ...row.onClaims.map(({ claimId }) => claimId)]);
  const hidden = await hiddenFrom(viewer, ids);
  const seen = rows.filter(({ id }) => !hidden.has(id));
  const known = seen.some(({ toOrigin }) => toOrigin !== null) ? await knownInterests() : () => null;
  return seen.map((row) => {
    const onClaims = row.onClaims.filter(({ claimId }) => !hidden.has(claimId));
    return attributionDto({ ...row, onClaims }, known);
  });
}

/** An attribution as the desk and the API see it. */
function attributionDto(row: AttributionRow, known: (name: string) => KnownInterests | null): AttributionDto {
  const { toArticle, toOrigin } = row;
  return {
    id: row.id,
    type: row.type as AttributionDto["type"],
    from: { articleId: row.from.id, outlet: row.from.outlet?.name ?? null, title: row.from.title },
    to: toOrigin
      ? {
          origin: {
            id: toOrigin.id,
            name: toOrigin.name,
            kind: toOrigin.kind,
            primary: toOrigin.primary,
            naming: toOrigin.naming,
            attested: toOrigin.attestedReason === null ? null : { reason: toOrigin.attestedReason },
            interests: interestsOf(toOrigin),
            known: known(toOrigin.name),
          },
        }
      : {
          articleId: toArticle!.id,
          outlet: toArticle!.outlet?.name ?? null,
          title: toArticle!.title,
          state: toArticle!.state as "captured",
          notObtainable: toArticle!.notObtainable,
        },
    status: row.status as AttributionDto["status"],
    reason: row.rule ? { rule: row.rule, quote: row.ruleQuote } : null,
    onClaims: row.onClaims.map(({ claimId, status, claim }) => ({
      claimId,
      status: status as "confirmed",
      text: claim.text,
    })),
  };
}

function interestsOf(row: { interests: string | null; interestsSource: string | null }) {
  return row.interests === null ? null : { words: row.interests, source: row.interestsSource ?? "" };
}

/** One attribution; null when there is none, or none for this viewer. */
export async function getAttribution(viewer: Sight, id: string): Promise<AttributionDto | null> {
  const row = await db().attribution.findUnique({ where: { id }, include: attributionInclude });
  return row && ((await attributionDtos(viewer, [row]))[0] ?? null);
}

/** One origin; null when there is none, or none for this viewer. */
export async function getOrigin(viewer: Sight, id: string) {
  const row = await db().origin.findUnique({ where: { id } });
  if (!row || !(await mayNameId(viewer, id))) return null;
  const { name, kind, primary, naming, attestedReason } = row;
  return {
    id,
    name,
    kind,
    primary,
    naming,
    attested: attestedReason === null ? null : { reason: attestedReason },
    interests: interestsOf(row),
  };
}

/** The attributions of an article and of those it leads to, one step on: what is needed to follow it upstream. */
export async function listAttributions(viewer: Sight, articleId: string): Promise<AttributionDto[]> {
  const onward = await db().attribution.findMany({
    where: { fromArticleId: articleId, type: { not: "own-reporting" }, toArticleId: { not: null } },
    select: { toArticleId: true },
  });
  const from = [articleId, ...onward.flatMap(({ toArticleId }) => toArticleId ?? [])];
  const rows = await db().attribution.findMany({
    where: { fromArticleId: { in: from } },
    include: attributionInclude,
    orderBy: { id: "asc" },
  });
  return attributionDtos(viewer, rows);
}

/** How many independent origins stand behind the side the rating rests on; a blind viewer's count leaves the rating out. */
export function independenceOf(current: CurrentRevision, isBlindViewer: boolean): IndependenceDto {
  const { dossier, settings } = current;
  const side = isBlindViewer ? null : sideOfRating(dossier.verdict.rating, settings.ratings);
  const found = independence({ ...dossier, side });
  const originById = new Map(dossier.origins.map((origin) => [origin.id, origin]));
  const articleById = new Map(dossier.articles.map((article) => [article.id, article]));
  const onSide = new Set(
    dossier.evidence.filter((item) => item.stance === found.side).map((item) => item.articleId),
  );
  return {
    side: found.side,
    count: found.count,
    chains: found.chains,
    articles: onSide.size,
    origins: found.origins.map(({ id, articleIds }) => {
      const origin = originById.get(id);
      const article = articleById.get(id);
      return origin
        ? { name: origin.name, kind: origin.kind, primary: origin.primary, naming: origin.naming, articleIds }
        : {
            name: article?.outlet ?? article?.title ?? id,
            kind: "other",
            primary: article?.primary ?? false,
            naming: "named",
            articleIds,
          };
    }),
    unknown: found.unknown,
    edges: dossier.attributions.map((edge) => ({
      id: edge.id,
      from: edge.fromArticleId,
      to: edge.toArticleId ?? edge.toOriginId ?? "",
      type: edge.type,
      status: edge.status,
    })),
    words: routeInWords(dossier, found),
  };
}
