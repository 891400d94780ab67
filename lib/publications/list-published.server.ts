import "server-only";
import { decodeCursor, page } from "../core/cursor";
import { db, Prisma } from "../core/db.server";
import { isLatest } from "./queries";

const pageSize = 50;

type Row = {
  id: string;
  claimId: string;
  slug: string;
  version: number;
  kind: string;
  rating: string | null;
  /** The word it was signed with; null of a retraction. */
  ratingLabel: string | null;
  claimText: string;
  finding: string;
  publishedAt: Date;
};

/** The current version of everything published, retractions included, newest first, for the desk. */
export async function listPublished(cursor: string | undefined) {
  const at = decodeCursor(cursor, 2);
  const after = at
    ? Prisma.sql`(p."publishedAt", p.id) < (${new Date(String(at[0]))}, ${String(at[1])})`
    : Prisma.sql`true`;
  const rows = await db().$queryRaw<Row[]>`
    SELECT p.id, p."claimId", p.slug, p.version, p.kind, p.rating, l."ratingLabel", p."claimText", p.finding, p."publishedAt"
    FROM publication p LEFT JOIN publication_listing l ON l.slug = p.slug AND l.version = p.version
    WHERE ${isLatest} AND ${after}
    ORDER BY p."publishedAt" DESC, p.id DESC LIMIT ${pageSize + 1}`;
  const items = rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
  return page(items, pageSize, (row) => [row.publishedAt, row.id]);
}
