import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { openBackup, type BackupManifest } from "@/lib/database/backup-files.server";
import { startEmbedded } from "@/lib/database/embedded.server";
import { migrateDatabase, withClient } from "@/lib/database/migrate.server";
import { restoreBackup } from "@/lib/database/restore.server";
import { runScript } from "./start/find-instance";
import { claimHome } from "./start/instance-lock";
import { folderOfKind } from "./start/kind-folder";
import { readSettings, StartRefused } from "./start/settings";

async function restoreEmbedded(home: string, folder: string, manifest: BackupManifest): Promise<void> {
  const server = await startEmbedded(home, { log: (line) => console.log(line) });
  try {
    const name = manifest.isDemo ? "countersign_demo" : "countersign";
    await withClient(server.adminUrl("postgres"), async (client) => {
      const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
      if (rowCount === 0) await client.query(`CREATE DATABASE ${name}`);
    });
    await migrateDatabase(server.adminUrl(name));
    await restoreBackup(server.adminUrl(name), folder, manifest);
  } finally {
    await server.stop();
  }
}

/** Brings a backup back into an empty database: that of `DATABASE_URL`, else the embedded one of `COUNTERSIGN_HOME`. */
async function restore(folder: string): Promise<void> {
  const settings = readSettings({ ...process.env, COUNTERSIGN_DEMO: "" });
  const manifest = await openBackup(folder);
  const lock = await claimHome(settings.home, { port: 0, url: "npm run restore" });
  try {
    const ownerUrl = settings.ownerUrl ?? settings.databaseUrl;
    if (ownerUrl) {
      await migrateDatabase(ownerUrl);
      await restoreBackup(ownerUrl, folder, manifest);
    } else await restoreEmbedded(settings.home, folder, manifest);
    const home = await folderOfKind(settings.home, manifest.isDemo ? "demo" : "desk");
    for (const file of Object.keys(manifest.files)) await copyFile(join(folder, file), join(home, file));
    console.log(`Restored as of ${manifest.madeAt}: everybody signs in again. Start with npm start.`);
    console.log(
      `Put the private key back as ${join(home, "signing-key.pem")}, or the start makes a new one.`,
    );
  } finally {
    await lock.release();
  }
}

await runScript(async () => {
  const [folder, ...more] = process.argv.slice(2);
  if (!folder || more.length > 0) throw new StartRefused("Usage: npm run restore -- <folder of a backup>");
  await restore(folder).catch((error: Error) => {
    throw error instanceof StartRefused ? error : new StartRefused(error.message);
  });
});
