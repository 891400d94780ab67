import { rm } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "../../scripts/test/test-database";
import { leafBytes } from "../../lib/log/entry";
import { frontierRoot, leafHash, treeHash } from "../../lib/log/merkle";
import { toLogEntry, type LogEntryRow } from "../../lib/log/to-log-entry";
import { storedNodes } from "../../lib/log/nodes.server";
import { placesIn } from "../../lib/log/stored-tree";
import { db } from "../../lib/core/db.server";
import { certainKeys, rareTermsOf } from "../../lib/attributions/reuse/rare-terms";
import { shinglesOf, sketchOf } from "../../lib/attributions/reuse/shingles";
import { wordsOf } from "../../lib/attributions/reuse/text-words";
import { openClaim } from "../../lib/claims/queries";
import { publicVerdict } from "../../lib/publications/public-records.server";
import { searchVerdicts } from "../../lib/publications/search-verdicts.server";
import { ensureSigningKey, loadSigningKey } from "../../lib/publications/signing-key.server";
import { loadDeskOf } from "./load";
import { articleText } from "./article-rows";
import { claimText } from "./claim-rows";
import { articleId, claimId, makePlan, slugOf, stateOf } from "./plan";
import { progressLine } from "./progress";

const database = useTestDatabase();
const claims = 200;
const plan = makePlan(claims);
const published = Array.from({ length: claims }, (_, n) => n).filter((n) => stateOf(n) === "published");

/** Every key, foreign key, check and index as the catalogue writes it down, and that it was checked. */
const catalogue = () =>
  database.sqlOwner(`
    SELECT conrelid::regclass::text AS on_table, conname AS name, pg_get_constraintdef(oid) || convalidated AS what
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1, 2, 3`);
let before: Awaited<ReturnType<typeof catalogue>>;

beforeAll(async () => {
  before = await catalogue();
  // The data is older than the test's key.
  await rm(join(database.home, "signing-keys.json"));
  await ensureSigningKey(database.home, new Date("2021-01-01T00:00:00Z"));
  await loadDeskOf(database.ownerUrl, claims, await loadSigningKey());
});

describe("the benchmarks' data", () => {
  it("holds what the database derives of a claim, as the database derives it", async () => {
    const wrong = await database.sql(`
      SELECT id FROM claim WHERE search <> to_tsvector('english', text || ' ' || coalesce(verbatim, '') || ' ' || coalesce(claimant, ''))
        OR NOT (likeness @> claim_likeness(text) AND likeness <@ claim_likeness(text))
        OR "hasEvidence" <> EXISTS (SELECT 1 FROM evidence e WHERE e."claimId" = claim.id AND e."removedAt" IS NULL)`);
    expect(wrong).toEqual([]);
  });

  it("has every index, key and foreign key again that it had, and each was checked", async () => {
    expect(before.length).toBeGreaterThan(300);
    expect(await catalogue()).toEqual(before);
    await expect(database.sql("DELETE FROM publication")).rejects.toThrow();
  });

  it("has of each article the sketch that capturing it would have made", async () => {
    for (let n = 0; n < plan.articles; n += 1) {
      const { full } = articleText(n);
      const [sketch] = await database.sql<{ shingles: number[]; terms: string[] }>(
        `SELECT shingles, terms FROM text_sketch WHERE "articleId" = $1`,
        [articleId(plan, n)],
      );
      expect(sketch!.shingles).toEqual(sketchOf(shinglesOf(wordsOf(full, true))));
      expect(sketch!.terms).toEqual(certainKeys(rareTermsOf(full)));
    }
  });

  it("is published in records that verify and are found", async () => {
    for (const n of published.slice(0, 3)) expect((await publicVerdict(slugOf(n))).ok).toBe(true);
    const query = claimText(published[0]!);
    const found = await searchVerdicts({ query, filter: {}, limit: 5 });
    expect(found.items[0]!.slug).toBe(slugOf(published[0]!));
  });

  it("has quotes word for word in their captures", async () => {
    const current = await openClaim(claimId(plan, published[0]!), new Date());
    expect(current!.dossier.evidence.map(({ quote }) => quote!.isVerbatim)).toEqual(Array(5).fill(true));
  });

  it("has a log whose leaves and tree are those of its entries", async () => {
    const rows = await database.sql<LogEntryRow & { leafHash: string } & Record<string, unknown>>(
      `SELECT e.*, l."leafHash" FROM log_leaf l JOIN log_entry e ON e.id = l."entryId" ORDER BY l.index`,
    );
    const leaves = rows.map((row, seq) => leafHash(leafBytes(toLogEntry(row, seq))));
    expect(rows.map(({ leafHash: kept }) => kept)).toEqual(
      leaves.map((leaf) => Buffer.from(leaf).toString("hex")),
    );
    const nodes = await storedNodes(db() as never, placesIn({ start: 0, end: rows.length }));
    expect(frontierRoot({ size: rows.length, nodes })).toEqual(treeHash(leaves));
  });
});

describe("the line about how far it is", () => {
  it.each([
    [0, 100, 10, "   0 % after 10 s: claim"],
    [25, 100, 60, "  25 % after 60 s, about 3 min left: claim"],
    [50, 100, 40, "  50 % after 40 s, about 40 s left: claim"],
    [130, 100, 300, "  99 % after 5 min, about 3 s left: claim"],
  ])("says of %d units of %d after %d s %j", (done, total, seconds, line) => {
    expect(progressLine(done, total, seconds, ["claim"])).toBe(line);
  });
});
