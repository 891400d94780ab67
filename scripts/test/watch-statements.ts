import pg from "pg";

/** One statement as it reached the driver. */
export type Statement = { text: string; values: unknown[] };

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/** Listening for notices goes on by itself, whatever is asked meanwhile. */
const isListening = /^\s*(UN)?LISTEN\b/i;

const watched: { list: Statement[] | null } = { list: null };
const client = pg.Client.prototype as unknown as { query: Query };
const original = client.query;

// The one place that everything passes: Prisma, raw SQL and transactions alike.
client.query = function query(this: pg.Client, ...args: unknown[]) {
  const [asked, values] = args as [string | { text?: string; values?: unknown[] }, unknown[] | undefined];
  const text = typeof asked === "string" ? asked : (asked.text ?? "");
  if (watched.list && text && !isListening.test(text))
    watched.list.push({ text, values: (typeof asked === "string" ? values : asked.values) ?? [] });
  return original.apply(this, args);
};

/** Every statement that this process sends to any database while `work` goes on, in order. One such work at a time. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  if (watched.list) throw new Error("Statements are being watched already.");
  const list: Statement[] = (watched.list = []);
  try {
    await work();
  } finally {
    watched.list = null;
  }
  return list;
}
