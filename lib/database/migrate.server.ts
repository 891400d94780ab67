import "server-only";
import pg from "pg";
import { applyMigrations } from "./schema-engine.server";
import { fillListings } from "./fill-listings.server";
import { prepareQueues } from "./queues.server";

/** Runs `work` with a connection of the owner's and closes it. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Brings the database at `ownerUrl` up to the schema: Prisma's migrations, the job queues, the application role's rights
 * on them, and what lists derive from published records. Two starts at once wait for each other. Returns the names of the
 * migrations applied.
 */
export async function migrateDatabase(ownerUrl: string): Promise<string[]> {
  return withClient(ownerUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock(hashtext('countersign-migrate'))");
    await ensureAppRole(client);
    const applied = await applyMigrations(ownerUrl);
    await prepareQueues(ownerUrl, client);
    await refuseTemporaryTables(client);
    await fillListings(client);
    return applied;
  });
}

/** Looks before migrating: a migration that fails half way has to be resolved by hand. */
async function ensureAppRole(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'countersign_app'");
  if (rowCount === 1) return;
  await client.query("CREATE ROLE countersign_app NOLOGIN").catch((error: { code?: string }) => {
    if (error.code === "42710" || error.code === "23505") return; // another start made it just now
    throw new Error(
      "the role countersign_app is missing, and this account may not create it. " +
        "Let an administrator of the server run: CREATE ROLE countersign_app NOLOGIN;",
      { cause: error },
    );
  });
}

/**
 * Takes from everybody but the owner the right to make temporary tables, which PostgreSQL gives to all. It belongs to the
 * database and not to its tables, so a copy of a database lacks it. The guards hold without it too.
 */
export async function refuseTemporaryTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ sql: string }>(
    "SELECT format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()) AS sql",
  );
  await client.query(rows[0]!.sql);
}

/** Lets the application's role sign in on an embedded server, with a password of its own. */
export async function allowAppLogin(ownerUrl: string, password: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ sql: string }>(
      "SELECT format('ALTER ROLE countersign_app LOGIN PASSWORD %L', $1::text) AS sql",
      [password],
    );
    await client.query(rows[0]!.sql);
  });
}

/** Address under which the application connects when only the owner's is known: it gives up the owner's rights at once. */
export function asAppRole(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.searchParams.set("options", "-c role=countersign_app");
  return url.toString();
}
