import { createHash } from "node:crypto";
import { chmod, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
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
import { loadDeskOf } from "./load";

/** A PostgreSQL of the benchmarks' own, filled with `claims` claims. */
export type BenchDatabase = {
  claims: number;
  home: string;
  appUrl: string;
  ownerUrl: string;
  /** Of the server, to know what it spends. */
  pid: number;
  /** Addresses of a copy that may be written to and is thrown away with the next copy. */
  copy: () => Promise<{ appUrl: string; ownerUrl: string }>;
  end: () => Promise<void>;
};

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

async function isThere(file: string): Promise<boolean> {
  return readFile(file).then(
    () => true,
    () => false,
  );
}

async function fill(home: string, claims: number, say: (line: string) => void): Promise<void> {
  await rm(home, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  // The database account of a root user must be able to enter it.
  await chmod(home, 0o755);
  const began = performance.now();
  say(`Making a desk of ${claims.toLocaleString("en")} claims in ${home} …`);
  const server = await startEmbedded(home, { flags: flagsOf([...whileFilling, ...whileUsed]) });
  try {
    await withClient(server.adminUrl("postgres"), (client) => client.query(`CREATE DATABASE ${filled}`));
    await migrateDatabase(server.adminUrl(filled));
    await allowAppLogin(server.adminUrl(filled), appPassword);
    pointAt(home, server.adminUrl(filled));
    await ensureSigningKey(home, new Date("2021-01-01T00:00:00Z"));
    await loadDeskOf(server.adminUrl(filled), claims, await loadSigningKey());
  } finally {
    await server.stop();
  }
  await writeFile(join(home, "complete"), `${Math.round((performance.now() - began) / 1000)} s\n`);
  say(`  made in ${Math.round((performance.now() - began) / 1000)} s`);
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
  if (!(await isThere(join(home, "complete")))) await fill(home, claims, say);
  const server = await startEmbedded(home, { flags: flagsOf(whileUsed) });
  return {
    claims,
    home,
    pid: server.pid,
    ...addresses(server, filled),
    copy: () => copyOf(server),
    end: async () => {
      await server.stop();
      if (!keep) await rm(home, { recursive: true, force: true });
    },
  };
}
