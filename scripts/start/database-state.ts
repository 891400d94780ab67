import { demoSettingKey } from "@/lib/accounts/demo-accounts";
import { withClient } from "@/lib/database/migrate.server";

/** What a database holds: nothing to lose, the demo (complete), or anything else. */
export type Holding = "nothing" | "demo" | "other-data";

/** Looks into the database at `url`, migrated or not. */
export function holdingOf(url: string): Promise<Holding> {
  return withClient(url, async (client) => {
    const tables = await client.query<{ made: boolean }>(
      `SELECT to_regclass('public."user"') IS NOT NULL AND to_regclass('public.setting') IS NOT NULL AS made`,
    );
    if (!tables.rows[0]?.made) return "nothing";
    const { rows } = await client.query<{ people: boolean; demo: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM "user") AS people, EXISTS (SELECT 1 FROM setting WHERE key = $1) AS demo`,
      [demoSettingKey],
    );
    if (rows[0]?.demo) return "demo";
    return rows[0]?.people ? "other-data" : "nothing";
  });
}

/** Whether anything was published from the migrated database at `url`. */
export function holdsSigned(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ some: boolean }>(
      "SELECT EXISTS (SELECT 1 FROM publication UNION ALL SELECT 1 FROM checkpoint UNION ALL SELECT 1 FROM site_version) AS some",
    );
    return rows[0]!.some;
  });
}

/** Notes in the database that the demo is complete; it is told by this from a real desk. */
export async function markAsDemo(url: string, now: Date): Promise<void> {
  await withClient(url, (client) =>
    client.query("INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING", [
      demoSettingKey,
      JSON.stringify({ seededAt: now.toISOString() }),
    ]),
  );
}
