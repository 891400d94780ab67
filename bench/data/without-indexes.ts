import { EventEmitter, once } from "node:events";
import type pg from "pg";
import { connectOwner } from "./copy-table";

type Build = { table: string; name: string; sql: string };

const keysAndForeignKeys = `
  SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS sql, contype = 'f' AS "isForeign"
  FROM pg_constraint WHERE contype IN ('p', 'u', 'f') AND convalidated AND connamespace = 'public'::regnamespace`;

const plainIndexes = `
  SELECT i.indrelid::regclass::text AS table, i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS sql
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
  WHERE c.relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))`;

/** Is told of each index or key of a table that is there again. */
type Told = { built: (table: string, name: string) => void };

/**
 * Fills tables without their indexes and keys. `load` says of each table when it is full: its keys and indexes are built
 * from then on, beside the tables that are still being filled, many times faster than row by row. Foreign keys come back
 * last and are checked over all rows, so what was loaded is valid by every constraint that the catalogue knew before.
 */
export async function withoutIndexes(
  url: string,
  told: Told,
  load: (isFull: (table: string) => void) => Promise<void>,
): Promise<void> {
  const client = await connectOwner(url);
  try {
    const { rows: constraints } = await client.query<Build & { isForeign: boolean }>(keysAndForeignKeys);
    const { rows: indexes } = await client.query<Build>(plainIndexes);
    const foreign = constraints.filter(({ isForeign }) => isForeign);
    const keys = constraints.filter(({ isForeign }) => !isForeign);
    for (const { table, name } of [...foreign, ...keys])
      await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
    for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
    const wanted = [...keys.map((key) => ({ ...key, sql: addition(key) })), ...indexes];
    await buildWhile(url, wanted, told, load);
    await bringBack(url, client, foreign, told);
  } finally {
    await client.end();
  }
}

const addition = ({ table, name, sql }: Build) => `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${sql}`;

/** Builds on one connection while tables are filled, the other core is busy with that, and on two after. */
async function buildWhile(
  url: string,
  wanted: readonly Build[],
  told: Told,
  load: (isFull: (table: string) => void) => Promise<void>,
): Promise<void> {
  const queue = new BuildQueue(url, told);
  const full = new Set<string>();
  const isFull = (table: string) => {
    full.add(table);
    queue.add(wanted.filter((one) => one.table === table));
  };
  const first = queue.work();
  // Whatever fails first is what is told.
  first.catch(() => undefined);
  try {
    await load(isFull);
  } catch (error) {
    queue.giveUp();
    throw error;
  }
  queue.add(wanted.filter(({ table }) => !full.has(table)));
  queue.close();
  await Promise.all([first, queue.work()]);
}

/**
 * Foreign keys are added unchecked, then checked. Adding one with its check locks both of its tables, and two that point
 * at each other's tables, as article and capture do, would wait for each other for ever on two connections.
 */
async function bringBack(
  url: string,
  client: pg.Client,
  foreign: readonly Build[],
  told: Told,
): Promise<void> {
  for (const key of foreign) await client.query(`${addition(key)} NOT VALID`);
  const queue = new BuildQueue(url, told);
  queue.add(
    foreign.map(({ table, name }) => ({
      table,
      name,
      sql: `ALTER TABLE ${table} VALIDATE CONSTRAINT ${name}`,
    })),
  );
  queue.close();
  await Promise.all([queue.work(), queue.work()]);
}

/** Statements that wait to be run: those of different tables side by side, those of one table one after the other. */
class BuildQueue {
  private readonly waiting: Build[] = [];
  private readonly busy = new Set<string>();
  private readonly news = new EventEmitter();
  private isClosed = false;

  constructor(
    private readonly url: string,
    private readonly told: Told,
  ) {}

  add(builds: readonly Build[]): void {
    this.waiting.push(...builds);
    this.news.emit("news");
  }

  /** Nothing will be added: whoever works ends when nothing waits. */
  close(): void {
    this.isClosed = true;
    this.news.emit("news");
  }

  giveUp(): void {
    this.waiting.length = 0;
    this.close();
  }

  /** Runs what waits on a connection of its own until the queue is closed and empty. */
  async work(): Promise<void> {
    const connection = await connectOwner(this.url);
    try {
      while (this.waiting.length > 0 || !this.isClosed) {
        const at = this.waiting.findIndex(({ table }) => !this.busy.has(table));
        const [next] = at < 0 ? [] : this.waiting.splice(at, 1);
        if (next) await this.run(connection, next);
        else await once(this.news, "news");
      }
    } catch (error) {
      this.giveUp();
      throw error;
    } finally {
      await connection.end();
    }
  }

  private async run(connection: pg.Client, { table, name, sql }: Build): Promise<void> {
    this.busy.add(table);
    await connection.query(sql);
    this.busy.delete(table);
    this.told.built(table, name);
    this.news.emit("news");
  }
}

/** How many indexes, keys and foreign keys each table has, which are built again when it is full. */
export async function buildsOf(client: pg.Client): Promise<Map<string, number>> {
  const { rows } = await client.query<{ table: string; n: number }>(
    `SELECT t AS table, count(*)::int AS n FROM (
       SELECT indrelid::regclass::text AS t FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid WHERE c.relnamespace = 'public'::regnamespace
       UNION ALL SELECT conrelid::regclass::text FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace) AS all_of_them
     GROUP BY t`,
  );
  return new Map(rows.map(({ table, n }) => [table, n]));
}
