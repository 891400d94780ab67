import "server-only";
import { db } from "../core/db.server";
import type { CountedName, MonthCount, NameKind, NamePage, OutletRole, RatingCount } from "./listing";

/** Every month in which a verdict that stands was first published, newest first. Read from the index on month and rating. */
export async function countMonths(): Promise<MonthCount[]> {
  const rows = await db().$queryRaw<(RatingCount & { month: string })[]>`
    WITH counted AS (SELECT month, rating, count(*)::int AS count FROM publication_listing GROUP BY month, rating)
    SELECT c.month, c.rating, c.count, (SELECT l."ratingLabel" FROM publication_listing l
      WHERE l.rating = c.rating ORDER BY l."firstAt" DESC LIMIT 1) AS label
    FROM counted c ORDER BY c.month DESC, c.count DESC, c.rating`;
  const months = new Map<string, RatingCount[]>();
  for (const { month, ...rating } of rows) months.set(month, [...(months.get(month) ?? []), rating]);
  return [...months].map(([month, ratings]) => ({ month, ratings }));
}

/** What stands under the key of a topic, claimant or outlet; null when no verdict that stands prints such a name. */
export async function readNamePage(kind: NameKind, key: string): Promise<NamePage | null> {
  const [ratings, roles] = await Promise.all([
    db().$queryRaw<(RatingCount & { name: string; lastAt: Date })[]>`
      SELECT n.rating, count(*)::int AS count, max(n."firstAt") AS "lastAt",
        (array_agg(n."ratingLabel" ORDER BY n."firstAt" DESC))[1] AS label,
        (array_agg(n.name ORDER BY n."firstAt" DESC, n.slug DESC))[1] AS name
      FROM publication_name n WHERE n.kind = ${kind} AND n.key = ${key}
      GROUP BY n.rating ORDER BY count DESC, n.rating`,
    db().$queryRaw<{ role: OutletRole; count: number }[]>`
      SELECT role, count(*)::int AS count FROM publication_name n, unnest(n.roles) AS role
      WHERE n.kind = ${kind} AND n.key = ${key} GROUP BY role`,
  ]);
  const newest = ratings.toSorted((a, b) => b.lastAt.getTime() - a.lastAt.getTime())[0];
  if (!newest) return null;
  return {
    name: newest.name,
    ratings: ratings.map(({ rating, label, count }) => ({ rating, label, count })),
    roles,
  };
}

/**
 * The names of one kind that most verdicts print, `limit` at most; each as the newest verdict prints it. Counted in the
 * index alone, names read for those that are listed.
 */
export function listNames(kind: NameKind, limit: number): Promise<CountedName[]> {
  return db().$queryRaw<CountedName[]>`
    WITH most AS (SELECT n.key, count(*)::int AS count FROM publication_name n
      WHERE n.kind = ${kind} GROUP BY n.key ORDER BY count DESC, n.key LIMIT ${limit})
    SELECT m.key, newest.name, m.count FROM most m CROSS JOIN LATERAL (
      SELECT n.name FROM publication_name n WHERE n.kind = ${kind} AND n.key = m.key
      ORDER BY n."firstAt" DESC, n.slug DESC LIMIT 1) newest
    ORDER BY m.count DESC, m.key`;
}

/** Kind and key of every name that has a page, for the sitemap. */
export function listNameKeys(): Promise<{ kind: NameKind; key: string }[]> {
  return db().$queryRaw<{ kind: NameKind; key: string }[]>`
    SELECT DISTINCT kind, key FROM publication_name ORDER BY kind, key`;
}
