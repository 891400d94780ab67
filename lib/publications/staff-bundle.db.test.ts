import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { done, refused } from "../../scripts/test/desk-scene";
import { sealAll } from "../../scripts/test/seal-all";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { expungeCapture } from "../captures/commands";
import { seedDemoDesk } from "../demo/seed-demo.server";
import { logProofOf } from "../log/queries";
import { publicBundle } from "./bundle.server";
import { takeStaffBundle } from "./commands/take-staff-bundle";

const database = useTestDatabase();
const run = promisify(execFile);
const now = new Date("2026-12-01T10:00:00Z");
type Version = { claimId: string; slug: string; version: number; kind: string; sha256: string };
let checker: Viewer;
let versions: Version[];
let folder: string;

beforeAll(async () => {
  await seedDemoDesk();
  await sealAll(database);
  checker = await database.makeViewer("checker", "Checker");
  versions = await database.sql<Version>(
    `SELECT "claimId", slug, version, kind, sha256 FROM publication ORDER BY slug, version`,
  );
  folder = await mkdtemp(join(tmpdir(), "staff-bundle-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const take = async ({ claimId, version }: Version) => done(takeStaffBundle(checker, claimId, version, now));

/** What the program that checks bundles says of one, and the code it ends with. */
async function verified(bytes: Uint8Array): Promise<string> {
  const path = join(folder, "bundle.zip");
  await writeFile(path, bytes);
  return (await run(process.execPath, ["scripts/verify-bundle.mjs", path])).stdout;
}

type Listed = { captures: { path: string | null; sha256: string; leftOut: object | null }[] };
const capturesIn = (bytes: Uint8Array) =>
  JSON.parse(new TextDecoder().decode(unzipSync(bytes)["captures.json"])) as Listed;

const logged = () =>
  database.sql<{ subjectId: string; actorId: string; claimId: string }>(
    `SELECT "subjectId", "actorId", "claimId" FROM log_entry WHERE event = 'bundle.taken' ORDER BY id`,
  );

describe("the staff bundle", () => {
  test("of every version is the public one and its captures as WARC, and passes the program that checks both", async () => {
    for (const version of versions) {
      const { bytes, name } = await take(version);
      expect(name).toBe(`${version.slug}-v${version.version}-staff.zip`);
      const said = await verified(bytes);
      expect(said).toContain("pass  captures\n");
      const { captures } = capturesIn(bytes);
      expect(said.match(/^pass {2}capture of evidence/gm) ?? []).toHaveLength(captures.length);
      expect(captures.length > 0).toBe(version.kind === "publication");
      const open = await publicBundle(version.slug, version.version);
      if (!open.ok) throw new Error(open.error.detail);
      const [staff, everybody] = [unzipSync(bytes), unzipSync(open.value)];
      for (const path of Object.keys(everybody).filter((each) => each !== "manifest.json"))
        expect(Buffer.from(staff[path]!).equals(Buffer.from(everybody[path]!)), path).toBe(true);
    }
  }, 120_000);

  test("is in the log with who took it and of which version, and readers' proofs stay as they are", async () => {
    const [version] = versions as [Version];
    const before = await logProofOf(version.sha256, "first");
    const count = (await logged()).length;
    await take(version);
    const entries = await logged();
    expect(entries).toHaveLength(count + 1);
    expect(entries.at(-1)).toEqual({
      subjectId: version.sha256,
      actorId: checker.id,
      claimId: version.claimId,
    });
    expect(await logProofOf(version.sha256, "first")).toEqual(before);
  });

  test("of a version that is not is refused, and not logged", async () => {
    const count = (await logged()).length;
    const [{ claimId }] = versions as [Version];
    for (const [id, number] of [["nope", 1] as const, [claimId, 99] as const])
      expect((await refused(takeStaffBundle(checker, id, number, now))).kind).toBe("not_found");
    expect(await logged()).toHaveLength(count);
  });

  test("names a capture that two people took out, and holds none of it", async () => {
    const version = versions.find(({ kind }) => kind === "publication")!;
    const [{ sha256, path }] = capturesIn((await take(version)).bytes).captures as [Listed["captures"][0]];
    const [capture] = await database.sql<{ id: string }>(`SELECT id FROM capture WHERE sha256 = $1`, [
      sha256,
    ]);
    const ask = { reason: "A court order." };
    await done(expungeCapture(await database.makeViewer("admin", "A"), capture!.id, ask, now));
    await done(expungeCapture(await database.makeViewer("editor", "E"), capture!.id, ask, now));
    const { bytes } = await take(version);
    expect(Object.keys(unzipSync(bytes))).not.toContain(path);
    expect(capturesIn(bytes).captures[0]).toMatchObject({ sha256, path: null, leftOut: { why: "expunged" } });
    expect(await verified(bytes)).toMatch(
      /^note {2}capture of evidence [\d, ]+: not in the bundle, expunged on \d/m,
    );
  });
});
