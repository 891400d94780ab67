import "server-only";
import type { Tx } from "../core/db.server";
import type { Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { loadSettings } from "../settings/settings.server";
import { daysTakenBack, type Dated } from "./dated";
import { periodsNow } from "./keep-shelf-life.server";
import { daysOfTopic } from "./periods";

/** Runs a command that may date all that is published: a hundred thousand claims take some seconds. */
export function runDating<T>(work: (tx: Tx) => Promise<T>): Promise<Result<T>> {
  return runCommand(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL statement_timeout = '120s'`;
      return work(tx);
    },
    { timeoutMs: 120_000 },
  );
}

/**
 * Gives a date to each published finding that has none and for which there are days now: the one that publishing it would
 * have set, by the kind and topics that the claim has now. Dates that are set stay. One statement, however many there are.
 * `entryId` is the log's entry of the settings by which they have it; `publishedAfter` leaves out what was public by then.
 */
export async function datePublished(
  tx: Tx,
  { entryId, publishedAfter = new Date(0) }: { entryId: string; publishedAfter?: Date },
  now: Date,
): Promise<Dated> {
  const settings = await loadSettings(tx);
  const { byKind, byTopic } = periodsNow(settings);
  const days = { kind: JSON.stringify(byKind), topic: JSON.stringify(await daysOfNames(tx, byTopic)) };
  const [counts] = await tx.$queryRaw<[Dated]>`
    WITH dated AS (
      INSERT INTO shelf_life ("claimId", "recheckAt", since, "byEntryId")
      SELECT c.id, coalesce(((p.record ->> 'asOf')::date + time '12:00') AT TIME ZONE ${settings.site.timeZone}::text, p."publishedAt")
          + make_interval(hours => 24 * d.days), p."publishedAt", ${entryId}::text
      FROM claim c
      CROSS JOIN LATERAL (SELECT coalesce(
        (SELECT min((${days.topic}::jsonb ->> t.name)::int) FROM unnest(c.topics) AS t(name)),
        (${days.kind}::jsonb ->> c.kind)::int) AS days) d
      CROSS JOIN LATERAL (
        SELECT l.kind, l."publishedAt", l."recordText"::jsonb AS record FROM publication l
        WHERE l."claimId" = c.id ORDER BY l.version DESC LIMIT 1) p
      WHERE d.days IS NOT NULL AND p.kind = 'publication' AND p."publishedAt" > ${publishedAfter}
        AND NOT EXISTS (SELECT 1 FROM shelf_life s WHERE s."claimId" = c.id)
      ON CONFLICT DO NOTHING RETURNING "recheckAt")
    SELECT count(*)::int AS dated, (count(*) FILTER (WHERE "recheckAt" <= ${now}))::int AS due FROM dated`;
  return counts;
}

/** The days of each topic that a claim without a date has, by its name there, which may differ in capitals. */
async function daysOfNames(
  tx: Tx,
  byTopic: Parameters<typeof daysOfTopic>[1],
): Promise<Record<string, number>> {
  if (byTopic.length === 0) return {};
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT t.name FROM claim c, unnest(c.topics) AS t(name)
    WHERE NOT EXISTS (SELECT 1 FROM shelf_life s WHERE s."claimId" = c.id)`;
  return Object.fromEntries(
    rows.flatMap(({ name }) => {
      const days = daysOfTopic(name, byTopic);
      return days === null ? [] : [[name, days]];
    }),
  );
}

/**
 * Takes the dates away again that an entry of the settings gave, and closes what asked for a look on them. What was looked at
 * or published since has another date, and keeps it. Answers how many are gone.
 */
export async function takeDatesAway(tx: Tx, entryId: string, now: Date): Promise<number> {
  const gone = await tx.$queryRaw<{ claimId: string }[]>`
    DELETE FROM shelf_life WHERE "byEntryId" = ${entryId} RETURNING "claimId"`;
  // A statement of its own: the first waits for whoever opens such a task at this moment, and this one sees it.
  await tx.$executeRaw`
    UPDATE task SET "doneAt" = ${now}, note = ${daysTakenBack}
    WHERE kind = 'shelf-life' AND "doneAt" IS NULL AND "claimId" = ANY (${gone.map(({ claimId }) => claimId)}::text[])`;
  return gone.length;
}
