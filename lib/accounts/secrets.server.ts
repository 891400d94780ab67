import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** argon2id with 19 MiB and two passes (OWASP password storage cheat sheet). */
const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hash of a password for storage. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, argon);
}

const nobody = hashPassword(randomBytes(16).toString("hex"));

/** Whether the password is right; takes as long for an account that is absent, so that time tells nothing. */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await nobody), password).catch(() => false);
  return Boolean(stored) && matches;
}

/** A fresh secret for a token or single-use link, 256 bits, and the hash under which it is kept. */
export function newSecret(prefix: string): { secret: string; hash: string } {
  const secret = `${prefix}_${randomBytes(32).toString("base64url")}`;
  return { secret, hash: hashSecret(secret) };
}

/** Secrets of full strength need no slow hash: SHA-256, hex. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
