import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { examplePageVersions } from "../components/reader/fixtures/example-site-page";
import { signCheckpoint } from "../lib/log/checkpoint";
import { entryLeaf, payloadCommitment } from "../lib/log/entry";
import type { LogEntry } from "../lib/log/entry";
import { inclusionProof } from "../lib/log/fixtures/proofs-over-leaves";
import { treeHash } from "../lib/log/merkle";
import { completeRecord } from "../lib/publications/build-record";
import { retractionRecord } from "../lib/publications/statement-records";
import { recordSha256 } from "../lib/publications/canonical";
import { aurusRecord, aurusRevision } from "../lib/publications/fixtures/aurus-dossier";
import type { AnyRecord } from "../lib/publications/record";
import { generateSigningKey, signPage, signRecord } from "../lib/publications/sign";

const script = fileURLToPath(new URL("./verify-record.mjs", import.meta.url));
const key = generateSigningKey();
const keySet = { keys: [{ ...key.publicJwk, validFrom: "2024-01-01T00:00:00Z" }] };
let folder: string;

function signed(record: AnyRecord) {
  const sha256 = recordSha256(record);
  return {
    record,
    sha256,
    signature: signRecord(sha256, key.privatePem),
    keyId: key.kid,
    log: null as unknown,
  };
}

function run(...args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr });
    });
  });
}

async function runOn(document: unknown, keys: unknown = keySet) {
  const [record, set] = [join(folder, "record.json"), join(folder, "keys.json")];
  await Promise.all([writeFile(record, JSON.stringify(document)), writeFile(set, JSON.stringify(keys))]);
  return run(record, set);
}

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "verify-record-"))));
afterAll(() => rm(folder, { recursive: true }));

describe("verify-record", () => {
  it("passes a record that the application signed, whatever the order of its keys", async () => {
    const { code, output } = await runOn(signed(aurusRecord()));
    expect(output).not.toContain("FAIL");
    expect(code).toBe(0);
    const reversed = Object.fromEntries(Object.entries(aurusRecord()).reverse()) as AnyRecord;
    expect((await runOn({ ...signed(aurusRecord()), record: reversed })).code).toBe(0);
  });

  it("passes a signed page about the newsroom, and fails it with another signature's prefix or a letter changed", async () => {
    const [signedPage] = examplePageVersions("about", [{ text: "Two people and a dog." }]);
    const { record } = signedPage!;
    const sha256 = recordSha256(record);
    const page = { record, sha256, signature: signPage(sha256, key.privatePem), keyId: key.kid, log: null };
    const passed = await runOn(page);
    expect(passed.output).toContain("page about, version 1");
    expect(passed.code).toBe(0);
    const asVerdict = await runOn({ ...page, signature: signRecord(sha256, key.privatePem) });
    expect(asVerdict.output).toMatch(/FAIL {2}Ed25519/);
    const altered = { ...record, content: { text: "Two people and a cat." } };
    expect((await runOn({ ...page, record: altered })).output).toMatch(/FAIL {2}sha256/);
  });

  it("agrees with the application on hard texts and numbers", async () => {
    const record = aurusRecord({
      finding: '\u2028 \u007f \u0001 “é” \ud83d\ude00 \\ " </script>',
      summary: ["\ufb33"],
    });
    record.claim.figures[0]!.low = 1e21;
    record.claim.figures[0]!.high = 1e-7;
    expect((await runOn(signed(record))).code).toBe(0);
  });

  it("fails a record with one letter changed", async () => {
    const document = signed(aurusRecord());
    const record = { ...aurusRecord(), finding: aurusRecord().finding.replace("all", "alt") };
    const { code, output } = await runOn({ ...document, record });
    expect(code).toBe(1);
    expect(output).toMatch(/FAIL {2}sha256/);
    const { output: rehashed } = await runOn({ ...document, record, sha256: recordSha256(record) });
    expect(rehashed).toMatch(/FAIL {2}Ed25519/);
  });

  it("fails an unknown key, a key out of its time and a document that is none", async () => {
    expect((await runOn(signed(aurusRecord()), { keys: [] })).output).toMatch(/FAIL {2}key/);
    const revoked = { keys: [{ ...keySet.keys[0], revokedAt: "2024-02-01T00:00:00Z" }] };
    expect((await runOn(signed(aurusRecord()), revoked)).output).toMatch(/FAIL {2}key in use/);
    expect((await runOn(null)).code).toBe(1);
    expect((await run("only-one")).code).toBe(2);
    expect((await run("missing.json", "missing.json")).code).toBe(2);
  });

  it("checks the log's proof when there is one", async () => {
    const document = signed(aurusRecord());
    const entries = [0, 1, 2, 3, 4].map((seq): LogEntry => ({
      seq,
      at: "2024-07-02T10:00:00Z",
      actorId: "u1",
      actorRole: "editor",
      event: "verdict.signed-off",
      subject: { kind: "claim", id: "c1" },
      claimId: "c1",
      from: "ready",
      to: "published",
      commitment: document.sha256,
    }));
    const [salt, body] = ["5a".repeat(16), { recordSha256: document.sha256 }];
    entries[4]!.commitment = payloadCommitment(salt, body);
    const leaves = entries.map(entryLeaf);
    const checkpoint = signCheckpoint(
      { origin: "desk.example/log", size: 5, root: treeHash(leaves) },
      "desk.example/log",
      key.privatePem,
    );
    const hashesOf = (index: number) =>
      inclusionProof(leaves, index).map((node) => Buffer.from(node).toString("base64"));
    const hashes = hashesOf(3);
    const proof = { entry: entries[3], size: 5, hashes, checkpoint };
    expect((await runOn({ ...document, log: { index: 3, proof } })).code).toBe(0);
    const other = { ...proof, entry: { ...entries[3], to: "retracted" } };
    expect((await runOn({ ...document, log: { index: 3, proof: other } })).output).toMatch(
      /FAIL {2}log entry is in/,
    );
    expect((await runOn({ ...document, log: { index: 2, proof } })).code).toBe(1);
    const salted = { ...proof, entry: entries[4], hashes: hashesOf(4), opening: { salt, body } };
    expect((await runOn({ ...document, log: { index: 4, proof: salted } })).code).toBe(0);
    const wrong = { ...salted, opening: { salt, body: { recordSha256: "0".repeat(64) } } };
    expect((await runOn({ ...document, log: { index: 4, proof: wrong } })).output).toMatch(
      /FAIL {2}log entry is about/,
    );
  });

  it("follows the versions of a running site back to the first, a retraction included", async () => {
    const v1 = signed(aurusRecord());
    const signing = { publishedAt: "2024-07-03T12:00:00Z", signer: aurusRecord().signer };
    const second = completeRecord(aurusRevision({ previous: { version: 1, sha256: v1.sha256 } }), {
      ...signing,
      version: 2,
      overrides: [],
    });
    const v2 = signed(second);
    const v3 = signed(
      retractionRecord({ record: second, sha256: v2.sha256 }, { ...signing, reason: "Forged." }),
    );
    const pages: Record<string, unknown> = {
      "/.well-known/countersign-keys.json": keySet,
      "/api/v1/publications/aurus": v3,
      "/api/v1/publications/aurus/2": v2,
      "/api/v1/publications/aurus/1": v1,
    };
    const server = createServer((request, response) => {
      const page = pages[request.url ?? ""];
      response.writeHead(page ? 200 : 404).end(JSON.stringify(page ?? {}));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const { code, output } = await run("--from", base, "aurus");
      expect(output).toContain("version 2 names version 1");
      expect(code).toBe(0);
      pages["/api/v1/publications/aurus/1"] = signed(aurusRecord({ finding: "Another first version." }));
      expect((await run("--from", base, "aurus")).output).toMatch(/FAIL {2}version 2 names version 1/);
      expect((await run("--from", base, "unknown")).code).toBe(2);
    } finally {
      server.close();
    }
  });
});
