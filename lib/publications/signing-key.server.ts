import "server-only";
import { existsSync } from "node:fs";
import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "../core/env.server";
import { generateSigningKey, publicJwkOf, type KeySet, type PublicSigningKey } from "./sign";

type HeldKey = { privatePem: string; kid: string };

const keyFile = (home: string) => join(home, "signing-key.pem");
const keySetFile = (home: string) => join(home, "signing-keys.json");

/** The private key is one that was replaced or revoked: what it signed now, nobody could verify. */
export class KeyIsOver extends Error {}

/**
 * Makes the signing key when there is none: a file that only its owner reads, never the database. For the start script.
 * Throws `KeyIsOver` for a key that was rotated away.
 */
export async function ensureSigningKey(home: string, now: Date): Promise<void> {
  await mkdir(home, { recursive: true });
  const given = process.env.COUNTERSIGN_SIGNING_KEY;
  if (!given && !existsSync(keyFile(home))) {
    await writeFile(keyFile(home), generateSigningKey().privatePem, { mode: 0o600 });
  }
  if (!given) await chmod(keyFile(home), 0o600);
  const publicJwk = publicJwkOf(given ?? (await readFile(keyFile(home), "utf8")));
  const { keys } = await readKeySet(home, emptyKeySet);
  const known = keys.find(({ kid }) => kid === publicJwk.kid);
  if (known) return refuseIfOver(known, home);
  // Another key was in use: it stays valid for what it signed, up to now.
  const closed = keys.map((key) =>
    key.validTo || key.revokedAt ? key : { ...key, validTo: now.toISOString() },
  );
  await writeKeySet(home, { keys: [...closed, { ...publicJwk, validFrom: now.toISOString() }] });
}

function refuseIfOver(key: PublicSigningKey, home: string): void {
  if (!key.validTo && !key.revokedAt) return;
  const where = process.env.COUNTERSIGN_SIGNING_KEY ? "COUNTERSIGN_SIGNING_KEY" : keyFile(home);
  throw new KeyIsOver(
    `The signing key in ${where} was replaced or revoked (${key.kid}): what it would sign now, nobody could verify. ` +
      "Put the newest key there, or take it away, and the start makes a new one.",
  );
}

const emptyKeySet = '{"keys":[]}';

/** The key set of `home`; `ifMissing` stands for a file that is not there. A file that cannot be read is no empty set: throws. */
export async function readKeySet(home: string, ifMissing?: string): Promise<{ keys: PublicSigningKey[] }> {
  const text = await readFile(keySetFile(home), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" && ifMissing !== undefined) return ifMissing;
    throw error;
  });
  return JSON.parse(text) as { keys: PublicSigningKey[] };
}

/** Puts a key set in place in one step for whoever reads it. */
export async function writeKeySet(home: string, set: KeySet): Promise<void> {
  await writeFile(`${keySetFile(home)}.new`, JSON.stringify(set, null, 2));
  await rename(`${keySetFile(home)}.new`, keySetFile(home));
}

/** Whether `home` has a key set, readable or not. */
export function hasKeySet(home: string): boolean {
  return existsSync(keySetFile(home));
}

/** The public keys with their validity, as served at `/.well-known/countersign-keys.json`. Throws when they cannot be read. */
export function loadKeySet(): Promise<KeySet> {
  return readKeySet(env().home);
}

/**
 * The key that signs now. Throws when there is none, and `KeyIsOver` when it was rotated away, as in a worker that was left
 * running: nothing is signed that nobody could verify.
 */
export async function loadSigningKey(): Promise<HeldKey> {
  const { home } = env();
  const privatePem = process.env.COUNTERSIGN_SIGNING_KEY ?? (await readFile(keyFile(home), "utf8"));
  const { kid } = publicJwkOf(privatePem);
  const known = (await readKeySet(home)).keys.find((key) => key.kid === kid);
  if (!known) throw new KeyIsOver(`The signing key ${kid} is not in ${keySetFile(home)}: start again.`);
  refuseIfOver(known, home);
  return { privatePem, kid };
}
