import { createHash } from "node:crypto";
import { chmod, mkdir, readdir, readFile, rm, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded, type EmbeddedServer } from "@/lib/database/embedded.server";
import {
  allowAppLogin,
  migrateDatabase,
  refuseTemporaryTables,
  withClient,
} from "@/lib/database/migrate.server";
import { ensureSigningKey, loadSigningKey } from "@/lib/publications/signing-key.server";
import { cpuSecondsOf } from "../measured";
import { loadDeskOf } from "./load";

/** A PostgreSQL of the benchmarks' own, filled with `claims` claims. */
export type BenchDatabase = {
  claims: number;
  home: string;
  /** What filling it took, in this run or in the one that it was kept from. */
  filling: Filling;
  appUrl: string;
  ownerUrl: string;
  /** Of the server, to know what it spends. */
  pid: number;
  /** Addresses of a copy that may be written to and is thrown away with the next copy. */
  copy: () => Promise<{ appUrl: string; ownerUrl: string }>;
  end: () => Promise<void>;
};

/** Seconds by the clock, seconds of processors (the server's and the filling process's), and megabytes. */
export type Filling = { seconds: number; cpuSeconds: number; megabytes: number; diskMegabytes: number };

const appPassword = "bench-only";
const filled = "bench";

/** While it is filled nothing needs to survive a crash: it is made again then. */
const whileFilling = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "wal_level=minimal",
  "max_wal_senders=0",
  "autovacuum=off",
  "max_wal_size=8GB",
];
/** What an administrator of such a desk would set on a small machine; everything that makes a commit last is as shipped. */
const whileUsed = [
  "shared_buffers=2GB",
  "effective_cache_size=6GB",
  "random_page_cost=1.1",
  "max_connections=120",
  "max_wal_size=4GB",
  "work_mem=8MB",
];
const flagsOf = (settings: string[]) => settings.flatMap((setting) => ["-c", setting]);

/** What the data is made of: other rows or another schema make other data. */
async function recipe(claims: number): Promise<string> {
  const hash = createHash("sha256").update(String(claims));
  for (const folder of ["bench/data", "prisma/migrations"]) {
    const files = (await readdir(folder, { recursive: true })).sort();
    for (const file of files)
      if (/(-rows|plan|words)\.ts$|\.sql$/.test(file)) hash.update(await readFile(join(folder, file)));
  }
  return hash.digest("hex").slice(0, 12);
}

async function isComplete(home: string): Promise<boolean> {
  return readFile(join(home, "complete"), "utf8").then(
    (noted) => noted.startsWith("{"),
    () => false,
  );
}

/** About what a claim with all that belongs to it takes on disk while its indexes are sorted. */
const bytesPerClaim = 24_000;

/** Refuses before an hour of work what the disk cannot hold. */
async function requireRoom(claims: number): Promise<void> {
  const { bavail, bsize } = await statfs(tmpdir());
  const [wanted, free] = [claims * bytesPerClaim, bavail * bsize];
  if (free < wanted)
    throw new Error(
      `A desk of ${claims.toLocaleString("en")} claims takes about ${Math.ceil(wanted / 1e9)} GB of ${tmpdir()}, where ${Math.floor(free / 1e9)} GB are free. Ask for fewer claims, or name another folder in TMPDIR.`,
    );
}

/**
 * Ctrl-C ends the server first, with which all work on it fails, and then removes what was half made: a server of its own
 * process group would go on for ever, and half a desk would fill the disk.
 */
function removeWhenStopped(home: string, server: () => EmbeddedServer | null, say: (line: string) => void) {
  const stop = async () => {
    say("  stopping …");
    await server()?.stop();
    await rm(home, { recursive: true, force: true });
    say("  Stopped; what was made of the desk is removed.");
    process.exit(130);
  };
  const onSignal = () => void stop();
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  return () => process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
}

async function fill(home: string, claims: number, say: (line: string) => void): Promise<void> {
  await rm(home, { recursive: true, force: true });
  await requireRoom(claims);
  await mkdir(home, { recursive: true });
  // The database account of a root user must be able to enter it.
  await chmod(home, 0o755);
  say(`Making a desk of ${claims.toLocaleString("en")} claims in ${home} …`);
  let server: EmbeddedServer | null = null;
  let isStopped = false;
  const settle = removeWhenStopped(home, () => ((isStopped = true), server), say);
  try {
    server = await startEmbedded(home, { flags: flagsOf([...whileUsed, ...whileFilling]) });
    const filling = await fillServer(server, home, claims, say);
    await writeFile(join(home, "complete"), JSON.stringify(filling));
    say(
      `  made in ${filling.seconds} s, ${filling.cpuSeconds} s of processors, ${filling.megabytes} MB of the filling process, ${filling.diskMegabytes} MB of disk`,
    );
  } catch (error) {
    // Whoever stopped it is told so, not what failed by that.
    if (isStopped) await new Promise(() => undefined);
    throw error;
  } finally {
    settle();
    await server?.stop();
  }
}

async function fillServer(
  server: EmbeddedServer,
  home: string,
  claims: number,
  say: (line: string) => void,
): Promise<Filling> {
  const [began, usedBefore] = [performance.now(), process.cpuUsage()];
  await withClient(server.adminUrl("postgres"), (client) => client.query(`CREATE DATABASE ${filled}`));
  await migrateDatabase(server.adminUrl(filled));
  await allowAppLogin(server.adminUrl(filled), appPassword);
  pointAt(home, server.adminUrl(filled));
  await ensureSigningKey(home, new Date("2021-01-01T00:00:00Z"));
  await loadDeskOf(server.adminUrl(filled), claims, await loadSigningKey(), say);
  const bytes = await withClient(server.adminUrl(filled), async (client) => {
    const { rows } = await client.query<{ n: number }>(
      "SELECT pg_database_size(current_database())::float8 AS n",
    );
    return rows[0]!.n;
  });
  const { user, system } = process.cpuUsage(usedBefore);
  return {
    seconds: Math.round((performance.now() - began) / 1000),
    cpuSeconds: Math.round((user + system) / 1e6 + ((await cpuSecondsOf(server.pid)) ?? 0)),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    diskMegabytes: Math.round(bytes / 1e6),
  };
}

/** What the application's own code reads from its environment, here and in a server that inherits it. */
export function pointAt(home: string, databaseUrl: string): void {
  Object.assign(process.env, {
    // Prisma reads where each call stands in the source unless it is in production, which takes a fifth of a command.
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    COUNTERSIGN_HOME: home,
    COUNTERSIGN_DEMO: "0",
    NEXTAUTH_SECRET: createHash("sha256").update(home).digest("hex"),
    NEXTAUTH_URL: "http://localhost:3000",
    PUBLIC_URL: "http://localhost:3000",
  });
}

function addresses(server: EmbeddedServer, name: string) {
  const app = new URL(server.adminUrl(name));
  [app.username, app.password] = ["countersign_app", appPassword];
  return { appUrl: app.toString(), ownerUrl: server.adminUrl(name) };
}

async function copyOf(server: EmbeddedServer) {
  await withClient(server.adminUrl("postgres"), async (client) => {
    await client.query("DROP DATABASE IF EXISTS bench_copy WITH (FORCE)");
    await client.query(`CREATE DATABASE bench_copy TEMPLATE ${filled} STRATEGY FILE_COPY`);
  });
  await withClient(server.adminUrl("bench_copy"), refuseTemporaryTables);
  return addresses(server, "bench_copy");
}

/** Removes every desk that a run kept. */
export async function forgetBenchDatabases(): Promise<void> {
  const kept = (await readdir(tmpdir())).filter((name) => /^countersign-bench-\d+-/.test(name));
  for (const name of kept) await rm(join(tmpdir(), name), { recursive: true, force: true });
}

/**
 * Starts the database of `claims` claims: the one that an earlier run kept, or a new one. With `keep` it stays in the
 * system's temporary folder for the next run; another schema or recipe makes a new one.
 */
export async function openBenchDatabase(
  claims: number,
  { keep, say = console.error }: { keep: boolean; say?: (line: string) => void },
): Promise<BenchDatabase> {
  const home = join(tmpdir(), `countersign-bench-${claims}-${await recipe(claims)}`);
  if (!(await isComplete(home))) await fill(home, claims, say);
  const filling = JSON.parse(await readFile(join(home, "complete"), "utf8")) as Filling;
  const server = await startEmbedded(home, { flags: flagsOf(whileUsed) });
  const onSignal = () => void server.stop().finally(() => process.exit(130));
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  return {
    claims,
    home,
    pid: server.pid,
    filling,
    ...addresses(server, filled),
    copy: () => copyOf(server),
    end: async () => {
      process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
      await server.stop();
      if (!keep) await rm(home, { recursive: true, force: true });
    },
  };
}
