import "server-only";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { dumpLog } from "./dump.server";

/** However long the log is: whoever runs a command waits, and can end it. */
const patienceMs = 24 * 3_600_000;

/**
 * Writes the log and all it speaks of, words included, line by line to a new file that only its owner reads. Answers how
 * many lines. Throws when the file is there already (`EEXIST`).
 */
export async function writeLogDump(path: string): Promise<number> {
  const file = createWriteStream(path, { mode: 0o600, flags: "wx" });
  let lines = 0;
  await once(file, "open");
  try {
    await dumpLog({ withWords: true, patienceMs }, async (line) => {
      lines += 1;
      if (!file.write(`${JSON.stringify(line)}\n`)) await once(file, "drain");
    });
  } finally {
    file.end();
    await finished(file);
  }
  return lines;
}
