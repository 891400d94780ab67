import "server-only";
import { newId } from "../core/new-id.server";
import { Prisma, type Tx } from "../core/db.server";
import { runCommand } from "../core/run-command.server";
import { slotsAt, urgentSlot } from "../notifications/digest-mail";
import { defaultRhythm, urgentNews } from "../notifications/kinds";
import { loadSettings } from "../settings/settings.server";
import { enqueue, hasJob } from "./queue.server";

/** What is older is no news; it waits at the bell. */
const freshMs = 7 * 24 * 3_600_000;
const mostInARun = 200;
/** A sender that was lost mid-way may have sent: once nobody has its job in hand any more, nobody finds out. */
const lostMs = 15 * 60_000;

/** Whom one mail is for, and which of their news it carries: of these kinds where they are named, told until then. */
type Due = { userId: string; slot: Date; until: Date; kinds?: readonly string[] };

/**
 * One run: for everyone with unread news that no mail carries yet, makes the row of the mail that is due, gives the news to
 * it and puts it into the queue, all at once: at once what cannot wait, the rest when its hour has come. The row is unique,
 * so that there is one mail at most; of several processes one plans at a time. Answers the ids of the mails.
 */
export async function planDigests(now: Date): Promise<string[]> {
  const planned = await runCommand(async (tx) => {
    const [turn] = await tx.$queryRaw<
      { mine: boolean }[]
    >`SELECT pg_try_advisory_xact_lock(hashtext('plan-digests')) AS mine`;
    if (!turn?.mine) return [];
    await tx.$executeRaw`
      UPDATE digest d SET state = 'uncertain', problem = 'The sender was lost while sending.'
      WHERE state = 'sending' AND "createdAt" < ${new Date(now.getTime() - lostMs)}
        AND NOT ${hasJob("send-digest", "digestId", Prisma.sql`d.id`, ["active"])}`;
    const made: string[] = [];
    for (const due of await urgentDue(tx, now)) made.push(...(await planOne(tx, due, now)));
    for (const due of await dailyOrHourlyDue(tx, now)) made.push(...(await planOne(tx, due, now)));
    return made;
  });
  if (!planned.ok) throw new Error(planned.error.detail);
  return planned.value;
}

const since = (now: Date) => new Date(now.getTime() - freshMs);

/** Of `notification n`, with its reader's `mail_rhythm r`: news that waits for a mail. */
const waiting = (now: Date) => Prisma.sql`
  FROM notification n JOIN "user" u ON u.id = n."userId" AND u."deactivatedAt" IS NULL
  LEFT JOIN mail_rhythm r ON r."userId" = n."userId"
  WHERE n."byMail" AND n."digestId" IS NULL AND n."readAt" IS NULL AND n."createdAt" > ${since(now)}`;

/** Who is told of their own account is told whatever they chose. */
async function urgentDue(tx: Tx, now: Date): Promise<Due[]> {
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    SELECT n."userId" ${waiting(now)} AND n.kind = ANY(${[...urgentNews]})
      AND (n.kind = 'account' OR r.rhythm IS DISTINCT FROM 'never')
    GROUP BY 1 ORDER BY min(n.id) LIMIT ${mostInARun}`;
  const mail = { slot: urgentSlot(now), until: now, kinds: urgentNews };
  return rows.map(({ userId }) => ({ userId, ...mail }));
}

async function dailyOrHourlyDue(tx: Tx, now: Date): Promise<Due[]> {
  const { timeZone } = (await loadSettings(tx)).site;
  const slots = slotsAt(now, timeZone).map(
    ({ rhythm, hour, slot, until }) =>
      Prisma.sql`(${rhythm}::text, ${hour}::int, ${slot}::timestamptz, ${until}::timestamptz)`,
  );
  return tx.$queryRaw<Due[]>`
    SELECT w."userId", s.slot, s.until FROM (
      SELECT n."userId", min(n.id) AS first, min(n."createdAt") AS oldest,
        coalesce(r.rhythm, ${defaultRhythm.rhythm}) AS rhythm, coalesce(r.hour, ${defaultRhythm.hour}::int) AS hour
      ${waiting(now)} GROUP BY 1, 4, 5) w
    JOIN (VALUES ${Prisma.join(slots)}) AS s(rhythm, hour, slot, until) ON s.rhythm = w.rhythm AND s.hour = w.hour
    WHERE w.oldest <= s.until AND NOT EXISTS (SELECT 1 FROM digest d WHERE d."userId" = w."userId" AND d.slot = s.slot)
    ORDER BY w.first LIMIT ${mostInARun}`;
}

async function planOne(tx: Tx, { userId, slot, until, kinds }: Due, now: Date): Promise<string[]> {
  const id = newId();
  const { count } = await tx.digest.createMany({
    data: [{ id, userId, slot, createdAt: now }],
    skipDuplicates: true,
  });
  if (count === 0) return [];
  await tx.notification.updateMany({
    where: {
      ...{ userId, byMail: true, digestId: null, readAt: null, createdAt: { gt: since(now), lte: until } },
      ...(kinds ? { kind: { in: [...kinds] } } : {}),
    },
    data: { digestId: id },
  });
  await enqueue(tx, "send-digest", { digestId: id });
  return [id];
}
