import "server-only";
import type pg from "pg";
import { openPool, Prisma, prismaOn, type PrismaClient } from "../../prisma/client";
import { env } from "./env.server";

export type Tx = Prisma.TransactionClient;
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

/** Ends the pool: for tests, scripts and shutdown. */
export async function closeDb(): Promise<void> {
  await held.countersignDb?.client.$disconnect();
  held.countersignDb = undefined;
}
