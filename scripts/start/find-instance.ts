import { fileURLToPath } from "node:url";
import { asAppRole } from "@/lib/database/migrate.server";
import { holdingOf } from "./database-state";
import { runningInstance, type Instance } from "./instance-lock";
import { folderOfKind } from "./kind-folder";
import { readSettings, StartRefused } from "./settings";

/** Makes the project's folder the current one, whatever folder the command was given in. */
export function enterProject(): void {
  process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
}

/** The running instance of `COUNTERSIGN_HOME`, or null. */
export function findInstance(): Promise<Instance | null> {
  return runningInstance(readSettings({ ...process.env, COUNTERSIGN_DEMO: "" }).home);
}

/** What a command works on: the instance that runs there, or null, and the home as it was named, with the cookie secret. */
export type Used = { instance: Instance | null; home: string };

/**
 * Points this process at the database of the running instance of `COUNTERSIGN_HOME`, else at `DATABASE_URL`, as the
 * application's role, and at the folder with the keys of what that database holds: `COUNTERSIGN_HOME` is that folder from
 * then on. Throws `StartRefused` when there is neither.
 */
export async function useInstance(): Promise<Used> {
  const settings = readSettings({ ...process.env, COUNTERSIGN_DEMO: "" });
  const instance = await runningInstance(settings.home);
  const { databaseUrl, ownerUrl } = settings;
  const given = databaseUrl && (ownerUrl ? databaseUrl : asAppRole(databaseUrl));
  const url = instance?.databaseUrl ?? given;
  if (!url) {
    throw new StartRefused(
      instance
        ? `Countersign on ${settings.home} is still starting. Try again when it says its address.`
        : `No Countersign runs on ${settings.home}. Start it first (npm start), or set COUNTERSIGN_HOME or DATABASE_URL.`,
    );
  }
  const isDemo = instance?.demo ?? (await holdingOf(url)) === "demo";
  process.env.DATABASE_URL = url;
  process.env.COUNTERSIGN_HOME = await folderOfKind(settings.home, isDemo ? "demo" : "desk");
  process.env.PUBLIC_URL ??= instance?.url;
  return { instance, home: settings.home };
}

/** Runs a command-line script: a refusal is printed in its words, a fault with its stack, and both end with 1. */
export async function runScript(work: () => Promise<void>): Promise<void> {
  enterProject();
  try {
    await work();
  } catch (error) {
    console.error(error instanceof StartRefused ? error.message : error);
    process.exitCode = 1;
  }
}
