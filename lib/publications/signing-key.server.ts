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
  const { keys } = await readKeySet(home);
  const known = keys.find(({ kid }) => kid === publicJwk.kid);
  if (known?.validTo || known?.revokedAt) {
    const where = given ? "COUNTERSIGN_SIGNING_KEY" : keyFile(home);
    throw new KeyIsOver(
      `The signing key in ${where} was replaced or revoked (${publicJwk.kid}): what it would sign now, nobody could verify. ` +
        "Put the newest key there, or take it away, and the start makes a new one.",
    );
  }
  if (known) return;
  // Another key was in use: it stays valid for what it signed, up to now.
  const closed = keys.map((key) =>
    key.validTo || key.revokedAt ? key : { ...key, validTo: now.toISOString() },
  );
  await writeKeySet(home, { keys: [...closed, { ...publicJwk, validFrom: now.toISOString() }] });
}

async function readKeySet(home: string): Promise<{ keys: PublicSigningKey[] }> {
  const text = await readFile(keySetFile(home), "utf8").catch(() => '{"keys":[]}');
  return JSON.parse(text) as { keys: PublicSigningKey[] };
}

async function writeKeySet(home: string, set: { keys: PublicSigningKey[] }): Promise<void> {
  await writeFile(`${keySetFile(home)}.new`, JSON.stringify(set, null, 2));
  await rename(`${keySetFile(home)}.new`, keySetFile(home));
}

/** The public keys with their validity, as served at `/.well-known/countersign-keys.json`. */
export function loadKeySet(): Promise<KeySet> {
  return readKeySet(env().home);
}

/** The key that signs now. Throws when there is none: nothing is published without one. */
export async function loadSigningKey(): Promise<HeldKey> {
  const privatePem = process.env.COUNTERSIGN_SIGNING_KEY ?? (await readFile(keyFile(env().home), "utf8"));
  return { privatePem, kid: publicJwkOf(privatePem).kid };
}
