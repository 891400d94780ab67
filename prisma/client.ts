import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client";
import { PipelinedClient } from "./pipelined-client";

export { Prisma } from "./generated/client";
export { PrismaClient };

/** A pool on `url` with bounded waits: nothing hangs when the database is slow or gone. */
export function openPool(url: string, max = 10): pg.Pool {
  return new pg.Pool({
    Client: PipelinedClient,
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    // With a connection goes what it has planned, and the next command waits until that is done again.
    idleTimeoutMillis: 300_000,
    keepAlive: true,
    statement_timeout: 20_000,
    idle_in_transaction_session_timeout: 20_000,
  });
}

/** So many statements are kept prepared on a connection, and none with long lists: there would be one for each length. */
const mostPrepared = 400;
const mostParameters = 24;

const names = new Map<string, string>();

/**
 * A statement's name, by which PostgreSQL parses and plans it once a connection; "" for one that is planned anew, as those
 * are whose plan hangs on how many have the words that are asked for.
 */
export function preparedName(text: string, parameters: number): string {
  if (text.includes("::tsquery")) return "";
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= mostPrepared || parameters > mostParameters) return "";
  // By the text alone: a server holds this file more than once, and its connections once.
  const name = createHash("sha256").update(text).digest("base64url").slice(0, 22);
  names.set(text, name);
  return name;
}

/** A client on `pool`, which ends with it. */
export function prismaOn(pool: pg.Pool): PrismaClient {
  const options = {
    disposeExternalPool: true,
    statementNameGenerator: ({ sql, args }: { sql: string; args: readonly unknown[] }) =>
      preparedName(sql, args.length),
  };
  return new PrismaClient({ adapter: new PrismaPg(pool, options) });
}
