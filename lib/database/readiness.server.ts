import "server-only";
import { db } from "../core/db.server";

export type Readiness = { ready: boolean; database: boolean; migrations: boolean; jobs: boolean };

/** Whether this instance can serve: the database answers, its migrations are complete, the job tables are there. */
export async function readiness(): Promise<Readiness> {
  try {
    const [row] = await db().$queryRaw<{ open: bigint; jobs: boolean }[]>`
      SELECT (SELECT count(*) FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL) AS open,
        to_regclass('pgboss.job') IS NOT NULL AS jobs`;
    const migrations = row !== undefined && Number(row.open) === 0;
    const jobs = row?.jobs === true;
    return { ready: migrations && jobs, database: true, migrations, jobs };
  } catch {
    return { ready: false, database: false, migrations: false, jobs: false };
  }
}
