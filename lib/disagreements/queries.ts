import "server-only";
import { claimsSeen, seesClaim } from "../access/sight.server";
import type { Sight, Viewer } from "../access/viewer";
import { namesOf } from "../accounts/names.server";
import type { DossierEvidence } from "../claims/dossier";
import { openStates } from "../claims/vocabulary";
import type { CurrentRevision } from "../claims/revision.server";
import { openClaims } from "../claims/queries";
import { db, Prisma } from "../core/db.server";
import { isBlind } from "../reviews/blindness";
import { differingPieces } from "./differences";
import type { ClaimQuotesDto, DisagreementDto } from "./dto";
import { suggestedDisagreements } from "./pairs";

/** How many claims of one article are looked through for quotes that disagree. */
const claimsOfArticle = 20;

/**
 * The disagreements of a claim for this viewer: what figures suggest first, then what people marked, open ones before
 * settled ones. Which of two is right is an answer, so how one was settled is hidden from a blind viewer.
 */
export async function disagreementsFor(viewer: Viewer, current: CurrentRevision): Promise<DisagreementDto[]> {
  return (await disagreementsOn(viewer, [current]))[0]!;
}

/** The same of several claims, with one question for all names. */
async function disagreementsOn(
  viewer: Viewer,
  opened: readonly CurrentRevision[],
): Promise<DisagreementDto[][]> {
  const rows = opened.flatMap(({ claim }) => claim.disagreements);
  const names = await namesOf(rows.flatMap((row) => [row.markedById, row.settledById]));
  return opened.map((current) => listed(viewer, current, names));
}

function listed(
  viewer: Viewer,
  current: CurrentRevision,
  names: ReadonlyMap<string, string>,
): DisagreementDto[] {
  const { dossier, claim } = current;
  const blind = isBlind(viewer, dossier);
  const rows = new Map(claim.disagreements.map((row) => [row.id, row]));
  const nameOf = (id: string | null | undefined) => names.get(id ?? "") ?? "someone who left";
  const suggested = suggestedDisagreements(dossier).map((pair) => ({
    ...pair,
    id: null,
    status: "suggested" as const,
    settled: null,
    markedBy: null,
  }));
  const marked = dossier.disagreements.map(({ id, a, b, status, why, resolution }) => ({
    id,
    a,
    b,
    why,
    status,
    settled:
      resolution === null
        ? null
        : blind
          ? ({ hidden: true } as const)
          : { reason: resolution, by: nameOf(rows.get(id)?.settledById) },
    markedBy: nameOf(rows.get(id)?.markedById),
  }));
  const open = marked.filter(({ status }) => status === "open");
  const settled = marked.filter(({ status }) => status !== "open");
  const about = { claimId: claim.id, claimText: claim.text };
  return [...suggested, ...open, ...settled].flatMap((pair) => {
    const sides = sidesOf(current, pair.a, pair.b);
    return sides ? [{ ...pair, ...about, ...sides }] : [];
  });
}

/** The disagreements in which an article's quotes take part, over the claims that quote it, newest claims first. */
export async function disagreementsOfArticle(
  viewer: Viewer,
  articleId: string,
  now: Date,
): Promise<DisagreementDto[]> {
  // Where nobody can disagree is asked of the article's own claims, one look each: of all claims it would take a while.
  const claims = await db().$queryRaw<{ id: string }[]>`
    SELECT q.id FROM (SELECT DISTINCT e."claimId" AS id FROM evidence e WHERE e."articleId" = ${articleId} AND e."removedAt" IS NULL AND ${seesClaim(viewer, Prisma.sql`e."claimId"`)}) q
    CROSS JOIN LATERAL (
      SELECT 1 FROM disagreement d WHERE d."claimId" = q.id AND d.status <> 'withdrawn'
      UNION ALL SELECT 1 FROM comparison c WHERE c."claimId" = q.id AND c.class = 'contradiction' LIMIT 1) one
    ORDER BY q.id DESC LIMIT ${claimsOfArticle}`;
  const opened = await openClaims(
    claims.map(({ id }) => id),
    now,
  );
  const found = (await disagreementsOn(viewer, opened)).flat();
  return found.filter(({ a, b }) => a.articleId === articleId || b.articleId === articleId);
}

/** Open claims on which this article's quotes stand beside others, with all quotes that could be paired. */
export async function quotesBeside(viewer: Sight, articleId: string): Promise<ClaimQuotesDto[]> {
  const claims = await db().claim.findMany({
    where: {
      id: await claimsSeen(viewer),
      state: { in: [...openStates] },
      evidence: { some: { articleId, removedAt: null } },
    },
    select: {
      id: true,
      text: true,
      evidence: {
        where: { removedAt: null },
        select: {
          id: true,
          articleId: true,
          article: { select: { title: true, outlet: { select: { name: true } } } },
          quote: { select: { exact: true, description: true } },
        },
        orderBy: [{ addedAt: "asc" }, { id: "asc" }],
      },
    },
    orderBy: { id: "desc" },
    take: claimsOfArticle,
  });
  return claims
    .filter(({ evidence }) => evidence.length > 1)
    .map(({ id, text, evidence }) => ({
      claimId: id,
      claimText: text,
      quotes: evidence.map((item) => ({
        id: item.id,
        articleId: item.articleId,
        name: item.article.outlet?.name ?? item.article.title ?? "Unnamed article",
        words: item.quote.exact ?? item.quote.description ?? "",
      })),
    }));
}

function sidesOf({ dossier }: CurrentRevision, aId: string, bId: string) {
  const [a, b] = [aId, bId].map((id) => dossier.evidence.find((item) => item.id === id));
  if (!a || !b) return null;
  const languageOf = ({ articleId }: DossierEvidence) =>
    dossier.articles.find(({ id }) => id === articleId)?.language ?? null;
  const told = (item: DossierEvidence) => ({ text: wordsOf(item), language: languageOf(item) });
  const pieces = differingPieces(told(a), told(b));
  const side = (item: DossierEvidence, own: DisagreementDto["a"]["pieces"]) => {
    const article = dossier.articles.find(({ id }) => id === item.articleId);
    return {
      evidenceId: item.id,
      articleId: item.articleId,
      name: article?.outlet ?? article?.title ?? "Unnamed article",
      stance: item.stance,
      exact: wordsOf(item),
      pieces: own,
    };
  };
  return { a: side(a, pieces.a), b: side(b, pieces.b) };
}

function wordsOf({ quote, region }: DossierEvidence): string {
  return quote?.exact ?? region?.description ?? "";
}
