import "server-only";
import type { Sight } from "../access/viewer";
import { db } from "../core/db.server";
import type { Moment } from "./moment";
import { entrySeen } from "./seen-marks.server";

const most = 500;

/** The moments of a claim, newest first, the latest five hundred; what happened is named, and nothing of its words. */
export async function momentsOf(viewer: Sight, claimId: string): Promise<Moment[]> {
  const rows = await db().$queryRaw<(Omit<Moment, "at"> & { at: Date })[]>`
    SELECT l.id, l.at, u.name AS who, l.event, p.version
    FROM claim_log l LEFT JOIN "user" u ON u.id = l."actorId"
    LEFT JOIN publication p ON l."subjectKind" = 'publication' AND p.sha256 = l."subjectId"
    WHERE l."onClaimId" = ${claimId} AND ${entrySeen(viewer)} ORDER BY l.id DESC LIMIT ${most}`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
