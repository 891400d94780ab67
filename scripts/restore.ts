import { join } from "node:path";
import { countSecondFactors } from "@/lib/accounts/count-second-factors.server";
import { openBackup, type BackupManifest } from "@/lib/database/backup-files.server";
import { startEmbedded } from "@/lib/database/embedded.server";
import { migrateDatabase, withClient } from "@/lib/database/migrate.server";
import { restoreBackup } from "@/lib/database/restore.server";
import { restoreFiles } from "@/lib/database/restore-files.server";
import { keptCookieSecret } from "./start/cookie-secret";
import { runScript } from "./start/find-instance";
import { claimHome } from "./start/instance-lock";
import { folderOfKind } from "./start/kind-folder";
import { readSettings, StartRefused } from "./start/settings";

type Asked = { folder: string; manifest: BackupManifest; keysIn: string };

/** Answers how many second factors came back and how many of them fit, and the file of heads that the backup lacks. */
async function restoreAt(ownerUrl: string, { folder, manifest, keysIn }: Asked) {
  await migrateDatabase(ownerUrl);
  let aside: string | null = null;
  await restoreBackup(ownerUrl, folder, manifest, async () => {
    aside = await restoreFiles(folder, keysIn, manifest, new Date());
  });
  process.env.DATABASE_URL ??= ownerUrl;
  return { factors: await countSecondFactors(ownerUrl), aside: aside as string | null };
}

async function restoreEmbedded(home: string, asked: Asked) {
  const server = await startEmbedded(home, { log: (line) => console.log(line) });
  try {
    const name = asked.manifest.isDemo ? "countersign_demo" : "countersign";
    await withClient(server.adminUrl("postgres"), async (client) => {
      const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
      if (rowCount === 0) await client.query(`CREATE DATABASE ${name}`);
    });
    return await restoreAt(server.adminUrl(name), asked);
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
    const keysIn = await folderOfKind(settings.home, manifest.isDemo ? "demo" : "desk");
    const asked = { folder, manifest, keysIn };
    const { factors, aside } = ownerUrl
      ? await restoreAt(ownerUrl, asked)
      : await restoreEmbedded(settings.home, asked);
    console.log(`Restored as of ${manifest.madeAt}: everybody signs in again. Start with npm start.`);
    console.log(
      `Put the private key back as ${join(keysIn, "signing-key.pem")}, or the start makes a new one.`,
    );
    if (aside)
      console.log(
        `This home had signed heads that the backup does not know. They are kept in ${aside}:\n` +
          "verify-log.mjs with --heads and that file says how much was lost. Keep it.",
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
