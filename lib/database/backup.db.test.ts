import { execFile } from "node:child_process";
import { appendFile, readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { done, makeDesk } from "../../scripts/test/desk-scene";
import { sealAll } from "../../scripts/test/seal-all";
import { silence } from "../../scripts/test/media-files";
import { dropWhenUnused, useTestDatabase } from "../../scripts/test/test-database";
import { addRecording } from "../articles/commands/add-recording";
import { storeRecording } from "../captures/recording-store.server";
import { addComment } from "../comments/commands";
import { acceptInvitation } from "../accounts/commands/accept-invitation";
import { countSecondFactors } from "../accounts/count-second-factors.server";
import { enrol, type Authenticator } from "../accounts/fixtures/authenticator.server";
import { atBrowser, person } from "../accounts/fixtures/people.server";
import { useSecondFactor } from "../accounts/second-factor.server";
import { closeDb } from "../core/db.server";
import { sealLog } from "../log/seal.server";
import { signOffVerdict } from "../publications/commands/sign-off-verdict";
import { writeBackup } from "./backup.server";
import { openBackup, type BackupManifest } from "./backup-files.server";
import { asAppRole, migrateDatabase, withClient } from "./migrate.server";
import { restoreBackup } from "./restore.server";

const run = promisify(execFile);
const database = useTestDatabase();
const desk = makeDesk(database);
let folder: string;
let manifest: BackupManifest;
let written = 0;
let admin: { id: string; email: string };
let theirs: Authenticator;
/** A database into which the backup was restored; each test that writes makes a copy of its own. */
let restored: string;

/** Publishes and comments until it is told to stop, so that a backup is made of a desk at work. */
async function workOn(isOver: () => boolean): Promise<void> {
  const editor = await database.makeViewer("editor", "Editor");
  const { claimId, hash, author } = await desk.ready();
  const kept = await done(storeRecording(author, oneChunk(silence(200)), 10_000_000, new Date()));
  await done(addRecording(author, kept, { title: "Harbour radio" }, new Date()));
  await done(signOffVerdict(editor, claimId, { revisionHash: hash }, new Date()));
  await sealAll(database);
  while (!isOver()) {
    await done(
      addComment(author, claimId, { text: `Comment ${(written += 1)}\twith a tab and \\N` }, new Date()),
    );
    await sealLog(new Date());
  }
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function newDatabase(name: string): Promise<string> {
  await withClient(inject("adminUrl"), (client) => client.query(`CREATE DATABASE ${name}`));
  return Object.assign(new URL(inject("adminUrl")), { pathname: `/${name}` }).toString();
}

const rowsOf = (url: string, sql: string) =>
  withClient(url, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);

beforeAll(async () => {
  admin = await person("admin");
  theirs = await enrol(await atBrowser(admin, new Date()), new Date());
  folder = join(database.home, "backup");
  let isOver = false;
  const work = workOn(() => isOver);
  while (written < 5) await new Promise((wait) => setTimeout(wait, 20));
  const { appUrl: url, home } = database;
  manifest = await writeBackup({ url, home, folder, now: new Date() });
  isOver = true;
  await work;
  restored = await newDatabase("restored_one");
  await migrateDatabase(restored);
  await restoreBackup(restored, folder, await openBackup(folder));
});
afterAll(() => dropWhenUnused("restored_one"));

describe("a backup of a desk at work", () => {
  it("brings a recording back with all its pieces", async () => {
    const rows = await rowsOf(
      restored,
      `SELECT recording_sha256("recordingId") = sha256 AS whole, (SELECT count(*)::int FROM recording_piece) AS pieces
       FROM capture WHERE "recordingId" IS NOT NULL`,
    );
    expect(rows).toEqual([{ whole: true, pieces: 2 }]);
  });

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
    const url = restored;
    const publications = `SELECT "recordText", sha256, signature FROM publication ORDER BY id`;
    expect(await rowsOf(url, publications)).toEqual(await database.sql(publications));
    for (const { name, rows } of manifest.tables)
      expect(await rowsOf(url, `SELECT count(*)::int AS n FROM "${name}"`), name).toEqual([{ n: rows }]);
    await expect(rowsOf(url, "DELETE FROM publication")).rejects.toThrow("never changed or deleted");
    await expect(restoreBackup(url, folder, manifest)).rejects.toThrow("people have accounts");
  });

  it("lets people in by their second factors where the cookie secret came along; where it is lost, recovering does", async () => {
    const name = "restored_elsewhere";
    await withClient(inject("adminUrl"), (client) =>
      client.query(`CREATE DATABASE ${name} TEMPLATE restored_one`),
    );
    const url = Object.assign(new URL(restored), { pathname: `/${name}` }).toString();
    const { DATABASE_URL, NEXTAUTH_SECRET } = process.env;
    await closeDb();
    process.env.DATABASE_URL = asAppRole(url);
    const minutes = (n: number) => new Date(Date.now() + n * 60_000);
    const fits = async (code: string, at: Date) => (await useSecondFactor(admin.id, code, null, at)).ok;
    try {
      expect(await countSecondFactors(url)).toEqual({ people: 1, fitting: 1 });
      expect(await fits(theirs.codeAt(minutes(2)), minutes(2))).toBe(true);
      expect(await fits(theirs.codes[0]!, minutes(2))).toBe(true);

      process.env.NEXTAUTH_SECRET = "made anew on the other machine";
      expect(await countSecondFactors(url)).toEqual({ people: 1, fitting: 0 });
      expect(await fits(theirs.codeAt(minutes(4)), minutes(4))).toBe(false);
      expect(await fits(theirs.codes[1]!, minutes(4))).toBe(false);
      const script = ["--conditions=react-server", "--import", "tsx", "scripts/recover.ts", admin.email];
      const env = { ...process.env, DATABASE_URL: url };
      const { stdout } = await run(process.execPath, script, { env });
      const secret = stdout.trim().split("/").at(-1)!;
      const chosen = { secret, password: "eleven copper kettles" };
      expect(await acceptInvitation(chosen, null, new Date())).toMatchObject({
        ok: true,
        value: { codeDue: false },
      });
      const again = await enrol(await atBrowser(admin, new Date()), new Date());
      expect(await fits(again.codeAt(minutes(6)), minutes(6))).toBe(true);
    } finally {
      await closeDb();
      Object.assign(process.env, { DATABASE_URL, NEXTAUTH_SECRET });
      await dropWhenUnused(name);
    }
  });

  it("fills nothing when what belongs to it cannot be put in place", async () => {
    const url = await newDatabase("restored_three");
    await migrateDatabase(url);
    const failing = () => Promise.reject(new Error("no space left"));
    await expect(restoreBackup(url, folder, manifest, failing)).rejects.toThrow("no space left");
    expect(await rowsOf(url, `SELECT count(*)::int AS n FROM "user"`)).toEqual([{ n: 0 }]);
    await dropWhenUnused("restored_three");
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
