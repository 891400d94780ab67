import "server-only";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
const nameSchema = z.string().regex(/^[a-z_][a-z0-9_]*$/);

const manifestSchema = z.object({
  format: z.literal("countersign-backup-1"),
  madeAt: z.string(),
  isDemo: z.boolean(),
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({
      name: nameSchema,
      columns: z.array(z.string()),
      rows: z.number().int().min(0),
      file: z.string().regex(/^tables\/[a-z_]+\.copy\.gz$/),
      sha256: sha256Schema,
    }),
  ),
  /** Public keys and signed heads, by their SHA-256. */
  files: z.record(z.enum(["signing-keys.json", "checkpoints"]), sha256Schema),
});

/** What a backup's `manifest.json` says: each table with its rows and the SHA-256 of its file, and who made what. */
export type BackupManifest = z.output<typeof manifestSchema>;
export type BackupTable = BackupManifest["tables"][number];

const manifestFile = (folder: string) => join(folder, "manifest.json");

/** Writes the manifest: the last file of a backup, without which it is none. */
export async function writeManifest(folder: string, manifest: BackupManifest): Promise<void> {
  await writeFile(manifestFile(folder), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(
    createReadStream(file),
    new Writable({ write: (chunk: Buffer, _encoding, next) => (hash.update(chunk), next()) }),
  );
  return hash.digest("hex");
}

/** A backup whose files are all there and unchanged. Throws, in words for the person at the terminal, when it is not. */
export async function openBackup(folder: string): Promise<BackupManifest> {
  const text = await readFile(manifestFile(folder), "utf8").catch(() => null);
  if (text === null)
    throw new Error(`${folder} is no complete backup: its manifest.json is missing or cannot be read.`);
  const parsed = manifestSchema.safeParse(readJson(text));
  if (!parsed.success) throw new Error(`${manifestFile(folder)} is not a manifest that this version reads.`);
  const expected: [string, string][] = [
    ...parsed.data.tables.map(({ file, sha256 }): [string, string] => [file, sha256]),
    ...Object.entries(parsed.data.files),
  ];
  for (const [file, sha256] of expected) {
    const found = await sha256Of(join(folder, file)).catch(() => "nothing");
    if (found !== sha256) throw new Error(`${file} of the backup is not what was written: SHA-256 ${found}.`);
  }
  return parsed.data;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
