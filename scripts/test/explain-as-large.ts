import type pg from "pg";
import type { Statement } from "./watch-statements";

/** Below this many rows reading a whole table is the quick way. */
const smallTable = 20_000;

type Node = { "Node Type": string; "Relation Name"?: string; Plans?: Node[] };

/**
 * Tells the planner that each table is `times` as large as it is, and its indexes too; what ANALYZE found of the columns
 * stays. Nothing may analyse it again before the plans are asked for. Tables named in `fixed` keep their size.
 */
export async function pretendLarge(owner: pg.Client, times: number, fixed: readonly string[]): Promise<void> {
  await owner.query("ANALYZE");
  const { rows } = await owner.query<{ name: string; tuples: number; pages: number }>(
    `SELECT c.relname AS name, c.reltuples AS tuples, c.relpages AS pages FROM pg_class c JOIN pg_class t ON t.oid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.reltuples > 0 AND c.relname <> ALL($1)`,
    [[...fixed]],
  );
  // A table's pages are counted by the planner itself: it takes rows a page from here.
  for (const { name, tuples, pages } of rows)
    await owner.query(
      `SELECT pg_restore_relation_stats('schemaname', 'public', 'relname', $1::text, 'relpages', $2::int, 'reltuples', $3::real)`,
      [name, pages, tuples * times],
    );
}

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const child of node.Plans ?? []) yield* nodesOf(child);
}

async function nodesOfPlan(owner: pg.Client, { text, values }: Statement): Promise<Node[]> {
  const { rows } = await owner.query<{ "QUERY PLAN": [{ Plan: Node }] }>(
    `EXPLAIN (FORMAT JSON) ${text}`,
    values,
  );
  return [...nodesOf(rows[0]!["QUERY PLAN"][0].Plan)];
}

/** Whether a statement has to sort what it finds, since no index gives it in its order. */
export async function mustSort(owner: pg.Client, statement: Statement): Promise<boolean> {
  await owner.query("SET enable_sort = off");
  const nodes = await nodesOfPlan(owner, statement);
  await owner.query("RESET enable_sort");
  return nodes.some((node) => /Sort$/.test(node["Node Type"]));
}

/** The tables that a statement would read from beginning to end although they are large. */
export async function scannedWhole(owner: pg.Client, statement: Statement): Promise<string[]> {
  if (!/^\s*(SELECT|WITH|UPDATE|DELETE|INSERT)/i.test(statement.text)) return [];
  const scanned = (await nodesOfPlan(owner, statement)).flatMap((node) =>
    node["Node Type"] === "Seq Scan" && node["Relation Name"] ? [node["Relation Name"]] : [],
  );
  if (scanned.length === 0) return [];
  const { rows: large } = await owner.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relname = ANY($1) AND relnamespace = 'public'::regnamespace AND reltuples > $2",
    [scanned, smallTable],
  );
  return large.map(({ name }) => name);
}
