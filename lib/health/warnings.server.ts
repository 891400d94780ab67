import "server-only";
import { db } from "../core/db.server";
import { env } from "../core/env.server";
import { loadKeySet, loadSigningKey } from "../publications/signing-key.server";
import { warningsOf, type HealthFacts, type Warning } from "./warnings";
import { readBeat } from "./read-beat.server";

const faultOf = (work: Promise<unknown>): Promise<string | null> =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

/** What somebody at the machine must see to, worst first. Throws when the database is away. */
export async function healthWarnings(now: Date): Promise<Warning[]> {
  const [[row], due, keySet, signingKey, beat] = await Promise.all([
    db().$queryRaw<Pick<HealthFacts, "queuesKeptAt" | "unsealedSince">[]>`
      SELECT (SELECT max(maintained_on) FROM pgboss.version) AS "queuesKeptAt",
        (SELECT e.at FROM log_entry e WHERE e.txid >= coalesce((SELECT s.txid FROM log_leaf l
          JOIN log_entry s ON s.id = l."entryId" ORDER BY l.index DESC LIMIT 1), '0'::xid8)
          AND NOT EXISTS (SELECT 1 FROM log_leaf l WHERE l."entryId" = e.id) ORDER BY e.txid, e.id LIMIT 1) AS "unsealedSince"`,
    db().$queryRaw<{ queue: string; jobs: number; since: Date }[]>`
      SELECT name AS queue, count(*)::int AS jobs, min(start_after) AS since FROM pgboss.job
      WHERE state < 'active' AND start_after <= now() GROUP BY name ORDER BY name`,
    faultOf(loadKeySet()),
    faultOf(loadSigningKey()),
    readBeat(env().home),
  ]);
  return warningsOf({ queuesKeptAt: null, unsealedSince: null, ...row, due, keySet, signingKey, beat }, now);
}
