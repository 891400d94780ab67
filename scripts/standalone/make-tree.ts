import { existsSync } from "node:fs";
import { chmod, copyFile, cp, lstat, mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { hydrateSymlinks } from "@/lib/database/embedded.server";
import { StartRefused } from "../start/settings";
import { databasePackage, folders, packageFiles, programs, wholePackages } from "./parts";
import { traceScripts } from "./trace-scripts";

const builtByNext = ".next/standalone";

async function copyInto(folder: string, files: readonly string[]): Promise<void> {
  for (const file of files) {
    const to = join(folder, file);
    await mkdir(dirname(to), { recursive: true });
    await copyFile(file, to);
  }
}

/** The binary that esbuild's install script puts there is the one of the platform's package once more. */
const isSecondBinary = (path: string) => path.startsWith(join("node_modules", "esbuild", "bin"));

async function copyPackages(folder: string): Promise<void> {
  for (const name of wholePackages(process.platform, process.arch)) {
    const from = join("node_modules", name);
    await cp(from, join(folder, from), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !isSecondBinary(path),
    });
  }
}

/** How many files lie in `folder`, and how many bytes they take. */
export async function sizeOf(folder: string): Promise<{ files: number; bytes: number }> {
  const sum = { files: 0, bytes: 0 };
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    sum.files += 1;
    sum.bytes += (await lstat(join(entry.parentPath, entry.name))).size;
  }
  return sum;
}

/**
 * Puts into the new folder what runs and nothing else: the server that Next wrote with what its pages load, the files that
 * browsers ask for, and our programs with what they load. Needs a build made with `standalone`. Throws `StartRefused` when
 * the folder is there already.
 */
export async function makeTree(folder: string): Promise<void> {
  if (existsSync(folder)) throw new StartRefused(`${folder} is there already. Name a folder that is new.`);
  await mkdir(dirname(folder), { recursive: true });
  await cp(builtByNext, folder, { recursive: true, verbatimSymlinks: true });
  // Pages hand some of our programs out, for which Next takes every script along.
  await rm(join(folder, "scripts"), { recursive: true, force: true });
  // Next takes these along too, and what they hold is of the machine that built.
  for (const file of [".env", ".env.production"]) await rm(join(folder, file), { force: true });
  await cp(".next/static", join(folder, ".next/static"), { recursive: true });
  await copyInto(folder, [...(await traceScripts(programs)), ...packageFiles]);
  for (const part of folders) await cp(part, join(folder, part), { recursive: true });
  await copyPackages(folder);
  // Whoever runs the tree may not be allowed to write in it.
  const database = databasePackage(process.platform, process.arch);
  await hydrateSymlinks(join(folder, "node_modules", database, "native"));
  await chmod(folder, 0o755);
}
