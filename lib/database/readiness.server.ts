import "server-only";
import { db } from "../core/db.server";

export type Readiness = { ready: boolean; database: boolean; migrations: boolean; jobs: boolean };

/**
 * Whether this instance can serve: the database answers, its migrations are complete and those of the build are among them
 * (a start names the newest as `COUNTERSIGN_SCHEMA`), the job tables are there.
 */
export async function readiness(): Promise<Readiness> {
  try {
    const wanted = process.env.COUNTERSIGN_SCHEMA ?? null;
    const [row] = await db().$queryRaw<{ open: bigint; reached: boolean; jobs: boolean }[]>`
      SELECT (SELECT count(*) FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL) AS open,
        ${wanted}::text IS NULL OR EXISTS (
          SELECT 1 FROM _prisma_migrations WHERE migration_name = ${wanted} AND finished_at IS NOT NULL) AS reached,
        to_regclass('pgboss.job') IS NOT NULL AS jobs`;
    const migrations = row !== undefined && Number(row.open) === 0 && row.reached;
    const jobs = row?.jobs === true;
    return { ready: migrations && jobs, database: true, migrations, jobs };
  } catch {
    return { ready: false, database: false, migrations: false, jobs: false };
  }
}
