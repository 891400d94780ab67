import { randomBytes } from "node:crypto";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The secret that signs cookies: given, or kept beside the data so that a restart signs nobody out. */
export async function cookieSecret(home: string): Promise<string> {
  if (process.env.NEXTAUTH_SECRET) return process.env.NEXTAUTH_SECRET;
  const file = join(home, "cookie-secret");
  const kept = await readFile(file, "utf8").catch(() => "");
  if (kept) return kept;
  const fresh = randomBytes(32).toString("base64url");
  await writeFile(file, fresh, { mode: 0o600 });
  await chmod(file, 0o600);
  return fresh;
}
