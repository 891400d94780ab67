import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { BackupManifest } from "./backup-files.server";
import { restoreFiles } from "./restore-files.server";

const head = (size: number) =>
  `desk.example/countersign-log\n${size}\nroot=\n\n— desk.example/countersign-log c2ln\n\n`;
const key = { kty: "OKP", crv: "Ed25519", x: "x", kid: "a", validFrom: "2026-01-01T00:00:00.000Z" };
const revoked = { ...key, revokedAt: "2026-02-01T00:00:00.000Z" };
const manifest = { files: { "signing-keys.json": "", checkpoints: "" } } as unknown as BackupManifest;
const now = new Date("2026-03-01T00:00:00.000Z");

let scratch = "";
const at = (...names: string[]) => join(scratch, ...names);
const textOf = (...names: string[]) => readFile(at(...names), "utf8");

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), "countersign-restore-"));
  await mkdir(at("backup"));
  await writeFile(at("backup", "signing-keys.json"), JSON.stringify({ keys: [key] }));
  await writeFile(at("backup", "checkpoints"), head(1) + head(2));
});
afterEach(() => rm(scratch, { recursive: true, force: true }));

it("fills a new home with what the backup has", async () => {
  expect(await restoreFiles(at("backup"), at("home"), manifest, now)).toBeNull();
  expect(JSON.parse(await textOf("home", "signing-keys.json"))).toEqual({ keys: [key] });
  expect(await textOf("home", "checkpoints")).toBe(head(1) + head(2));
});

it("keeps a revocation made since the backup, and heads of what it lost, also when it is done again", async () => {
  await mkdir(at("home"));
  await writeFile(at("home", "signing-keys.json"), JSON.stringify({ keys: [revoked] }));
  await writeFile(at("home", "checkpoints"), head(1) + head(2) + head(3));
  const aside = await restoreFiles(at("backup"), at("home"), manifest, now);
  expect(await readFile(aside!, "utf8")).toBe(head(1) + head(2) + head(3));
  expect(await restoreFiles(at("backup"), at("home"), manifest, now)).toBeNull();
  expect(await readFile(aside!, "utf8")).toContain(head(3));
  expect(JSON.parse(await textOf("home", "signing-keys.json"))).toEqual({ keys: [revoked] });
  expect(await textOf("home", "checkpoints")).toBe(head(1) + head(2));
});
