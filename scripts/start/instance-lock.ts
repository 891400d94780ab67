import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { StartRefused } from "./settings";

/** What `instance.json` in the home folder says about the server that runs on it. Only its owner may read it. */
export type Instance = {
  pid: number;
  /** When that process began, as the system counts; with it a number used again is told from the process meant. */
  began: string;
  port: number;
  url: string;
  /** Address of the database as the application's role; absent until the database answers. */
  databaseUrl?: string;
  /** Address as the owner, on an embedded database. */
  ownerUrl?: string;
  demo?: boolean;
};

const fileOf = (home: string) => join(home, "instance.json");

/** The moment a process began, empty when there is none of that number. */
export function beginningOf(pid: number): string {
  try {
    if (existsSync("/proc/self/stat")) {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
      // Field 22, counted after the name in parentheses, which may hold spaces (proc_pid_stat(5)).
      return `${boot}/${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`;
    }
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { stdio: ["ignore", "pipe", "ignore"] })
      .toString()
      .trim();
  } catch {
    return "";
  }
}

async function readInstance(home: string): Promise<Instance | null> {
  const text = await readFile(fileOf(home), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw new StartRefused(
      `Cannot read ${fileOf(home)}: ${error.message}. Does another account run this instance?`,
    );
  });
  return text === null ? null : parseInstance(text);
}

function parseInstance(text: string): Instance {
  try {
    return JSON.parse(text) as Instance;
  } catch {
    return { pid: 0, began: "", port: 0, url: "" };
  }
}

const isAlive = (instance: Instance) =>
  instance.pid > 0 && instance.began !== "" && beginningOf(instance.pid) === instance.began;

/** The server that runs on this home now, or null. */
export async function runningInstance(home: string): Promise<Instance | null> {
  const instance = await readInstance(home);
  return instance && isAlive(instance) ? instance : null;
}

async function writeBeside(home: string, instance: Instance): Promise<string> {
  const file = `${fileOf(home)}.${process.pid}`;
  await writeFile(file, JSON.stringify(instance, null, 2), { mode: 0o600 });
  return file;
}

/** Gives a complete file its name unless that is taken; false when it is. */
async function putInPlace(prepared: string, file: string): Promise<boolean> {
  try {
    await link(prepared, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    // A disk without hard links: the name is still taken by one start only.
    await writeFile(file, await readFile(prepared), { mode: 0o600, flag: "wx" });
    return true;
  }
}

export type InstanceLock = {
  /** Whether an earlier start on this home was killed: what it started may still be ending. */
  tookOver: boolean;
  /** Adds what is known later, in one step for readers. */
  update: (more: Partial<Instance>) => Promise<void>;
  release: () => Promise<void>;
};

/** Claims `home` for this process. Throws `StartRefused` with the other's address when a server runs on it. */
export async function claimHome(home: string, at: { port: number; url: string }): Promise<InstanceLock> {
  await mkdir(home, { recursive: true, mode: 0o755 });
  let mine: Instance = { pid: process.pid, began: beginningOf(process.pid), ...at };
  const prepared = await writeBeside(home, mine);
  let tookOver = false;
  for (;;) {
    if (await putInPlace(prepared, fileOf(home))) break;
    const other = await readInstance(home);
    if (other && isAlive(other)) {
      await rm(prepared, { force: true });
      throw new StartRefused(
        `Countersign runs already on ${home}: ${other.url} (process ${other.pid}).\n` +
          "Stop that one first, or start a second one with its own PORT and COUNTERSIGN_HOME.",
      );
    }
    tookOver = true;
    // Renaming tells two starts that both found the dead one apart: one of them finds nothing to rename and looks again.
    const dead = `${fileOf(home)}.dead-${process.pid}`;
    await rename(fileOf(home), dead).catch(() => undefined);
    const moved = await readFile(dead, "utf8").catch(() => "");
    if (isAlive(parseInstance(moved))) await link(dead, fileOf(home)).catch(() => undefined);
    await rm(dead, { force: true });
  }
  await rm(prepared, { force: true });
  return {
    tookOver,
    async update(more) {
      mine = { ...mine, ...more };
      await rename(await writeBeside(home, mine), fileOf(home));
    },
    release: () => rm(fileOf(home), { force: true }),
  };
}
