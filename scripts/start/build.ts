import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ChildProcess } from "node:child_process";
import { exitOf, startNode } from "./child-process";
import { beginningOf } from "./instance-lock";
import { StartRefused } from "./settings";

/** Whatever of these changes, the pages are built anew. */
const sources = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema.prisma",
  "prisma/client.ts",
  "proxy.ts",
  "instrumentation.ts",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];
const stampFile = ".next/countersign-build";
const lockFolder = "node_modules/.cache/countersign-build";

/** The server that Next writes for a tree without sources of pages (`npm run standalone`): where it lies, that is built. */
export const standaloneServer = "server.js";

async function filesUnder(path: string): Promise<string[]> {
  if (!existsSync(path)) return [];
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => null);
  if (!entries) return [path];
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** A hash of all sources of the pages, names and contents; tests do not count. */
async function hashSources(): Promise<string> {
  const files = (await Promise.all(sources.map(filesUnder)))
    .flat()
    .filter((file) => !/\.test\.tsx?$/.test(file));
  const hash = createHash("sha256");
  for (const file of files.sort()) {
    const content = createHash("sha256")
      .update(await readFile(file))
      .digest("hex");
    hash.update(`${file}\0${content}\n`);
  }
  return hash.digest("hex");
}

async function isBuilt(hash: string, standalone: boolean): Promise<boolean> {
  const stamp = await readFile(stampFile, "utf8").catch(() => "");
  const last = standalone ? join(".next/standalone", standaloneServer) : ".next/BUILD_ID";
  return stamp.trim() === hash && existsSync(last);
}

/** Waits its turn when another start builds in the same folder; returns the way to let the next one in. */
async function takeBuildLock(log: (line: string) => void): Promise<() => Promise<void>> {
  await mkdir("node_modules/.cache", { recursive: true });
  const mine = `${process.pid} ${beginningOf(process.pid)}`;
  for (let waited = false; ; waited = true) {
    const taken = await mkdir(lockFolder).then(
      () => true,
      () => false,
    );
    if (taken) {
      await writeFile(join(lockFolder, "holder"), mine);
      return () => rm(lockFolder, { recursive: true, force: true });
    }
    const [pid, began] = (await readFile(join(lockFolder, "holder"), "utf8").catch(() => "")).split(" ");
    if (pid && beginningOf(Number(pid)) !== began) await rm(lockFolder, { recursive: true, force: true });
    else if (!waited) log("Another start is building in this folder; waiting for it …");
    await new Promise((wait) => setTimeout(wait, 300));
  }
}

/** Shows what a person wants to know of the build, and keeps all of it for the case of failure. */
function readOutput(child: ChildProcess, log: (line: string) => void): () => string {
  let said = "";
  const onData = (chunk: Buffer) => {
    said += String(chunk);
    for (const line of String(chunk).split("\n"))
      if (/^\s*(✓|Creating|Running|Collecting)/.test(line)) log(`  ${line.trim()}`);
  };
  child.stdout?.on("data", onData);
  child.stderr?.on("data", onData);
  return () => said;
}

/** A build is the same whatever the instance: it knows no database and no secret. */
export function buildEnvironment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  for (const name of ["DATABASE_URL", "DATABASE_OWNER_URL", "NEXTAUTH_SECRET", "COUNTERSIGN_SIGNING_KEY"])
    delete env[name];
  return env;
}

/**
 * Builds the pages unless they are built from these very sources; with `standalone` also what a tree without them needs.
 * `onChild` learns of the building process, so that it can be ended. Throws `StartRefused` with the build's own words when
 * it fails; answers whether it built.
 */
export async function ensureBuilt(options: {
  log: (line: string) => void;
  onChild?: (child: ChildProcess) => void;
  standalone?: boolean;
}): Promise<boolean> {
  if (existsSync(standaloneServer)) return false;
  const { standalone = false } = options;
  const env = { ...buildEnvironment(), COUNTERSIGN_STANDALONE: standalone ? "1" : "" };
  const hash = await hashSources();
  if (await isBuilt(hash, standalone)) return false;
  const release = await takeBuildLock(options.log);
  try {
    if (await isBuilt(hash, standalone)) return false;
    options.log("Building the pages (once; a minute or so) …");
    await rm(stampFile, { force: true });
    const child = startNode(["node_modules/next/dist/bin/next", "build"], env, "read");
    options.onChild?.(child);
    const said = readOutput(child, options.log);
    if ((await exitOf(child)) !== 0) throw new StartRefused(`The build failed:\n${said()}`);
    await writeFile(stampFile, hash);
    return true;
  } finally {
    await release();
  }
}
