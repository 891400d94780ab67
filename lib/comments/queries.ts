import "server-only";
import type { CommentDto } from "../claims/dto";
import { db } from "../core/db.server";

const mostShown = 500;

/**
 * The talk about a claim, oldest first, without what was taken back. Of more than 500 comments what is still open stays and what was resolved long ago
 * goes. For a viewer who is blind on the claim it is not read at all.
 */
export async function commentsOf(claimId: string): Promise<CommentDto[]> {
  const rows = await db().comment.findMany({
    where: { claimId, takenBackAt: null },
    include: { author: { select: { id: true, name: true } } },
    orderBy: [{ resolvedAt: { sort: "desc", nulls: "first" } }, { id: "desc" }],
    take: mostShown,
  });
  const ids = new Set(
    rows.flatMap(({ mentionedIds, resolvedById }) => [...mentionedIds, resolvedById ?? []].flat()),
  );
  const people = await db().user.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const inOrder = rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  return inOrder.map((row) => ({
    id: row.id,
    author: row.author,
    text: row.text,
    at: row.at.toISOString(),
    mentions: row.mentionedIds.flatMap((id) => (names.has(id) ? [{ id, name: names.get(id)! }] : [])),
    resolved: row.resolvedAt
      ? { at: row.resolvedAt.toISOString(), by: names.get(row.resolvedById ?? "") ?? "" }
      : null,
  }));
}
