import { randomBytes } from "node:crypto";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const fileIn = (home: string) => join(home, "cookie-secret");

/** A file that is there and cannot be read is not replaced by another: that would part everybody from their second factor. */
async function secretIn(home: string): Promise<string> {
  return readFile(fileIn(home), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
}

/** The secret that is there already: given, or kept beside the data; empty when there is none. */
export async function keptCookieSecret(home: string): Promise<string> {
  return process.env.NEXTAUTH_SECRET || (await secretIn(home));
}

/** The secret that signs cookies: given, or kept beside the data so that a restart signs nobody out. */
export async function cookieSecret(home: string): Promise<string> {
  const kept = await keptCookieSecret(home);
  if (kept) return kept;
  const file = fileIn(home);
  const fresh = randomBytes(32).toString("base64url");
  await writeFile(file, fresh, { mode: 0o600 });
  await chmod(file, 0o600);
  return fresh;
}
