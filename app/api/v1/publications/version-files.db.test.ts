import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedDemoDesk } from "../../../../lib/demo/seed-demo.server";
import { sealAll } from "../../../../scripts/test/seal-all";
import { useTestDatabase } from "../../../../scripts/test/test-database";
import { annotationProblem } from "../../../../scripts/test/web-annotation";
import { ask, siteUrl } from "../../../(public)/reader-test";

const database = useTestDatabase();
const run = promisify(execFile);
type Version = { slug: string; version: number; kind: string; recordText: string };
let versions: Version[] = [];
let folder = "";

beforeAll(async () => {
  await seedDemoDesk();
  await sealAll(database);
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
    expect(await sealAll(database)).toBe(1);
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

/** A file of a CSV without line breaks in cells, by its head line: enough to count and to look up. */
async function csvOf(path: string): Promise<{ head: string[]; lines: string[] }> {
  const [head = "", ...lines] = (await (await ask(path)).text()).split("\r\n");
  return { head: head.split(","), lines: lines.filter((line) => line !== "") };
}

describe("exports", () => {
  const standing = () => [...new Map(versions.map((version) => [version.slug, version])).values()];
  type Rows = {
    items: { slug: string; version: number; status: string; ratingLabel: string | null }[];
    next: null;
  };

  test("hold what stands at every address, retractions without a rating, in CSV and in JSON", async () => {
    const { items, next } = (await (await ask("/api/v1/exports/publications.json")).json()) as Rows;
    expect(next).toBeNull();
    expect(items.map(({ slug, version }) => `${slug} ${version}`).sort()).toEqual(
      standing()
        .map(({ slug, version }) => `${slug} ${version}`)
        .sort(),
    );
    const retractions = items.filter(({ status }) => status === "retraction");
    expect(retractions.map(({ ratingLabel }) => ratingLabel)).toEqual([null]);
    const { head, lines } = await csvOf("/api/v1/exports/publications.csv");
    expect(head[0]).toBe("slug");
    expect(lines).toHaveLength(items.length);
  });

  test("of one version hold it alone", async () => {
    for (const version of versions) {
      const row = (await (await ask(pathOf(version, "export.json"))).json()) as Rows["items"][0];
      expect(row).toMatchObject({ slug: version.slug, version: version.version });
      expect((await csvOf(pathOf(version, "export.csv"))).lines).toHaveLength(1);
    }
  });

  test("go on from a cursor of theirs, and refuse another", async () => {
    const cursor = (at: string) => Buffer.from(JSON.stringify([at, "x"])).toString("base64url");
    const path = "/api/v1/exports/publications.json?before=";
    expect(((await (await ask(path + cursor("2000-01-01T00:00:00Z"))).json()) as Rows).items).toEqual([]);
    for (const strange of ["nonsense", "", cursor("no time")])
      expect((await ask(path + strange)).status).toBe(400);
  });

  test("annotations are of the W3C data model, one for each printed quote and one for the claim's passage", async () => {
    for (const version of versions) {
      const response = await ask(pathOf(version, "annotations.jsonld"));
      expect(response.headers.get("content-type")).toMatch(/^application\/ld\+json; profile=/);
      expect(annotationProblem(await response.json())).toBeNull();
    }
  });

  test("the feed of claim reviews holds each verdict that holds, as its page does", async () => {
    const feed = (await (await ask("/feeds/claimreview.json")).json()) as {
      "@type": string;
      dataFeedElement: { item: { url: string }[] }[];
    };
    expect(feed["@type"]).toBe("DataFeed");
    const held = standing().flatMap(({ slug, kind }) =>
      kind === "publication" ? `${siteUrl}/verdicts/${slug}` : [],
    );
    expect(feed.dataFeedElement.map(({ item }) => item[0]!.url).sort()).toEqual(held.sort());
  });

  test("carry the headers of public data, and answer 304 to who has them", async () => {
    const [version] = versions as [Version];
    const files = ["export.csv", "export.json", "annotations.jsonld"].map((file) => pathOf(version, file));
    const all = ["csv", "json"].map((form) => `/api/v1/exports/publications.${form}`);
    for (const path of [...files, ...all, "/feeds/claimreview.json"]) {
      const { headers } = await ask(path);
      expect(headers.get("access-control-allow-origin"), path).toBe("*");
      expect(headers.get("content-security-policy"), path).toContain("default-src 'none'");
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
      expect(headers.get("cache-control"), path).toBe("public, max-age=0, s-maxage=30, must-revalidate");
      expect((await ask(path, { "if-none-match": headers.get("etag")! })).status, path).toBe(304);
    }
  });
});
