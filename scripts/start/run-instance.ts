import { fileURLToPath } from "node:url";
import { freePort } from "@/lib/database/embedded.server";
import { newestMigration } from "@/lib/database/schema-engine.server";
import { ensureBuilt } from "./build";
import { endChild } from "./child-process";
import { cookieSecret } from "./cookie-secret";
import { openDatabase, type Database } from "./database";
import { claimHome } from "./instance-lock";
import { folderOfKind } from "./kind-folder";
import { assertPortFree } from "./port";
import { ensurePrismaClient } from "./prisma-client";
import { keepWorker, startWeb, waitUntilHealthy, type Mode } from "./servers";
import { addressOf, readSettings, secondFactorFor, StartRefused, type StartSettings } from "./settings";
import { Shutdown } from "./shutdown";
import { prepareSigningKey } from "./signing-key";

const log = (line: string) => console.log(line);

/** What every process of the instance is told. The owner's address is not part of it. */
function environment(
  settings: StartSettings,
  database: Database,
  secret: string,
  publicUrl: string,
): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATABASE_URL: database.appUrl,
    COUNTERSIGN_HOME: settings.home,
    PUBLIC_URL: publicUrl,
    PORT: String(settings.port),
    HOST: settings.host,
    COUNTERSIGN_DEMO: database.demo ? "1" : "0",
    COUNTERSIGN_SECOND_FACTOR: secondFactorFor(database, process.env.COUNTERSIGN_SECOND_FACTOR),
    NEXTAUTH_SECRET: secret,
    NEXTAUTH_URL: publicUrl,
    NEXT_TELEMETRY_DISABLED: "1",
  };
  delete env.DATABASE_OWNER_URL;
  return env;
}

/** Fills an empty database: with the demo, or with the invitation of the first admin, whose link it returns. */
async function firstData(
  database: Database,
  settings: StartSettings,
  publicUrl: string,
): Promise<string | null> {
  if (database.holding !== "nothing") return null;
  // Loaded late: it needs the generated client, and the environment of the instance.
  const { inviteFirstAdmin, seed } = await import("./first-data");
  if (!database.demo) return inviteFirstAdmin(publicUrl, new Date());
  log("Filling in the demo …");
  await seed({ publicUrl, home: settings.home, ownerUrl: database.ownerUrl });
  return null;
}

async function announce(
  settings: StartSettings,
  publicUrl: string,
  database: Database,
  link: string | null,
): Promise<void> {
  const address = addressOf(settings.host, settings.port);
  const { demoNotice } = await import("./first-data");
  const lines = [`Countersign runs at ${address}`];
  if (publicUrl !== address) lines.push(`Its public address is ${publicUrl}`);
  if (database.demo) lines.push(...demoNotice());
  if (link)
    lines.push(
      "Nobody has an account yet. This link makes the first admin, once, within 24 hours:",
      `  ${link}`,
    );
  lines.push("Ctrl-C stops it.");
  log(`\n${lines.join("\n")}\n`);
}

async function start(mode: Mode, shutdown: Shutdown): Promise<void> {
  const given = readSettings(process.env);
  const settings = { ...given, port: given.port || (await freePort()) };
  const address = addressOf(settings.host, settings.port);
  const publicUrl = settings.publicUrl ?? address;
  const lock = await claimHome(settings.home, { port: settings.port, url: address });
  shutdown.before("The lock", lock.release);
  await assertPortFree(settings.host, settings.port, lock.tookOver ? 5_000 : 0);
  if (await ensurePrismaClient()) log("Prisma's client generated.");

  const built =
    mode === "production"
      ? ensureBuilt({ log, onChild: (child) => shutdown.before("The build", () => endChild(child)) })
      : null;
  const prepared = prepareData(settings, publicUrl, shutdown, lock.update);
  const [{ database, env, link }] = await Promise.all([prepared, built]);

  if (shutdown.isEnding) return;
  const serverEnv = { ...env, NODE_ENV: mode } as NodeJS.ProcessEnv;
  const web = startWeb(mode, settings, serverEnv, shutdown);
  const endWorker = settings.worker ? keepWorker(serverEnv, shutdown) : async () => undefined;
  shutdown.before("The servers", async () => void (await Promise.all([endChild(web), endWorker()])));
  await waitUntilHealthy(settings, mode === "production" ? 60_000 : 180_000);
  if (!shutdown.isEnding) await announce(settings, publicUrl, database, link);
}

async function prepareData(
  settings: StartSettings,
  publicUrl: string,
  shutdown: Shutdown,
  publish: (more: { databaseUrl: string; ownerUrl?: string; demo: boolean }) => Promise<void>,
) {
  const database = await openDatabase({ settings, shutdown, log });
  const folder = await folderOfKind(settings.home, database.demo ? "demo" : "desk");
  if (folder !== settings.home) log(`Signing key and checkpoints are kept in ${folder}.`);
  await prepareSigningKey(folder, database.ownerUrl, new Date());
  const secret = await cookieSecret(settings.home);
  const env: NodeJS.ProcessEnv = {
    ...environment({ ...settings, home: folder }, database, secret, publicUrl),
    COUNTERSIGN_SCHEMA: await newestMigration(),
  };
  Object.assign(process.env, env);
  const link = await firstData(database, { ...settings, home: folder }, publicUrl);
  const { appUrl, ownerUrl, embedded, demo } = database;
  await publish({ databaseUrl: appUrl, demo, ...(embedded ? { ownerUrl } : {}) });
  return { database, env, link };
}

/** Runs an instance until a signal or a failure ends it, then ends the process: 0 when asked to, 1 otherwise. */
export async function runInstance(mode: Mode): Promise<never> {
  process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
  const shutdown = new Shutdown();
  start(mode, shutdown).catch((error: unknown) => {
    const words = error instanceof StartRefused ? error.message : String((error as Error)?.stack ?? error);
    shutdown.end({ code: 1, because: words });
  });
  const ending = await shutdown.requested;
  if (ending.because) (ending.code === 0 ? console.log : console.error)(`\n${ending.because}`);
  await shutdown.undo();
  process.exit(ending.code);
}
