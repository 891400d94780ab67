import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

export type Kind = "demo" | "desk";

const markOf = (home: string) => join(home, "first-kind");

/**
 * The folder for the signing key and the checkpoints of the demo or of the real desk in `home`. Whichever came first has
 * the home itself, the other a folder in it: the demo's key never signs for a real desk, and their logs never mix.
 */
export async function folderOfKind(home: string, kind: Kind): Promise<string> {
  await mkdir(home, { recursive: true, mode: 0o755 });
  await writeFile(markOf(home), kind, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  const first = (await readFile(markOf(home), "utf8")).trim();
  if (first === kind) return home;
  const folder = join(home, kind);
  await mkdir(folder, { recursive: true, mode: 0o755 });
  return folder;
}
