import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildEnvironment } from "../start/build";
import { exitOf, startNode } from "../start/child-process";

/** Not of the version, or made anew by its build. */
const leftOut = new Set([".git", ".next", ".data", "node_modules", "test-results", "playwright-report"]);

/** The same packages without a second copy of their bytes, where the file system can. */
async function shareModules(folder: string): Promise<void> {
  await mkdir(join(folder, "node_modules"));
  const names = (await readdir("node_modules")).filter((name) => name !== ".cache");
  const from = names.map((name) => join("node_modules", name));
  try {
    execFileSync("cp", ["-al", ...from, join(folder, "node_modules")], { stdio: "ignore" });
  } catch {
    for (const [index, path] of from.entries())
      await cp(path, join(folder, "node_modules", names[index]!), {
        recursive: true,
        verbatimSymlinks: true,
      });
  }
}

/** Another version beside this one, as an upgrade puts it: its own folder, the same packages, not built yet. */
export async function copyVersion(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "countersign-second-"));
  for (const name of await readdir("."))
    if (!leftOut.has(name)) await cp(name, join(folder, name), { recursive: true });
  await shareModules(folder);
  return folder;
}

/** Gives a name of the sources another one in each file under `part`, so that the version is another one. */
export async function rename(folder: string, part: string, from: string, to: string): Promise<void> {
  const files = (await readdir(join(folder, part), { recursive: true })).filter((name) =>
    /\.tsx?$/.test(name),
  );
  let changed = 0;
  for (const name of files) {
    const file = join(folder, part, name);
    const text = await readFile(file, "utf8");
    const renamed = text.replaceAll(new RegExp(`\\b${from}\\b`, "g"), to);
    if (renamed === text) continue;
    changed += 1;
    await writeFile(file, renamed);
  }
  if (changed < 2)
    throw new Error(`${from} is not an action that a page of ${part} uses any more: name another.`);
}

/** The key that salts the names of a build's actions. */
export function actionKeyOf(folder: string): string {
  const file = join(folder, ".next/server/server-reference-manifest.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { encryptionKey: string }).encryptionKey;
}

/** A production build in `folder`, under `key` or one that it makes itself. Answers its build id. */
export async function buildIn(folder: string, key: string | null): Promise<string> {
  const env = { ...buildEnvironment(), ...(key === null ? {} : { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key }) };
  if (key === null) delete env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY;
  // The builder keeps the key that it made for two weeks.
  await rm(join(folder, ".next"), { recursive: true, force: true });
  const child = startNode(["node_modules/next/dist/bin/next", "build"], env, "read", folder);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (said += String(chunk)));
  if ((await exitOf(child)) !== 0) throw new Error(`The second build failed:\n${said}`);
  return readFile(join(folder, ".next/BUILD_ID"), "utf8");
}
