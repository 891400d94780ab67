import { readFile, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementsOf } from "../../scripts/test/watch-statements";
import { loadDeskOf } from "../../bench/data/load";
import { articleId, claimId, idOf, makePlan, stateOf } from "../../bench/data/plan";
import { fillOne, fillRest } from "../../scripts/test/fill-rest";
import { pretendLarge, mustSort, scannedWhole } from "../../scripts/test/explain-as-large";
import { coldReads } from "../../scripts/test/cold-reads";
import { hotReads, type HotScene } from "../../scripts/test/hot-reads";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { ensureSigningKey, loadSigningKey } from "../publications/signing-key.server";

const database = useTestDatabase();
const claims = 400;
const plan = makePlan(claims);
const firstOf = (state: string) =>
  Array.from({ length: claims }, (_, n) => n).find((n) => stateOf(n) === state)!;

/** A page that has disagreements to show asks for the claims that have them, at once: so many questions more, however many. */
const mostMore = (name: string) => (name === "article: page" ? 32 : 0);

let scene: HotScene;
let owner: pg.Client;

async function setScene(): Promise<void> {
  const n = firstOf("published");
  const [row] = await database.sql<{
    sha256: string;
    topic: string;
    claimant: string;
    text: string;
    slug: string;
  }>(
    `SELECT p.slug, p.sha256, c.topics[1] AS topic, c.text,
       (SELECT key FROM publication_name m WHERE m.kind = 'claimant' AND m.slug = p.slug) AS claimant
     FROM publication p JOIN claim c ON c.id = p."claimId" WHERE c.id = $1`,
    [claimId(plan, n)],
  );
  const viewer = await database.makeViewer("checker", "Hot Reader");
  const own: Viewer = { ...viewer, id: plan.people[0]!.id };
  scene = {
    viewer: own,
    editor: { ...viewer, id: plan.people[33]!.id, role: "editor" },
    sessionId: viewer.via.kind === "session" ? viewer.via.sessionId : "",
    claimId: claimId(plan, firstOf("in-review")),
    evidenceId: idOf("evidence", firstOf("in-review") * 5),
    articleId: articleId(plan, 3),
    captureId: idOf("capture", 3),
    attributionId: idOf("attribution", 3),
    published: { slug: row!.slug, sha256: row!.sha256, topic: row!.topic, claimant: row!.claimant },
    words: row!.text,
  };
}

beforeAll(async () => {
  // The data is older than the test's key.
  await rm(join(database.home, "signing-keys.json"));
  await ensureSigningKey(database.home, new Date("2021-01-01T00:00:00Z"));
  await loadDeskOf(database.ownerUrl, claims, await loadSigningKey());
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await fillRest(owner, {
    personId: plan.people[0]!.id,
    claimId: claimId(plan, firstOf("in-review")),
    articleId: articleId(plan, 3),
  });
  await setScene();
});

afterAll(async () => owner.end());

describe("reads that people wait for", () => {
  it("ask the database as often for fifty rows as for two", async () => {
    const large = await fillOne(owner, {
      claimId: claimId(plan, firstOf("researching")),
      articleId: articleId(plan, 5),
    });
    const often: string[] = [];
    for (const [name, read] of Object.entries(hotReads)) {
      await read(scene, 2);
      const few = (await statementsOf(() => read(scene, 2))).length;
      const many = (await statementsOf(() => read({ ...scene, ...large }, 50))).length;
      if (many > few + mostMore(name)) often.push(`${name}: ${few} statements for 2 rows, ${many} for 50`);
    }
    expect(often).toEqual([]);
  }, 240_000);

  it("are all asked about here, or named as cold with the reason", async () => {
    const folders = await readdir("lib");
    const used = await readFile("scripts/test/hot-reads.ts", "utf8");
    const missing: string[] = [];
    for (const folder of folders) {
      const text = await readFile(join("lib", folder, "queries.ts"), "utf8").catch(() => "");
      for (const [, name] of text.matchAll(/^export (?:async )?function (\w+)\(/gm))
        if (!new RegExp(`\\b${name}\\(`).test(used) && !(name! in coldReads))
          missing.push(`${folder}: ${name}`);
    }
    expect(missing).toEqual([]);
  });

  it("never read a large table from beginning to end when there are a million claims", async () => {
    await pretendLarge(owner, 1_000_000 / claims, [
      "user",
      "outlet",
      "entity",
      "setting",
      "publication_word",
    ]);
    const asked = new Map<string, Awaited<ReturnType<typeof statementsOf>>>();
    for (const [name, read] of Object.entries(hotReads))
      asked.set(name, await statementsOf(() => read(scene, 20)));
    const scans: string[] = [];
    for (const [name, statements] of asked)
      for (const statement of statements)
        for (const table of await scannedWhole(owner, statement))
          scans.push(`${name}: ${table}: ${statement.text.replace(/\s+/g, " ").slice(0, 300)}`);
    expect(scans).toEqual([]);
    const sorted: string[] = [];
    for (const { text, values } of asked
      .get("news: own")!
      .filter(({ text }) => text.includes('"notification"')))
      if (await mustSort(owner, { text, values })) sorted.push(text);
    expect(sorted, "news comes in the order of its index").toEqual([]);
  }, 240_000);
});
