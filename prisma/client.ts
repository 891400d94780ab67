import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client";

export { Prisma } from "./generated/client";
export { PrismaClient };

/** A pool on `url` with bounded waits: nothing hangs when the database is slow or gone. */
export function openPool(url: string, max = 10): pg.Pool {
  return new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 20_000,
    idle_in_transaction_session_timeout: 20_000,
  });
}

/** So many statements are kept prepared on a connection, and none with long lists: there would be one for each length. */
const mostPrepared = 400;
const mostParameters = 24;

/** Names for statements, so that PostgreSQL parses and plans each once a connection. A text that gets none is planned anew. */
function preparedNames(): (query: { sql: string; args: readonly unknown[] }) => string {
  const names = new Map<string, string>();
  return ({ sql, args }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= mostPrepared || args.length > mostParameters) return "";
    const name = `s${names.size}`;
    names.set(sql, name);
    return name;
  };
}

/** A client on `pool`, which ends with it. */
export function prismaOn(pool: pg.Pool): PrismaClient {
  const options = { disposeExternalPool: true, statementNameGenerator: preparedNames() };
  return new PrismaClient({ adapter: new PrismaPg(pool, options) });
}
