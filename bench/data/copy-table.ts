import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Progress } from "./progress";

export type CopyTarget = { name: string; columns: string };
export type Copy = { push: (line: string) => Promise<void> | undefined; end: () => Promise<void> };

const chunkCharacters = 1 << 17;

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
export async function openCopy(
  url: string,
  { name, columns }: CopyTarget,
  progress: Progress,
): Promise<Copy> {
  const client = await connectOwner(url);
  await client.query("BEGIN");
  await client.query(`TRUNCATE ${name} CASCADE`);
  const stream = client.query(copyFrom(`COPY ${name} (${columns}) FROM STDIN (FREEZE)`));
  let failure: Error | null = null;
  let wake: () => void = () => undefined;
  stream.on("error", (error: Error) => ((failure = error), wake()));
  stream.on("drain", () => wake()).on("finish", () => wake());
  // A promise for the whole table, raced against each chunk, would remember every chunk until the table ends.
  const waited = async () => {
    await new Promise<void>((done) => (wake = done));
    if (failure) throw failure;
  };
  let [held, rows] = ["", 0];
  const flush = async () => {
    const [chunk, inChunk] = [held, rows];
    [held, rows] = ["", 0];
    if (failure) throw failure;
    if (!stream.write(chunk)) await waited();
    progress.did(inChunk, name);
    // A system that takes each chunk at once lets no timer, answer or other table have a turn: for minutes, until the server
    // closes the connections that wait to sign in.
    await new Promise((turn) => setImmediate(turn));
  };
  return {
    push: (line) => {
      held += `${line}\n`;
      rows += 1;
      return held.length > chunkCharacters ? flush() : undefined;
    },
    end: async () => {
      if (held) await flush();
      const finished = waited();
      stream.end();
      await finished;
      await client.query("COMMIT");
      await client.end();
    },
  };
}

/** Copies all lines into one table. */
export async function copyLines(
  url: string,
  target: CopyTarget,
  lines: Iterable<string>,
  progress: Progress,
): Promise<void> {
  const copy = await openCopy(url, target, progress);
  for (const line of lines) {
    const full = copy.push(line);
    if (full) await full;
  }
  await copy.end();
}
