import { randomBytes } from "node:crypto";
import { OtherMajorVersion, startEmbedded, type EmbeddedServer } from "@/lib/database/embedded.server";
import { allowAppLogin, asAppRole, migrateDatabase, withClient } from "@/lib/database/migrate.server";
import { holdingOf, type Holding } from "./database-state";
import type { Shutdown } from "./shutdown";
import { refuseDemoInPublic, StartRefused, type StartSettings } from "./settings";

/** A migrated database to serve from. */
export type Database = {
  /** Address as the application's role, which owns nothing. */
  appUrl: string;
  ownerUrl: string;
  embedded: boolean;
  /** Whether the demo is what it holds or is to hold. */
  demo: boolean;
  holding: Holding;
};

type Context = { settings: StartSettings; shutdown: Shutdown; log: (line: string) => void };

/** The demo and the real desk are two databases of one embedded server: neither can spoil the other. */
const realName = "countersign";
const demoName = "countersign_demo";

async function exists(server: EmbeddedServer, name: string): Promise<boolean> {
  return withClient(server.adminUrl("postgres"), async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    return rowCount === 1;
  });
}

async function wantsDemo({ settings }: Context, server: EmbeddedServer): Promise<boolean> {
  if (settings.demo !== "unless-other-data") return settings.demo === "on";
  if ((await exists(server, realName)) && (await holdingOf(server.adminUrl(realName))) !== "nothing")
    return false;
  refuseDemoInPublic(settings.host);
  return true;
}

async function openEmbedded(context: Context): Promise<Database> {
  const { settings, shutdown, log } = context;
  const server = await startEmbedded(settings.home, {
    log,
    onSpawn: (stop) => shutdown.before("PostgreSQL", stop),
    onExit: () => {
      if (!shutdown.isEnding) shutdown.end({ code: 1, because: "PostgreSQL ended unexpectedly." });
    },
  }).catch((error: unknown) => {
    throw error instanceof OtherMajorVersion ? new StartRefused(error.message) : error;
  });
  const demo = await wantsDemo(context, server);
  const ownerUrl = server.adminUrl(demo ? demoName : realName);
  await withClient(server.adminUrl("postgres"), async (client) => {
    const name = demo ? demoName : realName;
    const there = await exists(server, name);
    // People without the mark of completeness: an earlier start was ended while it filled the demo in.
    const isHalfDemo = demo && there && (await holdingOf(ownerUrl)) === "other-data";
    if (isHalfDemo) log("The demo was left incomplete; making it anew.");
    if (isHalfDemo) await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
    if (!there || isHalfDemo) await client.query(`CREATE DATABASE ${name}`);
  });
  const applied = await migrateDatabase(ownerUrl);
  if (applied.length > 0) log(`Database migrated: ${applied.join(", ")}.`);
  const password = randomBytes(24).toString("base64url");
  await allowAppLogin(ownerUrl, password);
  const appUrl = new URL(ownerUrl);
  appUrl.username = "countersign_app";
  appUrl.password = password;
  return { appUrl: appUrl.toString(), ownerUrl, embedded: true, demo, holding: await holdingOf(ownerUrl) };
}

/** The application must not be able to change what is published: not even by a fault of ours. */
async function refuseTooMuchPower(appUrl: string): Promise<void> {
  const { rows } = await withClient(appUrl, (client) =>
    client.query<{ name: string; can_rewrite: boolean; can_read: boolean }>(
      `SELECT current_user AS name, has_table_privilege('publication', 'SELECT') AS can_read,
         has_table_privilege('publication', 'UPDATE') OR has_table_privilege('publication', 'DELETE')
         OR pg_has_role((SELECT relowner FROM pg_class WHERE oid = 'publication'::regclass), 'USAGE') AS can_rewrite`,
    ),
  );
  const { name, can_rewrite, can_read } = rows[0]!;
  if (can_rewrite) {
    throw new StartRefused(
      `The account of DATABASE_URL, ${name}, may change published records. Give it the role countersign_app and nothing\n` +
        "more, or set DATABASE_URL alone: then the application gives up the owner's rights by itself.",
    );
  }
  if (!can_read) {
    throw new StartRefused(
      `The account of DATABASE_URL, ${name}, lacks the role countersign_app. Let an administrator of the server run: GRANT countersign_app TO ${name};`,
    );
  }
}

function explain(error: unknown, url: string): StartRefused {
  const { host, pathname } = new URL(url);
  const { message, code } = error as { message?: string; code?: string };
  // Prisma's engine adds the places in its own code, numbered from 0.
  const words = (message || code || String(error)).split(/\n\s+0: /)[0]!.trim();
  return new StartRefused(`The database at ${host}${pathname} cannot be used: ${words}`);
}

async function openExternal({ settings, log }: Context, databaseUrl: string): Promise<Database> {
  const ownerUrl = settings.ownerUrl ?? databaseUrl;
  const appUrl = ownerUrl === databaseUrl ? asAppRole(databaseUrl) : databaseUrl;
  const applied = await migrateDatabase(ownerUrl).catch((error: unknown) => {
    throw explain(error, ownerUrl);
  });
  if (applied.length > 0) log(`Database migrated: ${applied.join(", ")}.`);
  await refuseTooMuchPower(appUrl).catch((error: unknown) => {
    throw error instanceof StartRefused ? error : explain(error, appUrl);
  });
  const holding = await holdingOf(ownerUrl);
  if (settings.demo === "on" && holding === "other-data") {
    throw new StartRefused(
      "COUNTERSIGN_DEMO is 1, and the database of DATABASE_URL holds a real desk. Give the demo an empty one.",
    );
  }
  if (settings.demo === "off" && holding === "demo") {
    throw new StartRefused(
      "COUNTERSIGN_DEMO is 0, and the database of DATABASE_URL holds the demo. Give the real desk an empty one.",
    );
  }
  const demo = settings.demo === "on" || holding === "demo";
  if (demo) refuseDemoInPublic(settings.host);
  return { appUrl, ownerUrl, embedded: false, demo, holding };
}

/** Starts or reaches the database, brings it up to date and decides between demo and real desk. */
export function openDatabase(context: Context): Promise<Database> {
  const { databaseUrl } = context.settings;
  return databaseUrl ? openExternal(context, databaseUrl) : openEmbedded(context);
}
