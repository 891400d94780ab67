import "server-only";
import { newId } from "../core/new-id.server";
import type { Tx } from "../core/db.server";
import { runCommand } from "../core/run-command.server";
import { slotOf } from "../notifications/digest-mail";
import { defaultRhythm, type Rhythm } from "../notifications/kinds";
import { loadSettings } from "../settings/settings.server";
import { enqueue } from "./queue.server";

/** What is older is no news; it waits at the bell. */
const freshMs = 7 * 24 * 3_600_000;
const mostInARun = 200;
/** A sender that was lost mid-way may have sent: after this long nobody finds out any more. */
const lostMs = 15 * 60_000;

type Waiting = { userId: string; rhythm: Rhythm["rhythm"] | null; hour: number | null };

/**
 * One run: for everyone with unread news that no mail carries yet, and whose hour has come, makes the row of this hour's or
 * day's mail, gives the news to it and puts it into the queue, all at once. The row is unique, so that there is one mail at
 * most; of several processes one plans at a time. Answers the ids of the mails.
 */
export async function planDigests(now: Date): Promise<string[]> {
  const planned = await runCommand(async (tx) => {
    const [turn] = await tx.$queryRaw<
      { mine: boolean }[]
    >`SELECT pg_try_advisory_xact_lock(hashtext('plan-digests')) AS mine`;
    if (!turn?.mine) return [];
    await tx.$executeRaw`
      UPDATE digest SET state = 'uncertain', problem = 'The sender was lost while sending.'
      WHERE state = 'sending' AND "createdAt" < ${new Date(now.getTime() - lostMs)}`;
    const since = new Date(now.getTime() - freshMs);
    const waiting = await tx.$queryRaw<Waiting[]>`
      SELECT n."userId", r.rhythm, r.hour FROM notification n JOIN "user" u ON u.id = n."userId" AND u."deactivatedAt" IS NULL
      LEFT JOIN mail_rhythm r ON r."userId" = n."userId"
      WHERE n."byMail" AND n."digestId" IS NULL AND n."readAt" IS NULL AND n."createdAt" > ${since} AND r.rhythm IS DISTINCT FROM 'never'
      GROUP BY 1, 2, 3 ORDER BY min(n.id) LIMIT ${mostInARun}`;
    const made: string[] = [];
    const { timeZone } = (await loadSettings(tx)).site;
    for (const one of waiting) {
      const { rhythm, hour } = one;
      const chosen = rhythm === null || hour === null ? defaultRhythm : { rhythm, hour };
      const slot = slotOf(chosen, now, timeZone);
      if (slot) made.push(...(await planOne(tx, { userId: one.userId, slot, since }, now)));
    }
    return made;
  });
  if (!planned.ok) throw new Error(planned.error.detail);
  return planned.value;
}

type Due = { userId: string; slot: Date; since: Date };

async function planOne(tx: Tx, { userId, slot, since }: Due, now: Date): Promise<string[]> {
  const id = newId();
  const { count } = await tx.digest.createMany({
    data: [{ id, userId, slot, createdAt: now }],
    skipDuplicates: true,
  });
  if (count === 0) return [];
  await tx.notification.updateMany({
    where: { userId, byMail: true, digestId: null, readAt: null, createdAt: { gt: since } },
    data: { digestId: id },
  });
  await enqueue(tx, "send-digest", { digestId: id });
  return [id];
}
