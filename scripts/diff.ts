import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withClient } from "@/lib/database/migrate.server";
import { applyMigrations, sqlToReachSchema } from "@/lib/database/schema-engine.server";
import { runScript } from "./start/find-instance";
import { StartRefused } from "./start/settings";
import { withScratchServer } from "./start/with-database";

/** The time as Prisma names migrations: 14 digits, UTC. */
function timestamp(now: Date): string {
  return now.toISOString().replace(/\D/g, "").slice(0, 14);
}

/** Writes the migration that leads from the migrations so far to `prisma/schema.prisma`; a person reads it before use. */
async function writeMigration(name: string): Promise<void> {
  const sql = await withScratchServer(async (server) => {
    await withClient(server.adminUrl("postgres"), (client) => client.query("CREATE DATABASE countersign"));
    await applyMigrations(server.adminUrl("countersign"));
    return sqlToReachSchema(server.adminUrl("countersign"));
  });
  if (!sql) return console.log("The migrations lead to the schema already; nothing to write.");
  const folder = join("prisma/migrations", `${timestamp(new Date())}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "migration.sql"), sql);
  console.log(
    `${sql}\nWritten to ${folder}/migration.sql. Add what Prisma cannot say: rights of countersign_app, CHECKs, triggers.`,
  );
}

await runScript(async () => {
  const name = process.argv[2];
  if (!name || !/^[a-z][a-z0-9_]{2,60}$/.test(name)) {
    throw new StartRefused("Usage: npm run db:diff -- <name>, the name in small letters, digits and _");
  }
  await writeMigration(name);
});
