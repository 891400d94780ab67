import { startEmbedded } from "@/lib/database/embedded.server";
import { migrateDatabase, withClient } from "@/lib/database/migrate.server";
import { findInstance, runScript } from "./start/find-instance";
import { readSettings } from "./start/settings";

function report(name: string, applied: string[]): void {
  console.log(`${name}: ${applied.length > 0 ? `applied ${applied.join(", ")}` : "up to date"}.`);
}

/** Migrates the embedded databases that are there; a server that runs already is used as it is. */
async function migrateEmbedded(home: string): Promise<void> {
  const running = await findInstance();
  if (running?.ownerUrl)
    return report("The running instance's database", await migrateDatabase(running.ownerUrl));
  const server = await startEmbedded(home);
  try {
    const { rows } = await withClient(server.adminUrl("postgres"), (client) =>
      client.query<{ datname: string }>(
        "SELECT datname FROM pg_database WHERE datname LIKE 'countersign%' ORDER BY 1",
      ),
    );
    for (const { datname } of rows) report(datname, await migrateDatabase(server.adminUrl(datname)));
    if (rows.length === 0) console.log(`${home} holds no database yet; npm start makes it.`);
  } finally {
    await server.stop();
  }
}

await runScript(async () => {
  const { databaseUrl, ownerUrl, home } = readSettings({ ...process.env, COUNTERSIGN_DEMO: "" });
  const external = ownerUrl ?? databaseUrl;
  if (external) report("The database of DATABASE_URL", await migrateDatabase(external));
  else await migrateEmbedded(home);
});
