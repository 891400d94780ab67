import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aurusRecord } from "../lib/publications/fixtures/aurus-dossier";
import { captureTamperings, staffRecord, staffZip } from "./test/sample-staff-bundle";
import { goodFiles, sampleKeys, tamperings, wholeForgery, zipOf } from "./test/sample-bundle";

const script = fileURLToPath(new URL("./verify-bundle.mjs", import.meta.url));
const items = [
  "manifest",
  "record hash",
  "signature",
  "key validity",
  "quotes inside sentences",
  "log proof",
  "checkpoint signature",
];
let folder: string;

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "verify-bundle-"))));
afterAll(() => rm(folder, { recursive: true }));

async function run(
  zip: Uint8Array,
  ...more: string[]
): Promise<{ code: number; output: string; failed: string[] }> {
  const path = join(folder, `${crypto.randomUUID()}.zip`);
  await writeFile(path, zip);
  return new Promise((resolve) => {
    execFile(process.execPath, [script, path, ...more], (error, stdout, stderr) => {
      const failed = [...stdout.matchAll(/^FAIL {2}([^:\n]+)/gm)].map((match) => match[1]!);
      resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr, failed });
    });
  });
}

describe("verify-bundle", () => {
  it("passes every item of a bundle as it was made", async () => {
    const { code, output } = await run(zipOf(goodFiles));
    for (const item of items) expect(output).toContain(`pass  ${item}\n`);
    expect(code).toBe(0);
  });

  it("passes a bundle that another program packed again", async () => {
    expect((await run(zipSync(unzipSync(zipOf(goodFiles)), { level: 9 }))).code).toBe(0);
  });

  it("says so when the record was not sealed yet, and does not fail for it", async () => {
    const files = goodFiles.filter(({ path }) => !/^(log|checkpoint)/.test(path));
    const { code, output } = await run(zipOf(files));
    expect([code, output.includes("before the record was sealed")]).toEqual([0, true]);
  });

  it.each(tamperings)("altering %s fails exactly %j", async (_what, fails, zip) => {
    const { code, failed } = await run(zip());
    expect(failed).toEqual(fails);
    expect(code).toBe(1);
  });

  it("passes a newsroom's own bundle, each capture by its payload, and names what is not in it", async () => {
    const { code, output } = await run(await staffZip());
    expect([code, output.includes("pass  captures\n")]).toEqual([0, true]);
    for (const { number } of staffRecord.evidence)
      expect(output).toContain(`pass  capture of evidence ${number}\n`);
    const less = await run(
      await staffZip((copies) => void (copies[0] = { leftOut: "expunged", expungedOn: "2024-07-09" })),
    );
    expect(less.code).toBe(0);
    expect(less.output).toContain("note  capture of evidence 1: not in the bundle, expunged on 2024-07-09\n");
  });

  it.each(captureTamperings)("altering %s fails exactly %j", async (_what, fails, zip) => {
    expect((await run(await zip())).failed).toEqual(fails);
  });

  it("finds a whole forgery by a copy of the newsroom's keys", async () => {
    expect((await run(wholeForgery())).code).toBe(0);
    const keys = join(folder, "keys.json");
    await writeFile(keys, JSON.stringify(sampleKeys));
    const { code, failed } = await run(wholeForgery(), "--keys", keys);
    expect([code, failed]).toEqual([1, ["signature", "key validity", "checkpoint signature"]]);
    expect((await run(zipOf(goodFiles), "--keys", keys)).code).toBe(0);
  });

  it("refuses what is no bundle without a stack", async () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from("PK"),
      Buffer.from(zipOf(goodFiles)).subarray(0, 900),
    ]) {
      const { code, output } = await run(bytes);
      expect(code).toBe(2);
      expect(output).toMatch(/^Could not be checked: /);
    }
  });
});

it("a bundle's bytes depend on its files alone", () => {
  const zone = process.env.TZ;
  const here = Buffer.from(zipOf(goodFiles));
  process.env.TZ = "Pacific/Kiritimati";
  try {
    expect(Buffer.from(zipOf([...goodFiles].reverse())).equals(here)).toBe(true);
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
  expect(() => zipOf([...goodFiles, goodFiles[0]!])).toThrow("one path");
  expect(aurusRecord().evidence.length).toBeGreaterThan(1);
});
