import "server-only";
import { db, pool } from "../core/db.server";

type Row = { labels: Record<string, string>; value: number };

/** How many jobs each queue has that are not finished, by state; `failed` are those given up and still kept. */
export async function jobsWaiting(): Promise<Row[]> {
  const rows = await db().$queryRaw<{ queue: string; state: string; jobs: number }[]>`
    SELECT q.name AS queue, s.state, coalesce(j.jobs, 0)::int AS jobs
    FROM pgboss.queue q CROSS JOIN unnest(ARRAY['created', 'retry', 'active', 'failed']) AS s(state)
    LEFT JOIN (SELECT name, state::text AS state, count(*) AS jobs FROM pgboss.job
      WHERE state::text IN ('created', 'retry', 'active', 'failed') GROUP BY 1, 2) j ON j.name = q.name AND j.state = s.state
    WHERE q.name NOT LIKE '\\_\\_%'`;
  return rows.map(({ queue, state, jobs }) => ({ labels: { queue, state }, value: jobs }));
}

/** How many log entries have a place in the tree, and how many wait for one. */
export async function logCounts(): Promise<Row[]> {
  const [row] = await db().$queryRaw<{ sealed: number; unsealed: number }[]>`
    SELECT (SELECT coalesce(max(index) + 1, 0) FROM log_leaf)::float8 AS sealed,
      (SELECT count(*) FROM (SELECT 1 FROM log_entry e WHERE e.txid >= coalesce((SELECT s.txid FROM log_leaf l
        JOIN log_entry s ON s.id = l."entryId" ORDER BY l.index DESC LIMIT 1), '0'::xid8)
        AND NOT EXISTS (SELECT 1 FROM log_leaf l WHERE l."entryId" = e.id) LIMIT 100000) AS waiting)::float8 AS unsealed`;
  return [
    { labels: { state: "sealed" }, value: row?.sealed ?? 0 },
    { labels: { state: "unsealed" }, value: row?.unsealed ?? 0 },
  ];
}

/** Connections of this process's pool: all, idle ones, and callers that wait for one. */
export function poolCounts(): Row[] {
  const { totalCount, idleCount, waitingCount } = pool();
  return [
    { labels: { state: "open" }, value: totalCount },
    { labels: { state: "idle" }, value: idleCount },
    { labels: { state: "waited-for" }, value: waitingCount },
  ];
}
