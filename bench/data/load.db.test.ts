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
import { openClaim } from "../../lib/claims/queries";
import { publicVerdict } from "../../lib/publications/public-records.server";
import { searchVerdicts } from "../../lib/publications/search-verdicts.server";
import { ensureSigningKey, loadSigningKey } from "../../lib/publications/signing-key.server";
import { loadDeskOf } from "./load";
import { claimText } from "./claim-rows";
import { claimId, makePlan, slugOf, stateOf } from "./plan";

const database = useTestDatabase();
const claims = 200;
const plan = makePlan(claims);
const published = Array.from({ length: claims }, (_, n) => n).filter((n) => stateOf(n) === "published");

beforeAll(async () => {
  // The data is older than the test's key.
  await rm(join(database.home, "signing-keys.json"));
  await ensureSigningKey(database.home, new Date("2021-01-01T00:00:00Z"));
  await loadDeskOf(database.ownerUrl, claims, await loadSigningKey());
});

describe("the benchmarks' data", () => {
  it("holds what the database derives of a claim's words, as the database derives it", async () => {
    const wrong = await database.sql(`
      SELECT id FROM claim WHERE search <> to_tsvector('english', text || ' ' || coalesce(verbatim, '') || ' ' || coalesce(claimant, ''))
        OR NOT (likeness @> claim_likeness(text) AND likeness <@ claim_likeness(text))`);
    expect(wrong).toEqual([]);
  });

  it("has all indexes, keys and foreign keys again", async () => {
    const [count] = await database.sqlOwner<{ keys: number; indexes: number }>(`
      SELECT (SELECT count(*)::int FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'f') AND convalidated) AS keys,
        (SELECT count(*)::int FROM pg_indexes WHERE schemaname = 'public') AS indexes`);
    expect(count!.keys).toBeGreaterThan(80);
    expect(count!.indexes).toBeGreaterThan(120);
    await expect(database.sql("DELETE FROM publication")).rejects.toThrow();
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
