import "server-only";
import { decodeCursor, page } from "../core/cursor";
import { db, Prisma } from "../core/db.server";
import type { PublishedItem, PublishedOnly } from "./published-list";
import { isLatest } from "./queries";

const pageSize = 50;

type Row = Omit<PublishedItem, "publishedAt"> & { publishedAt: Date };

/** By claim, from indexes over the few that are so. */
const narrowedTo: Record<PublishedOnly, Prisma.Sql> = {
  correction: Prisma.sql`p."claimId" IN (SELECT "claimId" FROM correction WHERE "closedAt" IS NULL)`,
  retracted: Prisma.sql`p."claimId" IN (SELECT id FROM claim WHERE state = 'retracted')`,
};

/** The current version of everything published, retractions included, newest first, for the desk. */
export async function listPublished(cursor: string | undefined, only?: PublishedOnly) {
  const at = decodeCursor(cursor, 2);
  const after = at
    ? Prisma.sql`(p."publishedAt", p.id) < (${new Date(String(at[0]))}, ${String(at[1])})`
    : Prisma.sql`true`;
  const rows = await db().$queryRaw<Row[]>`
    SELECT p.id, p."claimId", p.slug, p.version, p.kind, p.rating, l."ratingLabel", p."claimText", p.finding, p."publishedAt",
      CASE WHEN p.kind = 'retraction' THEN p."recordText"::jsonb ->> 'reason' END AS reason,
      (SELECT coalesce(json_agg(n), '[]') FROM (SELECT DISTINCT ON (o.kind) o.kind, o."recordText"::jsonb ->> 'text' AS text
        FROM notice o WHERE o.slug = p.slug ORDER BY o.kind, o."publishedAt" DESC) n) AS notices
    FROM publication p LEFT JOIN publication_listing l ON l.slug = p.slug AND l.version = p.version
    WHERE ${isLatest} AND ${only ? narrowedTo[only] : Prisma.sql`true`} AND ${after}
    ORDER BY p."publishedAt" DESC, p.id DESC LIMIT ${pageSize + 1}`;
  const items = rows.map((row): PublishedItem => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
  return page(items, pageSize, (row) => [row.publishedAt, row.id]);
}

/** Each is counted one by one up to here; one more means more than that. */
export const mostPublishedCounted = 1_000;

/** How much is published, and how much of it is each that the list can be narrowed to. In the order of an index, so that it is taken. */
export async function countPublished(): Promise<Record<PublishedOnly | "all", number>> {
  const most = mostPublishedCounted + 1;
  const [row] = await db().$queryRaw<Record<PublishedOnly | "all", number>[]>`
    SELECT (SELECT count(*) FROM (SELECT 1 FROM publication p WHERE ${isLatest} LIMIT ${most}) a)::int AS all,
      (SELECT count(*) FROM (SELECT 1 FROM correction WHERE "closedAt" IS NULL ORDER BY "claimId" LIMIT ${most}) b)::int AS correction,
      (SELECT count(*) FROM (SELECT 1 FROM claim WHERE state = 'retracted' LIMIT ${most}) c)::int AS retracted`;
  return row!;
}
