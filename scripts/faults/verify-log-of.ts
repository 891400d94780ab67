import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { dumpLog } from "../../lib/log/dump.server";
import { sealLog } from "../../lib/log/seal.server";

export type LogFindings = { ok: boolean; checks: Record<string, { place: string; problem: string }[]> };

/** Seals what waits and runs `scripts/verify-log.mjs` on a dump of the database that this process uses. */
export async function verifyLogOf(
  home: string,
  { withWords = true, options = [] as string[], seal = true } = {},
): Promise<LogFindings> {
  if (seal) while ((await sealLog(new Date())) > 0);
  const lines: string[] = [];
  await dumpLog({ withWords }, async (line) => void lines.push(JSON.stringify(line)));
  const file = join(home, "dump.ndjson");
  await writeFile(file, `${lines.join("\n")}\n`);
  const said = await new Promise<string>((resolve, reject) =>
    execFile(
      process.execPath,
      ["scripts/verify-log.mjs", file, "--json", ...options],
      { maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => (stdout ? resolve(stdout) : reject(new Error(stderr || String(error)))),
    ),
  );
  return JSON.parse(said) as LogFindings;
}
