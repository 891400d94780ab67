import "server-only";
import { db, Prisma, type Tx } from "../core/db.server";
import { dayMs } from "../core/durations";
import { logger } from "../core/log-problem.server";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { enqueue, hasJob } from "./queue.server";

/** A mail or a message that could not be made or sent for so long is no news any more. */
const newsMs = dayMs;

async function lostIds(at: Pick<Tx, "$queryRaw">, query: Prisma.Sql): Promise<string[]> {
  return (await at.$queryRaw<{ id: string }[]>(query)).map(({ id }) => id);
}

async function done(work: (tx: Tx) => Promise<void>): Promise<void> {
  const result = await runCommand(work);
  if (!result.ok) throw new Error(result.error.detail);
}

/**
 * Takes up what waits in the database and has no job any more: its worker was killed at the last try, a fault of ours used
 * all tries up, or a backup was restored, which has no jobs. Webhooks and mails of the last day get a new job, older messages
 * are given up; a fetch is given back to the person, who may ask again. At the start of a worker and every hour; of several
 * workers one looks at a time.
 */
export async function takeUpLost(now: Date): Promise<void> {
  const found = { deliveries: 0, mails: 0, fetches: 0 };
  await done(async (tx) => {
    const [turn] = await tx.$queryRaw<
      { mine: boolean }[]
    >`SELECT pg_try_advisory_xact_lock(hashtext('take-up-lost')) AS mine`;
    if (turn?.mine) Object.assign(found, await enqueueLost(tx, new Date(now.getTime() - newsMs)));
  });
  const fetches = await lostIds(
    db(),
    Prisma.sql`
    SELECT a.id FROM article a WHERE a.state = 'fetching'
      AND NOT ${hasJob("fetch-article", "articleId", Prisma.sql`a.id`)} ORDER BY a.id LIMIT 1000`,
  );
  for (const articleId of fetches) await giveUpFetch(articleId, now);
  found.fetches = fetches.length;
  if (found.deliveries + found.mails + found.fetches > 0) logger.warn(found, "jobs were lost");
}

async function enqueueLost(tx: Tx, since: Date): Promise<{ deliveries: number; mails: number }> {
  await tx.$executeRaw`
    UPDATE webhook_delivery d SET status = 'failed', "lastProblem" = 'It could not be sent for a day.'
    WHERE d.status = 'pending' AND d."createdAt" <= ${since}
      AND NOT ${hasJob("deliver-webhook", "deliveryId", Prisma.sql`d.id`)}`;
  const deliveries = await lostIds(
    tx,
    Prisma.sql`
    SELECT d.id FROM webhook_delivery d WHERE d.status = 'pending' AND d."createdAt" > ${since}
      AND NOT ${hasJob("deliver-webhook", "deliveryId", Prisma.sql`d.id`)} ORDER BY d.id LIMIT 1000`,
  );
  for (const deliveryId of deliveries) await enqueue(tx, "deliver-webhook", { deliveryId });
  const mails = await lostIds(
    tx,
    Prisma.sql`
    SELECT d.id FROM digest d WHERE d.state = 'waiting' AND d."createdAt" > ${since}
      AND NOT ${hasJob("send-digest", "digestId", Prisma.sql`d.id`)} ORDER BY d.id LIMIT 1000`,
  );
  for (const digestId of mails) await enqueue(tx, "send-digest", { digestId });
  return { deliveries: deliveries.length, mails: mails.length };
}

async function giveUpFetch(articleId: string, now: Date): Promise<void> {
  await done(async (tx) => {
    const { count } = await tx.article.updateMany({
      where: { id: articleId, state: "fetching" },
      data: {
        state: "failed",
        failureCode: "interrupted",
        failureMessage: "Fetching this broke off on our side. Fetch it again, or paste its text.",
      },
    });
    if (count === 0) return;
    await recordEvent(tx, null, now, {
      event: "article.fetch-failed",
      subject: { kind: "article", id: articleId },
      body: { code: "interrupted" },
    });
  });
}
