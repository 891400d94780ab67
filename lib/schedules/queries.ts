import "server-only";
import { db } from "../core/db.server";
import type { CancelledScheduleDto, ScheduleDto } from "./dto";
import { endWords } from "./ends";

async function nameOf(id: string | null): Promise<string | null> {
  if (!id) return null;
  const user = await db().user.findUnique({ where: { id }, select: { name: true } });
  return user?.name ?? "Someone who left";
}

/** What waits on the claim for its time; null when nothing does. */
export async function scheduleOf(claimId: string): Promise<ScheduleDto | null> {
  const row = await db().schedule.findFirst({ where: { claimId, state: "waiting" } });
  if (!row) return null;
  return {
    publishAt: row.publishAt.toISOString(),
    signedAt: row.signedAt.toISOString(),
    signedBy: { id: row.editorId, name: (await nameOf(row.editorId)) ?? "" },
  };
}

/** When each of these claims is published, ISO 8601, by claim id; only those that are signed for a time. */
export async function publishTimesOf(claimIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db().schedule.findMany({
    where: { claimId: { in: [...claimIds] }, state: "waiting" },
    select: { claimId: true, publishAt: true },
  });
  return new Map(rows.map(({ claimId, publishAt }) => [claimId, publishAt.toISOString()]));
}

/** The schedule that was cancelled last, unless something was signed on the claim since; null when there is none. */
export async function cancelledScheduleOf(
  claimId: string,
  isBlind: boolean,
): Promise<CancelledScheduleDto | null> {
  const row = await db().schedule.findFirst({ where: { claimId }, orderBy: { signedAt: "desc" } });
  if (row?.state !== "cancelled" || !row.endedAt) return null;
  const since = await db().signOff.count({ where: { claimId, signedAt: { gt: row.signedAt } } });
  if (since > 0) return null;
  const endedBy = await nameOf(row.endedById);
  const why = endWords(row.endCode ?? "", endedBy);
  return {
    publishAt: row.publishAt.toISOString(),
    signedBy: (await nameOf(row.editorId)) ?? "",
    endedAt: row.endedAt.toISOString(),
    endedBy,
    why,
    detail: isBlind || row.endDetail === why ? null : row.endDetail,
    events: await eventsWith(row.id),
  };
}

/** What else the log says was done in the transaction that cancelled it. */
async function eventsWith(scheduleId: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ event: string }[]>`
    SELECT DISTINCT o.event FROM log_entry e JOIN claim_log o ON o.txid = e.txid AND o."onClaimId" = e."claimId"
    WHERE e."subjectKind" = 'schedule' AND e."subjectId" = ${scheduleId} AND e.event = 'schedule.cancelled'
      AND o.event NOT IN ('schedule.cancelled', 'claim.fell-back') ORDER BY o.event`;
  return rows.map(({ event }) => event);
}
