import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { closeDb } from "@/lib/core/db.server";
import { dumpLog } from "@/lib/log/dump.server";
import { runScript, useInstance } from "./start/find-instance";
import { StartRefused } from "./start/settings";

/** Writes the log and all it speaks of to a file that only its owner reads: it holds what people wrote. */
async function dump(path: string): Promise<void> {
  await useInstance();
  const file = createWriteStream(path, { mode: 0o600, flags: "wx" });
  let lines = 0;
  try {
    await once(file, "open");
    await dumpLog({ withWords: true }, async (line) => {
      lines += 1;
      if (!file.write(`${JSON.stringify(line)}\n`)) await once(file, "drain");
    });
  } catch (error) {
    if ((error as { code?: string }).code === "EEXIST")
      throw new StartRefused(`${path} is there already. Name a new file.`);
    throw error;
  } finally {
    file.end();
    await closeDb();
  }
  console.log(`${lines} lines written to ${path}. Check them: node scripts/verify-log.mjs ${path}`);
}

await runScript(async () => {
  const [path, ...more] = process.argv.slice(2);
  if (!path || more.length > 0) throw new StartRefused("Usage: npm run log:dump -- <file>");
  await dump(path);
});
