import { sealLog } from "../../lib/log/seal.server";
import type { TestDatabase } from "./test-database";

/**
 * Seals until no entry waits, and returns how many were sealed. Entries wait for every older transaction of the cluster,
 * those of another test file's database too, so one call may find nothing to seal yet.
 */
export async function sealAll(database: TestDatabase): Promise<number> {
  const waits = async () =>
    (
      await database.sql(
        `SELECT 1 FROM log_entry e WHERE NOT EXISTS (SELECT 1 FROM log_leaf l WHERE l."entryId" = e.id) LIMIT 1`,
      )
    ).length > 0;
  let sealed = 0;
  for (const until = Date.now() + 30_000; await waits();) {
    if (Date.now() > until) throw new Error("Entries are still unsealed after 30 s.");
    const now = await sealLog(new Date());
    sealed += now;
    if (now === 0) await new Promise((wait) => setTimeout(wait, 20));
  }
  return sealed;
}
