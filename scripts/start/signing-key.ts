import { join } from "node:path";
import { ensureSigningKey, hasKeySet, KeyIsOver } from "@/lib/publications/signing-key.server";
import { holdsSigned } from "./database-state";
import { StartRefused } from "./settings";

/**
 * Makes the signing key of `folder` when there is none. Throws `StartRefused` for a key that is over, and where the key set
 * is missing though something was signed: a new set would not verify it.
 */
export async function prepareSigningKey(folder: string, databaseUrl: string, now: Date): Promise<void> {
  if (!hasKeySet(folder) && (await holdsSigned(databaseUrl))) {
    const file = join(folder, "signing-keys.json");
    throw new StartRefused(
      `${file} is missing, and this database holds what only the keys in it verify.\n` +
        "Put it back: from the newest backup, from another home of this desk, or what anybody kept of\n" +
        '/.well-known/countersign-keys.json. If it is lost everywhere, write {"keys":[]} into that file: the start then\n' +
        "begins a new set, and what was published before is not shown any more.",
    );
  }
  await ensureSigningKey(folder, now).catch((error: unknown) => {
    throw error instanceof KeyIsOver ? new StartRefused(error.message) : error;
  });
}
