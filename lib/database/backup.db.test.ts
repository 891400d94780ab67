import { execFile } from "node:child_process";
import { appendFile, readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { done, makeDesk } from "../../scripts/test/desk-scene";
import { sealAll } from "../../scripts/test/seal-all";
import { dropWhenUnused, useTestDatabase } from "../../scripts/test/test-database";
import { addComment } from "../claims/commands/log-work";
import { sealLog } from "../log/seal.server";
import { signOffVerdict } from "../publications/commands/sign-off-verdict";
import { writeBackup } from "./backup.server";
import { openBackup, type BackupManifest } from "./backup-files.server";
import { migrateDatabase, withClient } from "./migrate.server";
import { restoreBackup } from "./restore.server";

const run = promisify(execFile);
const database = useTestDatabase();
const desk = makeDesk(database);
let folder: string;
let manifest: BackupManifest;
let written = 0;

/** Publishes and comments until it is told to stop, so that a backup is made of a desk at work. */
async function workOn(isOver: () => boolean): Promise<void> {
  const editor = await database.makeViewer("editor", "Editor");
  const { claimId, hash, author } = await desk.ready();
  await done(signOffVerdict(editor, claimId, { revisionHash: hash }, new Date()));
  await sealAll(database);
  while (!isOver()) {
    await done(
      addComment(author, claimId, { text: `Comment ${(written += 1)}\twith a tab and \\N` }, new Date()),
    );
    await sealLog(new Date());
  }
}

async function newDatabase(name: string): Promise<string> {
  await withClient(inject("adminUrl"), (client) => client.query(`CREATE DATABASE ${name}`));
  return Object.assign(new URL(inject("adminUrl")), { pathname: `/${name}` }).toString();
}

const rowsOf = (url: string, sql: string) =>
  withClient(url, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);

beforeAll(async () => {
  folder = join(database.home, "backup");
  let isOver = false;
  const work = workOn(() => isOver);
  while (written < 5) await new Promise((wait) => setTimeout(wait, 20));
  const { appUrl: url, home } = database;
  manifest = await writeBackup({ url, home, folder, now: new Date() });
  isOver = true;
  await work;
});

describe("a backup of a desk at work", () => {
  it("holds one moment, all tables but those of the moment, the public keys and no private one", async () => {
    const names = manifest.tables.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(["claim", "publication", "capture", "log_leaf", "log_payload"]),
    );
    expect(names).not.toContain("session");
    expect(manifest.tables.find(({ name }) => name === "comment")!.rows).toBeLessThanOrEqual(written);
    expect(await readdir(folder)).not.toContain("signing-key.pem");
    expect(Object.keys(manifest.files)).toContain("signing-keys.json");
  });

  it("comes back into an empty database with each publication byte for byte, and guards that hold again", async () => {
    const url = await newDatabase("restored_one");
    await migrateDatabase(url);
    await restoreBackup(url, folder, await openBackup(folder));
    const publications = `SELECT "recordText", sha256, signature FROM publication ORDER BY id`;
    expect(await rowsOf(url, publications)).toEqual(await database.sql(publications));
    for (const { name, rows } of manifest.tables)
      expect(await rowsOf(url, `SELECT count(*)::int AS n FROM "${name}"`), name).toEqual([{ n: rows }]);
    await expect(rowsOf(url, "DELETE FROM publication")).rejects.toThrow("never changed or deleted");
    await expect(restoreBackup(url, folder, manifest)).rejects.toThrow("people have accounts");
    await dropWhenUnused("restored_one");
  });

  it("is proved by restoring it and verifying its log, and refused once a byte of it changed", async () => {
    const script = ["--conditions=react-server", "--import", "tsx", "scripts/verify-backup.ts", folder];
    const { stdout } = await run(process.execPath, script);
    expect(stdout).toContain("everything in it verifies");
    const claims = join(folder, "tables/claim.copy.gz");
    const before = await readFile(claims);
    await appendFile(claims, "x");
    await expect(openBackup(folder)).rejects.toThrow(
      "tables/claim.copy.gz of the backup is not what was written",
    );
    expect((await readFile(claims)).length).toBe(before.length + 1);
  });

  it("is never written over another, nor restored at other migrations", async () => {
    const { appUrl: url, home } = database;
    await expect(writeBackup({ url, home, folder, now: new Date() })).rejects.toThrow("there already");
    const other = await newDatabase("restored_two");
    await migrateDatabase(other);
    const older = { ...manifest, migrations: manifest.migrations.slice(0, -1) };
    await expect(restoreBackup(other, folder, older)).rejects.toThrow(
      "Restore it with the version that made it",
    );
    await dropWhenUnused("restored_two");
  });
});
