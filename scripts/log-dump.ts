import { closeDb } from "@/lib/core/db.server";
import { writeLogDump } from "@/lib/log/dump-file.server";
import { runScript, useInstance } from "./start/find-instance";
import { StartRefused } from "./start/settings";

/** Writes the log and all it speaks of to a file that only its owner reads: it holds what people wrote. */
async function dump(path: string): Promise<void> {
  await useInstance();
  try {
    const lines = await writeLogDump(path);
    console.log(`${lines} lines written to ${path}. Check them: node scripts/verify-log.mjs ${path}`);
  } catch (error) {
    if ((error as { code?: string }).code === "EEXIST")
      throw new StartRefused(`${path} is there already. Name a new file.`);
    throw error;
  } finally {
    await closeDb();
  }
}

await runScript(async () => {
  const [path, ...more] = process.argv.slice(2);
  if (!path || more.length > 0) throw new StartRefused("Usage: npm run log:dump -- <file>");
  await dump(path);
});
