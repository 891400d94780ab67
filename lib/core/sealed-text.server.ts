import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "./env.server";

/** A key of 32 bytes for one use alone, from the instance's secret, which is not in the database (HKDF, RFC 5869). */
export function keyFor(use: string): Buffer {
  const { secret } = env();
  if (secret.length < 16) throw new Error("NEXTAUTH_SECRET is not set: secrets cannot be kept.");
  return Buffer.from(hkdfSync("sha256", secret, "", use, 32));
}

/** A text as it may lie in the database: AES-256-GCM, bound to its use and to the id of what it `belongsTo`. */
export function sealText(use: string, text: string, belongsTo = ""): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(use), iv).setAAD(Buffer.from(belongsTo));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** The text again; `null` when it was sealed under another secret, for something else, or altered. */
export function unsealText(use: string, sealed: string, belongsTo = ""): string | null {
  try {
    const bytes = Buffer.from(sealed, "base64url");
    const iv = bytes.subarray(0, 12);
    const decipher = createDecipheriv("aes-256-gcm", keyFor(use), iv, { authTagLength: 16 });
    decipher.setAAD(Buffer.from(belongsTo)).setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
