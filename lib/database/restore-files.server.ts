import "server-only";
import { copyFile, mkdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { mergeKeySets } from "../publications/merge-key-sets";
import { readKeySet, writeKeySet } from "../publications/signing-key.server";
import type { BackupManifest } from "./backup-files.server";

/** Signed heads in a file: notes one after the other, each with a blank line in it and one after it. */
function headsIn(text: string): string[] {
  return text.match(/[^\n]+\n\d+\n[^\n]+\n(?:[^\n]+\n)*\n(?:— [^\n]+\n)+/gu) ?? [];
}

async function textOf(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
}

/**
 * Brings a backup's public keys and signed heads into `home`, and loses nothing of what is there: keys that were rotated
 * or revoked since stay so, and heads that the backup does not know are set aside, since the log goes on without what
 * they are about. Answers the file with these, or null. Done twice, it changes nothing the second time.
 */
export async function restoreFiles(
  folder: string,
  home: string,
  manifest: BackupManifest,
  now: Date,
): Promise<string | null> {
  await mkdir(home, { recursive: true });
  await writeKeySet(home, mergeKeySets(await readKeySet(home, '{"keys":[]}'), await readKeySet(folder)));
  const here = join(home, "checkpoints");
  const kept = "checkpoints" in manifest.files ? await textOf(join(folder, "checkpoints")) : "";
  const known = new Set(headsIn(kept));
  const isMore = headsIn(await textOf(here)).some((head) => !known.has(head));
  const aside = join(home, `checkpoints-before-restore-${now.toISOString().replace(/[:.]/g, "-")}`);
  if (isMore) await rename(here, aside);
  if (kept !== "") await copyFile(join(folder, "checkpoints"), here);
  return isMore ? aside : null;
}
