import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDb } from "@/lib/core/db.server";
import { openBackup } from "@/lib/database/backup-files.server";
import { allowAppLogin, migrateDatabase, withClient } from "@/lib/database/migrate.server";
import { restoreBackup } from "@/lib/database/restore.server";
import { writeLogDump } from "@/lib/log/dump-file.server";
import { runScript } from "./start/find-instance";
import { StartRefused } from "./start/settings";
import { withScratchServer } from "./start/with-database";

/** Restores the backup into a database that is thrown away afterwards, and verifies all that the log speaks of. */
async function verifyBackup(folder: string): Promise<boolean> {
  const manifest = await openBackup(folder);
  console.log(`Files are as they were written at ${manifest.madeAt}.`);
  return withScratchServer(async (server) => {
    await withClient(server.adminUrl("postgres"), (client) => client.query("CREATE DATABASE restored"));
    const ownerUrl = server.adminUrl("restored");
    await migrateDatabase(ownerUrl);
    await restoreBackup(ownerUrl, folder, manifest);
    console.log(`Restored: ${manifest.tables.reduce((sum, { rows }) => sum + rows, 0)} rows.`);
    await allowAppLogin(ownerUrl, "scratch");
    const appUrl = Object.assign(new URL(ownerUrl), { username: "countersign_app", password: "scratch" });
    Object.assign(process.env, { DATABASE_URL: appUrl.toString(), COUNTERSIGN_HOME: folder });
    process.env.PUBLIC_URL ??= "http://localhost";
    return verifyLog(folder, "checkpoints" in manifest.files ? ["--heads", join(folder, "checkpoints")] : []);
  });
}

async function verifyLog(folder: string, options: string[]): Promise<boolean> {
  const scratch = await mkdtemp(join(tmpdir(), "countersign-verify-"));
  try {
    const file = join(scratch, "dump.ndjson");
    await writeLogDump(file);
    const keys = ["--keys", join(folder, "signing-keys.json")];
    const { status } = spawnSync(process.execPath, ["scripts/verify-log.mjs", file, ...keys, ...options], {
      stdio: "inherit",
    });
    return status === 0;
  } finally {
    await closeDb();
    await rm(scratch, { recursive: true, force: true });
  }
}

await runScript(async () => {
  const [folder, ...more] = process.argv.slice(2);
  if (!folder || more.length > 0) throw new StartRefused("Usage: npm run verify-backup -- <folder>");
  const isGood = await verifyBackup(folder).catch((error: Error) => {
    throw new StartRefused(error.message);
  });
  if (!isGood) throw new StartRefused("The backup restores, but does not verify: see above.");
  console.log("The backup restores, and everything in it verifies.");
});
