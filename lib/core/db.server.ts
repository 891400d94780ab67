import "server-only";
import { openPrisma, Prisma, type PrismaClient } from "../../prisma/client";
import { env } from "./env.server";

export type Tx = Prisma.TransactionClient;
export { Prisma };

const held = globalThis as { countersignDb?: PrismaClient };

/** The process's one Prisma client, as the application's role. */
export function db(): PrismaClient {
  held.countersignDb ??= openPrisma(env().databaseUrl);
  return held.countersignDb;
}

/** Ends the pool: for tests, scripts and shutdown. */
export async function closeDb(): Promise<void> {
  await held.countersignDb?.$disconnect();
  held.countersignDb = undefined;
}
