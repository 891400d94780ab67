import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedDemoDesk } from "../../../../lib/demo/seed-demo.server";
import { sealLog } from "../../../../lib/log/seal.server";
import { useTestDatabase } from "../../../../scripts/test/test-database";
import { ask } from "../../../(public)/reader-test";

const database = useTestDatabase();
const run = promisify(execFile);
type Version = { slug: string; version: number; kind: string; recordText: string };
let versions: Version[] = [];
let folder = "";

beforeAll(async () => {
  await seedDemoDesk();
  await sealLog(new Date());
  versions = await database.sql<Version>(
    `SELECT slug, version, kind, "recordText" FROM publication ORDER BY slug, version`,
  );
  folder = await mkdtemp(join(tmpdir(), "version-files-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const pathOf = ({ slug, version }: Version, file: string) =>
  `/api/v1/publications/${slug}/${version}/${file}`;
const bundleOf = async (version: Version) =>
  new Uint8Array(await (await ask(pathOf(version, "bundle.zip"))).arrayBuffer());

/** The key set as served, in a file. */
async function savedKeys(): Promise<string> {
  const path = join(folder, "keys.json");
  await writeFile(path, await (await ask("/.well-known/countersign-keys.json")).text());
  return path;
}

describe("the evidence bundle", () => {
  test("of every version passes the program that readers run, retractions included", async () => {
    expect(versions.some(({ kind }) => kind === "retraction")).toBe(true);
    for (const version of versions) {
      const path = join(folder, "bundle.zip");
      await writeFile(path, await bundleOf(version));
      const { stdout } = await run(process.execPath, [
        "scripts/verify-bundle.mjs",
        path,
        "--keys",
        await savedKeys(),
      ]);
      expect(stdout).toContain("pass  checkpoint signature");
      expect(stdout).toContain("All checks passed.");
    }
  }, 120_000);

  test("holds the record's own bytes, and stays the same when the log grows", async () => {
    const [version] = versions as [Version];
    const before = await bundleOf(version);
    expect(new TextDecoder().decode(unzipSync(before)["record.json"])).toBe(version.recordText);
    await database.sql(
      `INSERT INTO log_entry (id, at, event, "subjectKind", "subjectId", commitment)
       VALUES ('x', now(), 'tip.received', 'tip', 'x', repeat('0', 64))`,
    );
    expect(await sealLog(new Date())).toBe(1);
    const held = globalThis as unknown as { countersignAnswers: { lists: { clear: () => void } } };
    held.countersignAnswers.lists.clear();
    expect(Buffer.from(await bundleOf(version)).equals(before)).toBe(true);
  });

  test("may be read by any site, kept shortly, asked for again by tag, and saved under its name", async () => {
    const [version] = versions as [Version];
    const { status, headers } = await ask(pathOf(version, "bundle.zip"));
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      "access-control-allow-origin": "*",
      "cache-control": "public, max-age=0, s-maxage=30, must-revalidate",
      "content-disposition": `attachment; filename="${version.slug}-v${version.version}.zip"`,
      "content-type": "application/zip",
      "x-content-type-options": "nosniff",
    });
    const again = await ask(pathOf(version, "bundle.zip"), { "if-none-match": headers.get("etag")! });
    expect(again.status).toBe(304);
  });

  test("of what was never published is a problem document", async () => {
    const [{ slug }] = versions as [Version];
    for (const place of ["none/1", `${slug}/99`, `${slug}/0`, `${slug}/latest`, "%22%0d%0a/1"]) {
      const response = await ask(`/api/v1/publications/${place}/bundle.zip`);
      expect([response.status, response.headers.get("content-type")], place).toEqual([
        404,
        "application/problem+json; charset=utf-8",
      ]);
    }
  });
});
