import "server-only";
import type { Viewer } from "../access/viewer";
import { db, Prisma } from "../core/db.server";
import type { CancelledScheduleDto, ScheduleDto, WaitingDto } from "./dto";
import { endWords, type EndCode } from "./ends";
import { asWaiting, textSeenBy, waitingWithNames, type WaitingRow } from "./waiting-rows.server";

async function personOf(id: string): Promise<ScheduleDto["signedBy"]> {
  const user = await db().user.findUnique({ where: { id }, select: { name: true } });
  return { id, name: user?.name ?? "Someone who left" };
}

/** What waits on the claim for its time; null when nothing does. */
export async function scheduleOf(claimId: string): Promise<ScheduleDto | null> {
  const row = await db().schedule.findFirst({ where: { claimId, state: "waiting" } });
  if (!row) return null;
  return {
    publishAt: row.publishAt.toISOString(),
    signedAt: row.signedAt.toISOString(),
    signedBy: await personOf(row.editorId),
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

/** The claims that wait for their time and print something of the article: a change to it cancels that. */
export function waitingOnArticle(viewer: Viewer, articleId: string): Promise<WaitingDto> {
  return waitingOn(viewer, Prisma.sql`= ${articleId}`);
}

/** The same of what an outlet published: another name of it cancels that. */
export function waitingOnOutlet(viewer: Viewer, outletId: string): Promise<WaitingDto> {
  return waitingOn(viewer, Prisma.sql`IN (SELECT r.id FROM article r WHERE r."outletId" = ${outletId})`);
}

/** `articles`: what the id of an article has to be. */
async function waitingOn(viewer: Viewer, articles: Prisma.Sql): Promise<WaitingDto> {
  const rows = await db().$queryRaw<WaitingRow[]>`
    SELECT c.id AS "claimId", ${textSeenBy(viewer)} AS text, s."publishAt" FROM schedule s JOIN claim c ON c.id = s."claimId"
    WHERE s.state = 'waiting' AND EXISTS (SELECT 1 FROM claim_articles(c.id) a(id) WHERE a.id ${articles})
    ORDER BY s."publishAt", c.id`;
  return asWaiting(rows);
}

type PersonalRow = WaitingRow & { personId: string };

/** All that waits for its time, the soonest first. */
function allWaiting(viewer: Viewer): Promise<PersonalRow[]> {
  return db().$queryRaw<PersonalRow[]>`
    SELECT s."editorId" AS "personId", c.id AS "claimId", ${textSeenBy(viewer)} AS text, s."publishAt"
    FROM schedule s JOIN claim c ON c.id = s."claimId" WHERE s.state = 'waiting' ORDER BY s."publishAt", c.id`;
}

/** All claims that wait for their time: a change of the newsroom's settings cancels those that do not hold with it. */
export async function waitingAnywhere(viewer: Viewer): Promise<WaitingDto> {
  return asWaiting(await allWaiting(viewer));
}

/** The same by who signed them: they are cancelled once that person may not sign any more. */
export async function waitingBySigner(viewer: Viewer): Promise<Map<string, WaitingDto>> {
  return byPerson(await allWaiting(viewer));
}

/** The same by whose names it prints, as its signer or among those who checked: another name of that person cancels it. */
export async function waitingByName(viewer: Viewer): Promise<Map<string, WaitingDto>> {
  return byPerson(
    await db().$queryRaw<PersonalRow[]>`
      SELECT p.id AS "personId", c.id AS "claimId", ${textSeenBy(viewer)} AS text, s."publishAt"
      FROM ${waitingWithNames} JOIN claim c ON c.id = s."claimId" WHERE s.state = 'waiting' ORDER BY s."publishAt", c.id`,
  );
}

function byPerson(all: readonly PersonalRow[]): Map<string, WaitingDto> {
  const rows = new Map<string, WaitingRow[]>();
  for (const { personId, ...row } of all) rows.set(personId, [...(rows.get(personId) ?? []), row]);
  return new Map([...rows].map(([personId, own]) => [personId, asWaiting(own)]));
}

/** What is cancelled by an act that says so itself. */
const meantEnds: readonly EndCode[] = ["cancelled", "returned", "retracted"];

/** The claims whose publication this viewer's act at `at` cancelled though that was not what they did it for. */
export async function cancelledByAct(viewer: Viewer, at: Date): Promise<WaitingDto> {
  // Only what lies ahead is cancelled by people: found by the index of times, however many were published.
  const rows = await db().$queryRaw<WaitingRow[]>`
    SELECT c.id AS "claimId", ${textSeenBy(viewer)} AS text, s."publishAt" FROM schedule s JOIN claim c ON c.id = s."claimId"
    WHERE s.state = 'cancelled' AND s."publishAt" > ${at} AND s."endedAt" = ${at} AND s."endedById" = ${viewer.id}
      AND s."endCode" <> ALL (${[...meantEnds]}::text[])
    ORDER BY s."publishAt", c.id`;
  return asWaiting(rows);
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
  const endedBy = row.endedById ? await personOf(row.endedById) : null;
  const code = row.endCode ?? "";
  // In the row as it was told to all.
  const isSaidByCode = row.endDetail === endWords(code, endedBy?.name ?? null);
  return {
    publishAt: row.publishAt.toISOString(),
    signedBy: await personOf(row.editorId),
    endedAt: row.endedAt.toISOString(),
    endedBy,
    code,
    detail: isBlind || isSaidByCode ? null : row.endDetail,
    events: (await actsThatCancelled([row.id])).get(row.id) ?? [],
  };
}

/**
 * What else the log says was done in the transaction that cancelled each of these schedules, as its events, by schedule.
 * `OFFSET 0`: asked schedule by schedule, by the indexes; as one question about all it would read the whole log.
 */
export async function actsThatCancelled(
  scheduleIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  if (scheduleIds.length === 0) return new Map();
  const rows = await db().$queryRaw<{ id: string; events: string[] }[]>`
    SELECT s.id, array_agg(DISTINCT o.event ORDER BY o.event) AS events FROM schedule s
    CROSS JOIN LATERAL (SELECT l.txid FROM log_entry l
      WHERE l."claimId" = s."claimId" AND l.event = 'schedule.cancelled' AND l."subjectId" = s.id OFFSET 0) e
    CROSS JOIN LATERAL (SELECT l.event FROM claim_log l
      WHERE l."onClaimId" = s."claimId" AND l.txid = e.txid AND l.event NOT IN ('schedule.cancelled', 'claim.fell-back') OFFSET 0) o
    WHERE s.id = ANY (${[...scheduleIds]}::text[]) GROUP BY s.id`;
  return new Map(rows.map(({ id, events }) => [id, events]));
}
