import "server-only";
import { withClient } from "../database/migrate.server";
import { openSeed } from "./second-factor.server";

/**
 * How many people of the database at `url` have a second factor, and of how many it opens under this process's
 * `NEXTAUTH_SECRET`: after a restore the others' codes and recovery codes fit no more.
 */
export async function countSecondFactors(url: string): Promise<{ people: number; fitting: number }> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ id: string; totpSeed: string | null }>(
      `SELECT id, "totpSeed" FROM "user" WHERE "totpConfirmedAt" IS NOT NULL AND "deactivatedAt" IS NULL`,
    ),
  );
  const fitting = rows.filter(({ id, totpSeed }) => openSeed(id, totpSeed) !== null);
  return { people: rows.length, fitting: fitting.length };
}
