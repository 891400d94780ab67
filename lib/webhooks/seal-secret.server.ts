import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "../core/env.server";

/** A key of its own for this use, from the instance's secret, which is not in the database. */
function sealingKey(): Buffer {
  const { secret } = env();
  if (secret.length < 16) throw new Error("NEXTAUTH_SECRET is not set: webhook secrets cannot be kept.");
  return Buffer.from(hkdfSync("sha256", secret, "", "countersign-webhook-secret-v1", 32));
}

/** A secret as it may lie in the database: AES-256-GCM under the instance's own secret. */
export function sealSecret(secret: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", sealingKey(), iv);
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** The secret again; `null` when it was sealed under another secret or altered: then a new one must be made. */
export function openSecret(sealed: string): string | null {
  try {
    const bytes = Buffer.from(sealed, "base64url");
    const decipher = createDecipheriv("aes-256-gcm", sealingKey(), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
