import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "./generated/client";

export { Prisma } from "./generated/client";
export { PrismaClient };

/** A client on `url` with bounded waits: nothing hangs when the database is slow or gone. */
export function openPrisma(url: string, max = 10): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 20_000,
    idle_in_transaction_session_timeout: 20_000,
  });
  return new PrismaClient({ adapter });
}
