import "server-only";
import { seesArticle, seesClaim } from "../access/sight.server";
import type { Sight } from "../access/viewer";
import { decodeCursor, page } from "../core/cursor";
import { db, Prisma } from "../core/db.server";
import type { OriginalRowDto } from "./originals-dto";

const claimsShown = 4;

/** The originals that stand for nothing but themselves: unread, and some article is thought to lean on them. */
const unreadFor = (viewer: Sight) => Prisma.sql`
  SELECT o.id FROM article o WHERE o.state IN ('mentioned', 'failed') AND o."notObtainable" IS NULL
    AND EXISTS (SELECT 1 FROM attribution t WHERE t."toArticleId" = o.id AND t.status <> 'rejected')
    AND ${seesArticle(viewer, Prisma.sql`o.id`)}`;

/**
 * Originals that nobody has read yet, across the desk, sorted by what capturing each would unlock: claims it stops at the
 * gate, claims that wait for it, claims and articles of which a rule suggests so, which are counted apart. A page at a time,
 * in one query.
 */
export async function listOriginals(
  viewer: Sight,
  input: { cursor?: string | undefined; limit: number },
): Promise<{ items: OriginalRowDto[]; nextCursor: string | null }> {
  const at = decodeCursor(input.cursor, 5);
  const after = at
    ? Prisma.sql`(n.stops, n.claims, n."suggestedClaims", n.articles + n."suggestedArticles", n.id)
        < (${Number(at[0])}, ${Number(at[1])}, ${Number(at[2])}, ${Number(at[3])}, ${String(at[4])})`
    : Prisma.sql`true`;
  const rows = await db().$queryRaw<OriginalRowDto[]>`
    WITH RECURSIVE unread AS (${unreadFor(viewer)}),
    leaning AS (
      SELECT u.id AS original, t."fromArticleId" AS id, ${isAccepted} AS sure, t.status = 'confirmed' AS settled FROM unread u
        JOIN attribution t ON t."toArticleId" = u.id AND t.status <> 'rejected' AND t."fromArticleId" <> u.id
      UNION SELECT l.original, t."fromArticleId", l.sure AND ${isAccepted}, l.settled AND t.status = 'confirmed' FROM leaning l
        JOIN attribution t ON t."toArticleId" = l.id AND t.status <> 'rejected' AND t.type <> 'own-reporting'),
    waiting AS (
      SELECT w.original, w.id, w.text, w.stopped, NOT (w.stopped OR bool_or(w.settled)) AS suggested FROM (
        SELECT DISTINCT l.original, c.id, c.text, coalesce(d.confirmed, l.settled) AS settled, ${isStopped} AS stopped FROM leaning l
          JOIN evidence e ON e."articleId" = l.id AND e."removedAt" IS NULL
          JOIN claim c ON c.id = e."claimId" AND c.state IN ('new', 'researching', 'in-review', 'ready')
            AND ${seesClaim(viewer, Prisma.sql`c.id`)}
          CROSS JOIN LATERAL (${decidedHere}) d WHERE d.rejected IS NOT TRUE) w
      GROUP BY w.original, w.id, w.text, w.stopped),
    seen AS (
      SELECT l.original, l.id, bool_or(l.sure) AS sure FROM leaning l
      WHERE l.id <> l.original AND ${seesArticle(viewer, Prisma.sql`l.id`)} GROUP BY l.original, l.id),
    counted AS (
      SELECT u.id,
        (SELECT count(*)::int FROM waiting w WHERE w.original = u.id AND w.stopped) AS stops,
        (SELECT count(*)::int FROM waiting w WHERE w.original = u.id AND NOT w.suggested) AS claims,
        (SELECT count(*)::int FROM seen s WHERE s.original = u.id AND s.sure) AS articles,
        (SELECT count(*)::int FROM waiting w WHERE w.original = u.id AND w.suggested) AS "suggestedClaims",
        (SELECT count(*)::int FROM seen s WHERE s.original = u.id AND NOT s.sure) AS "suggestedArticles"
      FROM unread u)
    SELECT n.id, n.stops, n.claims, n.articles, n."suggestedClaims", n."suggestedArticles", a.title, a.url, a.state, a."failureMessage", p.name AS outlet,
      coalesce((SELECT jsonb_agg(to_jsonb(s) - 'original') FROM (
        SELECT w.* FROM waiting w WHERE w.original = n.id ORDER BY w.stopped DESC, w.suggested, w.id LIMIT ${claimsShown}) s), '[]') AS waiting
    FROM counted n JOIN article a ON a.id = n.id LEFT JOIN outlet p ON p.id = a."outletId"
    WHERE ${after} ORDER BY n.stops DESC, n.claims DESC, n."suggestedClaims" DESC,
      n.articles + n."suggestedArticles" DESC, n.id DESC LIMIT ${input.limit + 1}`;
  return page(rows, input.limit, (row) => [
    ...[row.stops, row.claims, row.suggestedClaims, row.articles + row.suggestedArticles],
    row.id,
  ]);
}

/** Of `attribution t`: somebody confirmed what a rule suggests, or wrote it, for every claim or for one. */
const isAccepted = Prisma.sql`(t.status = 'confirmed' OR EXISTS (
  SELECT 1 FROM claim_attribution d WHERE d."attributionId" = t.id AND d.status = 'confirmed'))`;

/** What was decided for this claim alone: true, false, or null where nothing was. */
const decidedHere = Prisma.sql`
  SELECT bool_or(h.status = 'confirmed') AS confirmed, bool_and(h.status = 'rejected') AS rejected FROM attribution t
    JOIN claim_attribution h ON h."attributionId" = t.id AND h."claimId" = c.id AND h.status <> 'withdrawn'
  WHERE t."fromArticleId" = l.id AND t."toArticleId" = l.original`;

/** What the gate asks (`original-not-read`): evidence of the claim is confirmed to have it from there. */
const isStopped = Prisma.sql`EXISTS (
  SELECT 1 FROM evidence held
    JOIN attribution t ON t."fromArticleId" = held."articleId" AND t."toArticleId" = l.original
    JOIN article o ON o.id = l.original
    LEFT JOIN claim_attribution ca ON ca."attributionId" = t.id AND ca."claimId" = c.id AND ca.status <> 'withdrawn'
  WHERE held."claimId" = c.id AND held."removedAt" IS NULL AND coalesce(ca.status, t.status) = 'confirmed'
    AND (t.type IN ('cites', 'republishes', 'uncredited-rewrite')
      OR (t.type IN ('same-press-release', 'same-dataset', 'same-interview') AND o.kind IN ('report', 'wire', 'record', 'dataset'))))`;
