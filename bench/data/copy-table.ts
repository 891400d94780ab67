import { once } from "node:events";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

export type CopyTarget = { name: string; columns: string };
export type Copy = { push: (line: string) => Promise<void> | undefined; end: () => Promise<void> };

const chunkBytes = 1 << 17;

/** A connection of the owner's on which no trigger runs: no row of this data went its way by events. */
export async function connectOwner(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  // A connection that breaks fails its own query; by itself the error would end the process before anybody is told.
  client.on("error", () => undefined);
  await client.connect();
  await client.query("SET session_replication_role = replica");
  await client.query("SET maintenance_work_mem = '512MB'");
  // Workers would share that much memory through a file system that a container gives 64 MB.
  await client.query("SET max_parallel_workers_per_gather = 0");
  await client.query("SET max_parallel_maintenance_workers = 0");
  return client;
}

/** Opens COPY into an empty table. The rows are frozen and leave no WAL: it is emptied in the same transaction. */
export async function openCopy(url: string, { name, columns }: CopyTarget): Promise<Copy> {
  const client = await connectOwner(url);
  await client.query("BEGIN");
  await client.query(`TRUNCATE ${name} CASCADE`);
  const stream = client.query(copyFrom(`COPY ${name} (${columns}) FROM STDIN (FREEZE)`));
  const failed = once(stream, "error").then(([error]) => {
    throw error;
  });
  failed.catch(() => undefined);
  let held = "";
  const flush = async () => {
    const chunk = held;
    held = "";
    if (!stream.write(chunk)) await Promise.race([once(stream, "drain"), failed]);
    // A system that takes each chunk at once lets no timer, answer or other table have a turn: for minutes, until the server
    // closes the connections that wait to sign in.
    await new Promise((turn) => setImmediate(turn));
  };
  return {
    push: (line) => {
      held += `${line}\n`;
      return held.length > chunkBytes ? flush() : undefined;
    },
    end: async () => {
      if (held) await flush();
      stream.end();
      await Promise.race([once(stream, "finish"), failed]);
      await client.query("COMMIT");
      await client.end();
    },
  };
}

/** Copies all lines into one table. */
export async function copyLines(url: string, target: CopyTarget, lines: Iterable<string>): Promise<void> {
  const copy = await openCopy(url, target);
  for (const line of lines) {
    const full = copy.push(line);
    if (full) await full;
  }
  await copy.end();
}
