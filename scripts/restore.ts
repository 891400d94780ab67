import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { countSecondFactors } from "@/lib/accounts/count-second-factors.server";
import { openBackup, type BackupManifest } from "@/lib/database/backup-files.server";
import { startEmbedded } from "@/lib/database/embedded.server";
import { migrateDatabase, withClient } from "@/lib/database/migrate.server";
import { restoreBackup } from "@/lib/database/restore.server";
import { keptCookieSecret } from "./start/cookie-secret";
import { runScript } from "./start/find-instance";
import { claimHome } from "./start/instance-lock";
import { folderOfKind } from "./start/kind-folder";
import { readSettings, StartRefused } from "./start/settings";

/** Answers how many second factors came back, and how many of them fit. */
async function restoreAt(ownerUrl: string, folder: string, manifest: BackupManifest) {
  await migrateDatabase(ownerUrl);
  await restoreBackup(ownerUrl, folder, manifest);
  process.env.DATABASE_URL ??= ownerUrl;
  return countSecondFactors(ownerUrl);
}

async function restoreEmbedded(home: string, folder: string, manifest: BackupManifest) {
  const server = await startEmbedded(home, { log: (line) => console.log(line) });
  try {
    const name = manifest.isDemo ? "countersign_demo" : "countersign";
    await withClient(server.adminUrl("postgres"), async (client) => {
      const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
      if (rowCount === 0) await client.query(`CREATE DATABASE ${name}`);
    });
    return await restoreAt(server.adminUrl(name), folder, manifest);
  } finally {
    await server.stop();
  }
}

/** What becomes of second factors: their seeds came back, sealed with a secret that is in no backup. */
function tellOfFactors({ people, fitting }: { people: number; fitting: number }, home: string): string {
  if (people === 0) return "Nobody has a second factor.";
  if (fitting === people) return `The second factors of ${people} people fit the cookie secret that is here.`;
  return [
    `${people - fitting} of ${people} second factors were sealed with another cookie secret: no code of theirs fits, recovery codes included.`,
    `Put the old machine's back as ${join(home, "cookie-secret")}, or as NEXTAUTH_SECRET, before the start.`,
    "If it is lost, let one admin in with: npm run recover -- <their address>. They let the others in, under Settings, People.",
  ].join("\n");
}

/** Brings a backup back into an empty database: that of `DATABASE_URL`, else the embedded one of `COUNTERSIGN_HOME`. */
async function restore(folder: string): Promise<void> {
  const settings = readSettings({ ...process.env, COUNTERSIGN_DEMO: "" });
  const manifest = await openBackup(folder);
  const lock = await claimHome(settings.home, { port: 0, url: "npm run restore" });
  try {
    process.env.NEXTAUTH_SECRET = await keptCookieSecret(settings.home);
    const ownerUrl = settings.ownerUrl ?? settings.databaseUrl;
    const factors = ownerUrl
      ? await restoreAt(ownerUrl, folder, manifest)
      : await restoreEmbedded(settings.home, folder, manifest);
    const home = await folderOfKind(settings.home, manifest.isDemo ? "demo" : "desk");
    for (const file of Object.keys(manifest.files)) await copyFile(join(folder, file), join(home, file));
    console.log(`Restored as of ${manifest.madeAt}: everybody signs in again. Start with npm start.`);
    console.log(
      `Put the private key back as ${join(home, "signing-key.pem")}, or the start makes a new one.`,
    );
    console.log(tellOfFactors(factors, settings.home));
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
