import pg from "pg";
import { stopListening } from "@/lib/core/database-notices.server";
import { Pipeline } from "@/prisma/pipelined-client";

/** One statement as it reached the driver. */
export type Statement = { text: string; values: unknown[] };

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

const watched: { list: Statement[] | null } = { list: null };
const client = pg.Client.prototype as unknown as { query: Query };
const original = client.query;

function note(text: string, values: readonly unknown[]): void {
  if (watched.list && text) watched.list.push({ text, values: [...values] });
}

// The one place that everything passes: Prisma, raw SQL and transactions alike, alone or several in one message.
client.query = function query(this: pg.Client, ...args: unknown[]) {
  const [asked, values] = args as [string | Pipeline | Partial<Statement>, unknown[] | undefined];
  if (asked instanceof Pipeline)
    for (const { statement } of asked.sent) note(statement.text, statement.values ?? []);
  else if (typeof asked === "string") note(asked, values ?? []);
  else note(asked.text ?? "", asked.values ?? []);
  return original.apply(this, args);
};

/**
 * Every statement that this process sends to any database while `work` goes on, in order. One such work at a
 * time. It hears nothing of what other processes do from here on: listening asks and looks again by itself, at times of its own.
 */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  await stopListening();
  if (watched.list) throw new Error("Statements are being watched already.");
  const list: Statement[] = (watched.list = []);
  try {
    await work();
  } finally {
    watched.list = null;
  }
  return list;
}
