import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { standaloneServer } from "./build";

const schemaFile = "prisma/schema.prisma";
const stampFile = "prisma/generated/.made-from";

/**
 * Writes Prisma's client for the schema, unless it is there. Prisma wants to download an engine that generating does not
 * use; any program in its place will do. Its `migrate` and `db` commands must never run so: they would do nothing.
 */
export async function ensurePrismaClient(): Promise<boolean> {
  if (existsSync(standaloneServer)) return false;
  const versions = await readFile("node_modules/prisma/package.json", "utf8");
  const hash = createHash("sha256")
    .update(await readFile(schemaFile))
    .update(versions)
    .digest("hex");
  const stamp = await readFile(stampFile, "utf8").catch(() => "");
  if (stamp === hash && existsSync("prisma/generated/client.ts")) return false;
  const unused = existsSync("/bin/true") ? "/bin/true" : process.execPath;
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: unused,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  };
  await promisify(execFile)(process.execPath, ["node_modules/prisma/build/index.js", "generate"], { env });
  await writeFile(stampFile, hash);
  return true;
}
