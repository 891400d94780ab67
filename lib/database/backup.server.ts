import "server-only";
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { copyFile, mkdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { demoSettingKey } from "../accounts/demo-accounts";
import { writeManifest, type BackupManifest, type BackupTable } from "./backup-files.server";
import { withClient } from "./migrate.server";
import { inLoadOrder, type Reference } from "./table-order";

/**
 * What is worth nothing after a restore: sessions, counters of the last minutes, keys of requests that may be sent again.
 * Words to search by are those that claims and titles have: a restore gathers them anew, so that none lives on in a backup.
 */
const notKept = ["_prisma_migrations", "session", "rate_window", "idempotency_key", "search_word"];

/**
 * Copies the database at `url` as it is at one moment, while everybody goes on working, with the public keys and the
 * signed heads of `home`, into the new folder `folder`. The private key is not part of it. Whoever can read the database
 * can make one. Throws when the folder is there already; a backup that was broken off leaves a folder `….partial`.
 */
export async function writeBackup(options: {
  url: string;
  home: string;
  folder: string;
  now: Date;
  onTable?: (table: BackupTable) => void;
}): Promise<BackupManifest> {
  const { folder } = options;
  if (await stat(folder).catch(() => null)) throw new Error(`${folder} is there already. Name a new folder.`);
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(join(partial, "tables"), { recursive: true, mode: 0o700 });
  const manifest = await withClient(options.url, (client) => copyDatabase(client, partial, options));
  await writeManifest(partial, manifest);
  await rename(partial, folder);
  return manifest;
}

async function copyDatabase(
  client: pg.Client,
  folder: string,
  options: { home: string; now: Date; onTable?: (table: BackupTable) => void },
): Promise<BackupManifest> {
  // Before the moment that is copied: a head of later entries would say that the newest ones are missing.
  const files = await copyFiles(options.home, folder);
  await client.query("SET statement_timeout = 0");
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  const tables: BackupTable[] = [];
  for (const name of await tablesInOrder(client)) {
    const table = await copyTable(client, name, folder);
    tables.push(table);
    options.onTable?.(table);
  }
  const { rows: migrations } = await client.query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name",
  );
  const { rowCount } = await client.query("SELECT 1 FROM setting WHERE key = $1", [demoSettingKey]);
  await client.query("COMMIT");
  return {
    format: "countersign-backup-1",
    madeAt: options.now.toISOString(),
    isDemo: rowCount === 1,
    migrations: migrations.map(({ name }) => name),
    tables,
    files,
  };
}

/** The application's tables, each after those it points at. */
export async function tablesInOrder(client: pg.Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
       AND c.relname <> ALL($1)`,
    [notKept],
  );
  const { rows: references } = await client.query<Reference>(
    `SELECT f.relname AS from, t.relname AS to FROM pg_constraint k
     JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
     WHERE k.contype = 'f' AND f.relnamespace = 'public'::regnamespace`,
  );
  return inLoadOrder(
    tables.map(({ name }) => name),
    references,
  );
}

/** Names as PostgreSQL quotes them: they come from its own catalogue or a manifest that was checked. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

async function copyTable(client: pg.Client, name: string, folder: string): Promise<BackupTable> {
  const { rows: columns } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = ('public.' || quote_ident($1))::regclass
       AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [name],
  );
  const names = columns.map((column) => column.name);
  const file = `tables/${name}.copy.gz`;
  const hash = createHash("sha256");
  const hashing = new Transform({
    transform: (chunk: Buffer, _encoding, next) => (hash.update(chunk), next(null, chunk)),
  });
  const copying = client.query(
    copyTo(`COPY ${quoted(name)} (${names.map(quoted).join(", ")}) TO STDOUT (FORMAT text)`),
  );
  await pipeline(
    copying,
    createGzip(),
    hashing,
    createWriteStream(join(folder, file), { mode: 0o600, flags: "wx" }),
  );
  return { name, columns: names, rows: copying.rowCount, file, sha256: hash.digest("hex") };
}

/** The key set is needed to verify anything; signed heads are there once something was sealed. */
async function copyFiles(home: string, folder: string): Promise<BackupManifest["files"]> {
  const files: BackupManifest["files"] = {} as BackupManifest["files"];
  for (const name of ["signing-keys.json", "checkpoints"] as const) {
    const copied = await copyFile(join(home, name), join(folder, name)).then(
      () => true,
      () => false,
    );
    if (!copied && name === "signing-keys.json")
      throw new Error(`${join(home, name)} cannot be read, and without it nothing can be verified.`);
    if (copied)
      files[name] = createHash("sha256")
        .update(await readFile(join(folder, name)))
        .digest("hex");
  }
  return files;
}
