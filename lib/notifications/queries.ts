import "server-only";
import type { Viewer } from "../access/viewer";
import { decodeCursor, page } from "../core/cursor";
import { db } from "../core/db.server";
import type { NewsDto } from "./dto";

const pageSize = 30;

/** What this person was told, newest first, a page at a time. */
export async function listNews(
  viewer: Viewer,
  cursor?: string,
): Promise<{ items: NewsDto[]; nextCursor: string | null }> {
  const after = decodeCursor(cursor, 1);
  const rows = await db().notification.findMany({
    where: { userId: viewer.id, ...(after ? { id: { lt: String(after[0]) } } : {}) },
    orderBy: { id: "desc" },
    take: pageSize + 1,
  });
  const claims = await db().claim.findMany({
    where: { id: { in: rows.flatMap(({ claimId }) => claimId ?? []) } },
    select: { id: true, text: true },
  });
  const items = rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    text: row.text,
    claim: claims.find(({ id }) => id === row.claimId) ?? null,
    articleId: row.articleId,
    createdAt: row.createdAt.toISOString(),
    isNew: row.readAt === null,
  }));
  return page(items, pageSize, (row) => [row.id]);
}

/** How much of it this person has not read yet, for the badge; counted up to 1,000. */
export async function countUnread(viewer: Viewer): Promise<number> {
  return db().notification.count({ where: { userId: viewer.id, readAt: null }, take: 1000 });
}
