import pg from "pg";
import { Pipeline } from "@/prisma/pipelined-client";

type Query = (this: pg.Client, ...args: unknown[]) => unknown;
const client = pg.Client.prototype as unknown as { query: Query };

/** The one statement that writes a log entry, as `recordEvent` sends it: nobody waits for its answer. */
const isEntry = /^\s*WITH entry AS \(\s*INSERT INTO log_entry/;

/**
 * Does `work` while log entries are left out at the driver: what is then done is everything but the log. The program itself
 * has no switch for this. Throws when nothing was left out, which would compare a thing with itself.
 */
export async function withoutLog<T>(work: () => Promise<T>): Promise<T> {
  const original = client.query;
  let left = 0;
  client.query = function query(this: pg.Client, ...args: unknown[]) {
    const [asked] = args;
    if (asked instanceof Pipeline) {
      const kept = asked.sent.filter(({ statement }) => !isEntry.test(statement.text));
      left += asked.sent.length - kept.length;
      asked.sent = kept;
    }
    return original.apply(this, args);
  };
  try {
    return await work();
  } finally {
    client.query = original;
    if (left === 0)
      throw new Error(
        "The log's statement is another one now: bench/writes/without-log.ts knows the old one.",
      );
  }
}
