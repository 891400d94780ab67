import type pg from "pg";
import { connectOwner } from "./copy-table";

type Definition = { table: string; name: string; sql: string };

const ofType = (type: string) => `
  SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS sql
  FROM pg_constraint WHERE contype = ANY ('${type}'::"char"[]) AND connamespace = 'public'::regnamespace`;

const plainIndexes = `
  SELECT i.indrelid::regclass::text AS table, i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS sql
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
  WHERE c.relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))`;

/**
 * Fills tables without their indexes and keys, which are built after, two at a time: many times faster than row by row.
 * Foreign keys come back last and are checked over all rows, so what was loaded is valid by every constraint.
 */
export async function withoutIndexes(url: string, load: () => Promise<void>): Promise<void> {
  const client = await connectOwner(url);
  try {
    const read = async (sql: string) => (await client.query<Definition>(sql)).rows;
    const [foreign, keys] = [await read(ofType("{f}")), await read(ofType("{p,u}"))];
    const indexes = await read(plainIndexes);
    for (const { table, name } of foreign) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
    for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
    for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
    await load();
    await buildAll(url, client, [
      ...keys.map(({ table, name, sql }) => ({
        table,
        sql: `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${sql}`,
      })),
      ...indexes,
    ]);
    await buildAll(
      url,
      client,
      foreign.map(({ table, name, sql }) => ({
        table,
        sql: `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${sql}`,
      })),
    );
  } finally {
    await client.end();
  }
}

/** Runs the statements of different tables on two connections; those of one table one after the other. */
async function buildAll(
  url: string,
  client: pg.Client,
  all: { table: string; sql: string }[],
): Promise<void> {
  const { rows } = await client.query<{ table: string }>(
    `SELECT oid::regclass::text AS table FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY pg_relation_size(oid) DESC`,
  );
  const waiting = rows.flatMap(({ table }) => all.filter((one) => one.table === table));
  const busy = new Set<string>();
  const worker = async () => {
    const connection = await connectOwner(url);
    try {
      for (;;) {
        const at = waiting.findIndex(({ table }) => !busy.has(table));
        if (at < 0 && waiting.length === 0) return;
        if (at < 0) {
          await new Promise((wait) => setTimeout(wait, 20));
          continue;
        }
        const [next] = waiting.splice(at, 1);
        busy.add(next!.table);
        await connection.query(next!.sql);
        busy.delete(next!.table);
      }
    } finally {
      await connection.end();
    }
  };
  await Promise.all([worker(), worker()]);
}
