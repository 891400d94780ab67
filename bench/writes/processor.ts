import { readdirSync, readFileSync } from "node:fs";

const ticksPerSecond = 100;

/** Processor time of a process and of those that it has ended, in milliseconds; of `/proc/<pid>/stat`. */
function spentBy(pid: string): { parent: string; own: number; ended: number } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ms = (from: number) => ((Number(fields[from]) + Number(fields[from + 1])) * 1000) / ticksPerSecond;
    return { parent: fields[1]!, own: ms(11), ended: ms(13) };
  } catch {
    return null;
  }
}

/** Processor time of a database server with all its processes until now, in milliseconds; null where the system does not say. */
function spentByDatabase(postmaster: number): number | null {
  const server = spentBy(String(postmaster));
  if (!server) return null;
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(spentBy)
    .filter((one) => one?.parent === String(postmaster));
  return children.reduce((sum, one) => sum + one!.own, server.own + server.ended);
}

export type Spent = { program: number; database: number | null };

/** Processor time of this process and of the database until now, in milliseconds. */
export function spentUntilNow(postmaster: number): Spent {
  const { user, system } = process.cpuUsage();
  return { program: (user + system) / 1000, database: spentByDatabase(postmaster) };
}

/** What each of `count` commands cost between two readings. */
export function spentSince(before: Spent, after: Spent, count: number): Spent {
  const { program, database } = after;
  return {
    program: (program - before.program) / count,
    database: database === null || before.database === null ? null : (database - before.database) / count,
  };
}
