import "server-only";
import { db, Prisma, type Tx } from "../core/db.server";
import type { NewsMark } from "./schema";

/** Which transactions are done now; taken before news is read, so that whatever is not shown stays new. */
export async function snapshotNow(): Promise<string> {
  const [row] = await db().$queryRaw<{ now: string }[]>`SELECT pg_current_snapshot()::text AS now`;
  return row!.now;
}

/**
 * Of `notification n`: what had come when a mark was made, up to its id. An id is made before its transaction is over, so
 * that news with an older one may come later. After a restore into another cluster transactions count anew: what has more
 * than this one has counted is old.
 */
export function withinMark({ upTo, snapshot }: NewsMark): Prisma.Sql {
  return Prisma.sql`(n.id <= ${upTo} AND (pg_visible_in_snapshot(n.txid, ${snapshot}::pg_snapshot)
    OR n.txid >= pg_snapshot_xmax(pg_current_snapshot())))`;
}

/** Ids of what a person has not read that came after the mark was made, though its ids are older than what was shown. */
export async function cameSince(tx: Tx, userId: string, mark: NewsMark): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT n.id FROM notification n
    WHERE n."userId" = ${userId} AND n."readAt" IS NULL AND n.id <= ${mark.upTo} AND NOT ${withinMark(mark)}`;
  return rows.map(({ id }) => id);
}
