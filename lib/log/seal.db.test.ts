import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "../../scripts/test/test-database";
import { runCommand } from "../core/run-command.server";
import { openCheckpoint } from "./checkpoint";
import { entryLeaf } from "./entry";
import { verifyInclusion } from "./merkle";
import { proofAt } from "./proof.server";
import { recordEvent } from "./record.server";
import { logOrigin, sealLog } from "./seal.server";
import { loadKeySet } from "../publications/signing-key.server";

const database = useTestDatabase();
const write = (n: number) =>
  runCommand((tx) =>
    recordEvent(tx, null, new Date(), { event: "test.written", subject: { kind: "test", id: String(n) } }),
  );
const leaves = async () =>
  Number((await database.sql<{ n: string }>("SELECT count(*) AS n FROM log_leaf"))[0]!.n);

describe("sealing the log", () => {
  it("gives each entry one place, in order and without gaps, however often and by however many it is tried", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => write(n)));
    await Promise.all([sealLog(new Date()), sealLog(new Date()), sealLog(new Date())]);
    await sealLog(new Date());
    await write(20);
    await sealLog(new Date());
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

  it("leaves an entry of an open transaction, and whatever is younger, for later", async () => {
    const before = await leaves();
    let finish = () => {};
    const held = new Promise<void>((done) => (finish = done));
    const slow = runCommand(async (tx) => {
      await recordEvent(tx, null, new Date(), { event: "test.slow", subject: { kind: "test", id: "slow" } });
      await held;
    });
    await new Promise((wait) => setTimeout(wait, 300));
    await write(99);
    await sealLog(new Date());
    expect(await leaves()).toBe(before);
    finish();
    await slow;
    await sealLog(new Date());
    expect(await leaves()).toBe(before + 2);
  });

  it("goes on after a restore into a cluster whose transactions count from the start again", async () => {
    const before = await leaves();
    await database.sqlOwner(
      `INSERT INTO log_entry (id, txid, at, event, "subjectKind", "subjectId", commitment)
       VALUES ('restored', '4000000000'::xid8, now(), 'test.restored', 'test', 'r', repeat('0', 64))`,
    );
    await sealLog(new Date());
    await write(100);
    await sealLog(new Date());
    expect(await leaves()).toBe(before + 2);
  });
});
