import "server-only";
import { db } from "../core/db.server";
import type { Moment } from "./moment";

const most = 500;

/** The moments of a claim, newest first, the latest five hundred; what happened is named, and nothing of its words. */
export async function momentsOf(claimId: string): Promise<Moment[]> {
  const rows = await db().$queryRaw<(Omit<Moment, "at"> & { at: Date })[]>`
    SELECT l.id, l.at, u.name AS who, l.event, p.version
    FROM log_entry l LEFT JOIN "user" u ON u.id = l."actorId"
    LEFT JOIN publication p ON l."subjectKind" = 'publication' AND p.sha256 = l."subjectId"
    WHERE l."claimId" = ${claimId} ORDER BY l.id DESC LIMIT ${most}`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
