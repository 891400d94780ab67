import "server-only";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { quoted, tablesInOrder } from "./backup.server";
import type { BackupManifest, BackupTable } from "./backup-files.server";
import { withClient } from "./migrate.server";

/**
 * Fills the migrated database at `ownerUrl`, in which nobody has an account yet, with a checked backup: all of it or, in
 * case of any fault, nothing. `beforeCommit` does what must be there with it; when it throws, nothing is filled. Throws
 * when the database is in use, or at other migrations than the backup.
 */
export async function restoreBackup(
  ownerUrl: string,
  folder: string,
  manifest: BackupManifest,
  beforeCommit: () => Promise<void> = async () => undefined,
): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query("SET statement_timeout = 0");
    await client.query("BEGIN");
    await refuseUsed(client, manifest);
    const there = await tablesInOrder(client);
    const order = there.flatMap((name) => manifest.tables.filter((table) => table.name === name));
    // The guards are about what people do; here rows come back that passed them, in the order of their tables.
    for (const name of there) await client.query(`ALTER TABLE ${quoted(name)} DISABLE TRIGGER USER`);
    for (const name of there.toReversed()) await client.query(`DELETE FROM ${quoted(name)}`);
    for (const table of order) await fillTable(client, folder, table);
    // A mail that waited was sent meanwhile, or is no news any more.
    await client.query(
      `UPDATE digest SET state = 'uncertain', problem = 'A backup was restored while this was to be sent.'
       WHERE state IN ('waiting', 'sending')`,
    );
    // All have ended now, and with them the use of an address that was somebody's.
    await client.query("UPDATE digest SET address = NULL WHERE address IS NOT NULL");
    for (const name of there) await client.query(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`);
    await checkRecordings(client);
    await client.query("DELETE FROM search_word");
    await client.query("SELECT fill_search_words()");
    // Jobs are not part of a backup: what was being fetched waits for somebody to ask again. Webhooks, which may hear a
    // thing twice, are taken up by the worker.
    await client.query(
      `UPDATE article SET state = 'failed', "failureCode" = 'interrupted',
         "failureMessage" = 'A backup was restored while this was being fetched. Fetch it again.' WHERE state = 'fetching'`,
    );
    await beforeCommit();
    await client.query("COMMIT");
    await client.query("ANALYZE");
  });
}

/** What a guard saw when a recording became a copy, seen again: all its pieces are there, and are the file of its hash. */
async function checkRecordings(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM capture WHERE "recordingId" IS NOT NULL AND "expungedAt" IS NULL
       AND recording_sha256("recordingId") IS DISTINCT FROM sha256`,
  );
  if (rows.length > 0)
    throw new Error(
      `The recording of capture ${rows[0]!.id} is not whole in this backup, of ${rows.length} in all.`,
    );
}

async function refuseUsed(client: pg.Client, manifest: BackupManifest): Promise<void> {
  const { rows } = await client.query<{ people: boolean }>(`SELECT EXISTS (SELECT 1 FROM "user") AS people`);
  if (rows[0]!.people)
    throw new Error("This database is in use: people have accounts in it. Restore into an empty one.");
  const { rows: applied } = await client.query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name",
  );
  const here = applied.map(({ name }) => name);
  const isSame =
    here.length === manifest.migrations.length && here.every((name, n) => name === manifest.migrations[n]);
  if (!isSame)
    throw new Error(
      `The backup was made at migration ${manifest.migrations.at(-1)}, this version is at ${here.at(-1)}. ` +
        "Restore it with the version that made it, then upgrade.",
    );
}

async function fillTable(client: pg.Client, folder: string, table: BackupTable): Promise<void> {
  const filling = client.query(
    copyFrom(`COPY ${quoted(table.name)} (${table.columns.map(quoted).join(", ")}) FROM STDIN (FORMAT text)`),
  );
  await pipeline(createReadStream(join(folder, table.file)), createGunzip(), filling);
  if (filling.rowCount !== table.rows)
    throw new Error(`${table.name} has ${filling.rowCount} of ${table.rows} rows of the backup.`);
}
