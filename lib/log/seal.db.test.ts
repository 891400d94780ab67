import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { describe, expect, it, vi } from "vitest";
import { logger } from "../core/log-problem.server";
import { sealAll } from "../../scripts/test/seal-all";
import { useTestDatabase } from "../../scripts/test/test-database";
import { runCommand } from "../core/run-command.server";
import { openCheckpoint } from "./fixtures/open-checkpoint";
import { verifyConsistency, verifyInclusion } from "./fixtures/verify-proofs";
import { entryLeaf } from "./entry";
import { treeHash } from "./merkle";
import { consistencyFrom, proofAt } from "./proof.server";
import { recordEvent } from "./record.server";
import { logOrigin, sealLog } from "./seal.server";
import { loadKeySet } from "../publications/signing-key.server";

const database = useTestDatabase();
const write = (n: number) =>
  runCommand((tx) =>
    recordEvent(tx, null, new Date(), { event: "test.written", subject: { kind: "test", id: String(n) } }),
  );
/** Another process that seals as fast as it can. */
function startSealer() {
  const args = ["--conditions=react-server", "--import", "tsx", "scripts/test/seal-process.ts"];
  const child = spawn(process.execPath, args, { stdio: "pipe" });
  const heads: number[] = [];
  let said = "";
  child.stderr.on("data", (text: Buffer) => (said += String(text)));
  child.stdout.on("data", (lines: Buffer) => heads.push(...String(lines).trim().split("\n").map(Number)));
  const ended = new Promise<string>((done) =>
    child.once("exit", (code) => done(`ended with ${code}: ${said}`)),
  );
  return { heads, ended, end: () => (child.stdin.end(), ended) };
}

const leaves = async () =>
  Number((await database.sql<{ n: string }>("SELECT count(*) AS n FROM log_leaf"))[0]!.n);

describe("sealing the log", () => {
  it("gives each entry one place, in order and without gaps, however often and by however many it is tried", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => write(n)));
    await Promise.all([sealLog(new Date()), sealLog(new Date()), sealLog(new Date())]);
    await sealAll(database);
    await write(20);
    await sealAll(database);
    const rows = await database.sql<{ index: string }>("SELECT index FROM log_leaf ORDER BY index");
    expect(rows.map(({ index }) => Number(index))).toEqual(Array.from({ length: 21 }, (_, n) => n));
    expect(await sealLog(new Date())).toBe(0);
  });

  it("proves each entry to be in the tree of a signed head", async () => {
    const proof = (await proofAt(7n))!;
    const { keys } = await loadKeySet();
    const head = openCheckpoint(proof.checkpoint, { name: logOrigin(), x: keys.at(-1)!.x }, logOrigin());
    if (!head.ok) throw new Error(head.error.detail);
    const hashes = proof.hashes.map((hash) => Buffer.from(hash, "base64"));
    expect(verifyInclusion(entryLeaf(proof.entry), 7, head.value.size, hashes, head.value.root)).toBe(true);
    const forged = { ...proof.entry, commitment: createHash("sha256").update("forged").digest("hex") };
    expect(verifyInclusion(entryLeaf(forged), 7, head.value.size, hashes, head.value.root)).toBe(false);
  });

  it("proves an earlier head to be a beginning of the newest one, and none that is not", async () => {
    const [earlier] = await database.sql<{ size: string; root: string }>(
      "SELECT size, root FROM checkpoint ORDER BY size LIMIT 1",
    );
    await write(30);
    await sealAll(database);
    const proof = (await consistencyFrom(Number(earlier!.size)))!;
    const newest = (
      await database.sql<{ root: string }>("SELECT root FROM checkpoint ORDER BY size DESC LIMIT 1")
    )[0]!;
    const bytes = (hex: string) => Buffer.from(hex, "hex");
    const hashes = proof.hashes.map((hash) => Buffer.from(hash, "base64"));
    const holds = (root: Uint8Array) =>
      verifyConsistency(proof.from, proof.to, root, bytes(newest.root), hashes);
    expect(proof.from).toBeLessThan(proof.to);
    expect(holds(bytes(earlier!.root))).toBe(true);
    expect(holds(bytes("ab".repeat(32)))).toBe(false);
    expect(await consistencyFrom(proof.to + 1)).toBeNull();
  });

  it("is done by two processes at once as by one: each entry has one place, and each signed head is of the same tree", async () => {
    await sealAll(database);
    const before = await leaves();
    const sealers = [startSealer(), startSealer()];
    let written = 0;
    while (sealers.some(({ heads }) => heads.length < 3)) {
      await Promise.all(Array.from({ length: 8 }, () => write((written += 1))));
      // A sealer that broke never gets there.
      expect(await Promise.race([...sealers.map(({ ended }) => ended), "at work"])).toBe("at work");
    }
    expect(await Promise.all(sealers.map(({ end }) => end()))).toEqual(["ended with 0: ", "ended with 0: "]);
    await sealAll(database);
    const rows = await database.sql<{ index: string; leafHash: string; entryId: string }>(
      'SELECT index, "leafHash", "entryId" FROM log_leaf ORDER BY index',
    );
    expect(rows.map(({ index }) => Number(index))).toEqual(rows.map((_, n) => n));
    expect(new Set(rows.map(({ entryId }) => entryId)).size).toBe(rows.length);
    expect(rows.length).toBe(before + written);
    const hashes = rows.map(({ leafHash }) => Buffer.from(leafHash, "hex"));
    const heads = await database.sql<{ size: string; root: string }>("SELECT size, root FROM checkpoint");
    expect(heads.length).toBeGreaterThan(5);
    for (const { size, root } of heads)
      expect(Buffer.from(treeHash(hashes.slice(0, Number(size)))).toString("hex"), size).toBe(root);
    // Two more processes are started.
  }, 180_000);

  it("stores exactly the inner nodes of RFC 6962, also for leaves that were there before they were stored", async () => {
    const hashes = await database.sql<{ leafHash: string }>('SELECT "leafHash" FROM log_leaf ORDER BY index');
    const nodes = await database.sql<{ level: number; index: string; hash: string }>(
      "SELECT level, index, hash FROM log_node",
    );
    const leafHashes = hashes.map(({ leafHash }) => Buffer.from(leafHash, "hex"));
    for (const { level, index, hash } of nodes) {
      const width = 2 ** level;
      const covered = leafHashes.slice(Number(index) * width, (Number(index) + 1) * width);
      expect(covered).toHaveLength(width);
      expect(Buffer.from(treeHash(covered)).toString("hex")).toBe(hash);
    }
    const sql = (await readFile("prisma/migrations/20240628008000_log_tree/migration.sql", "utf8")).match(
      /DO \$\$[\s\S]*?END \$\$;/,
    )![0];
    await database.sqlOwner("ALTER TABLE log_node DISABLE TRIGGER USER");
    await database.sqlOwner("DELETE FROM log_node");
    await database.sqlOwner(sql);
    await database.sqlOwner("ALTER TABLE log_node ENABLE TRIGGER USER");
    const again = await database.sql("SELECT level, index, hash FROM log_node ORDER BY level, index");
    expect(again).toEqual(nodes.sort((a, b) => a.level - b.level || Number(a.index) - Number(b.index)));
  });

  it("leaves an entry of an open transaction, and whatever is younger, for later", async () => {
    await sealAll(database);
    const before = await leaves();
    let finish = () => {};
    let hasWritten = () => {};
    const held = new Promise<void>((done) => (finish = done));
    const written = new Promise<void>((done) => (hasWritten = done));
    const slow = runCommand(async (tx) => {
      await recordEvent(tx, null, new Date(), { event: "test.slow", subject: { kind: "test", id: "slow" } });
      // The entry is sent with what is asked next.
      await tx.$queryRaw`SELECT 1`;
      hasWritten();
      await held;
    });
    await written;
    await write(99);
    await sealLog(new Date());
    expect(await leaves()).toBe(before);
    finish();
    await slow;
    await sealAll(database);
    expect(await leaves()).toBe(before + 2);
  });

  it("goes on after a restore into a cluster whose transactions count from the start again", async () => {
    await sealAll(database);
    const before = await leaves();
    await database.sqlOwner(
      `INSERT INTO log_entry (id, txid, at, event, "subjectKind", "subjectId", commitment)
       VALUES ('restored', '4000000000'::xid8, now(), 'test.restored', 'test', 'r', repeat('0', 64))`,
    );
    await sealAll(database);
    await write(100);
    await sealAll(database);
    expect(await leaves()).toBe(before + 2);
  });
});

it("seals on when a head cannot be kept in the home, and says so in the log", async () => {
  const file = `${database.home}/checkpoints`;
  await rename(file, `${file}.kept`);
  await mkdir(file);
  const said = vi.spyOn(logger, "error").mockImplementation(() => undefined);
  await write(1);
  await sealAll(database);
  expect(said.mock.calls.map(([, words]) => words)).toContain("a signed head could not be kept in the home");
  said.mockRestore();
  await rm(file, { recursive: true });
  await rename(`${file}.kept`, file);
});
