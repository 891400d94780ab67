import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { embeddedDataFolder } from "@/lib/database/embedded.server";
import { runScript } from "./start/find-instance";
import { claimHome } from "./start/instance-lock";
import { readSettings, StartRefused } from "./start/settings";

/** Deletes the embedded database of the home folder, demo and real desk alike. The signing key stays. */
async function reset(): Promise<void> {
  const { values } = parseArgs({ options: { yes: { type: "boolean", default: false } } });
  const { home, databaseUrl } = readSettings({ ...process.env, COUNTERSIGN_DEMO: "" });
  if (databaseUrl)
    throw new StartRefused(
      "DATABASE_URL is set: a database server that is yours is never emptied from here.",
    );
  if (!existsSync(home)) return console.log(`There is nothing at ${home}.`);
  const folder = await embeddedDataFolder(home);
  if (!existsSync(folder)) return console.log(`${home} holds no embedded database.`);
  if (!values.yes) {
    throw new StartRefused(
      `This deletes every article, claim and published verdict in ${folder}, for good.\nIf you are sure: npm run db:reset -- --yes`,
    );
  }
  const lock = await claimHome(home, { port: 0, url: "npm run db:reset" });
  try {
    await rm(folder, { recursive: true, force: true });
    // Heads of a log that is no more would contradict the one that begins next.
    for (const kind of ["", "demo", "desk"]) await rm(join(home, kind, "checkpoints"), { force: true });
  } finally {
    await lock.release();
  }
  console.log(`Deleted ${folder}. The next npm start begins with an empty database.`);
}

await runScript(reset);
