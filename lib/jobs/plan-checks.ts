import "server-only";
import { freshnessOf } from "../articles/keep-look.server";
import { freshSince, nextCheckAt } from "../articles/watch-plan";
import { Prisma, type Tx } from "../core/db.server";
import { runCommand } from "../core/run-command.server";
import { loadSettings } from "../settings/settings.server";
import type { WatchSettings } from "../settings/watch-settings";
import { enqueue } from "./queue.server";

/** A job that was lost is planned again after this long. */
const plannedAgainMs = 15 * 60_000;
/** Articles that get their first date in one run at most. */
const firstDates = 200;

/** Captured articles with an address on which a claim leans that is neither declined nor retracted. */
const leanedUpon = Prisma.sql`a.state = 'captured' AND a.url IS NOT NULL AND (
  EXISTS (SELECT 1 FROM evidence e JOIN claim c ON c.id = e."claimId" WHERE e."articleId" = a.id
    AND c.state NOT IN ('declined', 'retracted') AND (e."removedAt" IS NULL OR EXISTS (SELECT 1 FROM publication p WHERE p."claimId" = c.id)))
  OR EXISTS (SELECT 1 FROM quote q JOIN claim c ON c."appearanceQuoteId" = q.id WHERE q."articleId" = a.id
    AND c.state NOT IN ('declined', 'retracted')))`;

/**
 * One run of the schedule: gives a date to articles that claims have begun to lean on, and puts those that are due into
 * the queue, at most one a site and `maxPerRun` in all. What is due stands in the database, so that nothing is lost when
 * a process ends; of several processes one plans at a time. Answers the ids put into the queue.
 */
export async function planChecks(now: Date): Promise<string[]> {
  const { watch } = await loadSettings();
  if (!watch.isOn) return [];
  const planned = await runCommand(async (tx) => {
    const [turn] = await tx.$queryRaw<
      { mine: boolean }[]
    >`SELECT pg_try_advisory_xact_lock(hashtext('plan-checks')) AS mine`;
    if (!turn?.mine) return [];
    await giveFirstDates(tx, watch);
    return enqueueDue(tx, watch, now);
  });
  if (!planned.ok) throw new Error(planned.error.detail);
  return planned.value;
}

async function giveFirstDates(tx: Tx, watch: WatchSettings): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string; publishedAt: string | null; capturedAt: Date }[]>`
    SELECT a.id, a."publishedAt", (SELECT max(k."capturedAt") FROM capture k WHERE k."articleId" = a.id) AS "capturedAt"
    FROM article a WHERE a."nextCheckAt" IS NULL AND ${leanedUpon} ORDER BY a.id LIMIT ${firstDates}`;
  for (const { id, publishedAt, capturedAt } of rows) {
    const fresh = freshSince({ ...(await freshnessOf(tx, id)), publishedAt });
    const next = nextCheckAt({ articleId: id, lookedAt: capturedAt, freshSince: fresh, failures: 0 }, watch);
    await tx.article.update({ where: { id }, data: { nextCheckAt: next } });
  }
}

async function enqueueDue(tx: Tx, watch: WatchSettings, now: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT DISTINCT ON (due.host) due.id, due."nextCheckAt" FROM (
        SELECT a.id, a."nextCheckAt", substring(a.url from '^[a-z]+://([^/?#]+)') AS host FROM article a
        WHERE a."nextCheckAt" <= ${now} AND (a."checkingUntil" IS NULL OR a."checkingUntil" <= ${now}) AND ${leanedUpon}) AS due
      LEFT JOIN watched_host h ON h.host = due.host
      WHERE h.host IS NULL OR h."nextVisitAt" <= ${now}
      ORDER BY due.host, due."nextCheckAt", due.id) AS one_a_site
    ORDER BY "nextCheckAt", id LIMIT ${watch.maxPerRun}`;
  const ids = rows.map(({ id }) => id);
  await tx.article.updateMany({
    where: { id: { in: ids } },
    data: { nextCheckAt: new Date(now.getTime() + plannedAgainMs) },
  });
  for (const articleId of ids) await enqueue(tx, "check-source", { articleId });
  return ids;
}
