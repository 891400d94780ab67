import "server-only";
import type pg from "pg";
import { openPool, Prisma, preparedName, prismaOn, type PrismaClient } from "../../prisma/client";
import { onBegin, type PipelinedClient } from "../../prisma/pipelined-client";
import { env } from "./env.server";

export type Tx = Prisma.TransactionClient;
/** A transaction, or the database without one. */
export type Reader = Tx | PrismaClient;
export { Prisma };

const held = globalThis as { countersignDb?: { client: PrismaClient; pool: pg.Pool } };

function open() {
  if (held.countersignDb) return held.countersignDb;
  const pool = openPool(env().databaseUrl);
  held.countersignDb = { client: prismaOn(pool), pool };
  return held.countersignDb;
}

/** The process's one Prisma client, as the application's role. */
export function db(): PrismaClient {
  return open().client;
}

/** The connections behind it: for counting them. */
export function pool(): Pick<pg.Pool, "totalCount" | "idleCount" | "waitingCount"> {
  return open().pool;
}

const connections = new WeakMap<Tx, PipelinedClient>();

/** Runs `work` in one transaction; `rowsOf` and `sendLater` reach its connection without Prisma between. */
export function inTransaction<T>(
  work: (tx: Tx) => Promise<T>,
  options: { maxWait: number; timeout: number },
): Promise<T> {
  let connection: PipelinedClient | undefined;
  const begin = () =>
    db().$transaction(async (tx) => {
      if (connection) connections.set(tx, connection);
      try {
        return await work(tx);
      } finally {
        // The connection is another's soon: what still holds on to `tx` is refused by Prisma.
        connections.delete(tx);
      }
    }, options);
  return onBegin.run((begun) => (connection = begun), begin);
}

function toStatement({ text, values }: Prisma.Sql) {
  return { text, values, name: preparedName(text, values.length) };
}

/**
 * The rows of a statement on a hot path: sent as it is, in one message with whatever else is asked in this turn of the
 * program. Whole numbers beyond 32 bits and decimals come as text: cast them.
 */
export async function rowsOf<T>(tx: Reader, query: Prisma.Sql): Promise<T[]> {
  const connection = connections.get(tx);
  if (connection) return (await connection.ask(toStatement(query))).rows as T[];
  if (tx === db()) return (await open().pool.query(toStatement(query))).rows as T[];
  return tx.$queryRaw<T[]>(query);
}

/**
 * Sends a statement whose answer nobody needs with the next one, or with COMMIT, in the order given. What it fails with is
 * then the failure of that one, and of the transaction.
 */
export async function sendLater(tx: Tx, query: Prisma.Sql): Promise<void> {
  const connection = connections.get(tx);
  if (connection) connection.hold(toStatement(query));
  else await tx.$executeRaw(query);
}

/** Ends the pool: for tests, scripts and shutdown. */
export async function closeDb(): Promise<void> {
  await held.countersignDb?.client.$disconnect();
  held.countersignDb = undefined;
}
