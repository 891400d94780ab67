import { randomBytes } from "node:crypto";
import { afterEach, describe, expect, inject, it } from "vitest";
import { dropWhenUnused, useTestDatabase } from "../../scripts/test/test-database";
import { migrateDatabase, withClient } from "./migrate.server";
import { sqlToReachSchema } from "./schema-engine.server";

const database = useTestDatabase();
const made: string[] = [];

async function emptyDatabase(): Promise<string> {
  const name = `empty_${randomBytes(6).toString("hex")}`;
  await withClient(inject("adminUrl"), (client) => client.query(`CREATE DATABASE ${name}`));
  made.push(name);
  return Object.assign(new URL(inject("adminUrl")), { pathname: `/${name}` }).toString();
}

const tablesOf = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
    );
    return rows.map(({ name }) => name);
  });

afterEach(async () => {
  for (const name of made.splice(0)) await dropWhenUnused(name);
});

describe("migrating", () => {
  it("gives an empty database the tables, the job queue and the guards", async () => {
    const url = await emptyDatabase();
    const applied = await migrateDatabase(url);
    expect(applied.length).toBeGreaterThanOrEqual(2);
    expect(await tablesOf(url)).toEqual(
      expect.arrayContaining([
        "_prisma_migrations",
        "article",
        "capture",
        "claim",
        "evidence",
        "log_entry",
        "publication",
        "sign_off",
        "user",
      ]),
    );
    await withClient(url, async (client) => {
      const queues = await client.query("SELECT name FROM pgboss.queue WHERE name = 'fetch-article'");
      expect(queues.rowCount).toBe(1);
      const triggers = await client.query(
        "SELECT 1 FROM pg_trigger WHERE tgname = 'publication_append_only'",
      );
      expect(triggers.rowCount).toBe(1);
    });
  });

  it("leaves no difference between the migrations and schema.prisma", async () => {
    expect(await sqlToReachSchema(database.ownerUrl)).toBe("");
  });

  it("sees a difference when there is one", async () => {
    const url = await emptyDatabase();
    await migrateDatabase(url);
    await withClient(url, (client) => client.query("ALTER TABLE tip DROP COLUMN contact"));
    expect(await sqlToReachSchema(url)).toContain('ADD COLUMN     "contact" TEXT');
  });

  it("does nothing the second time", async () => {
    const url = await emptyDatabase();
    await migrateDatabase(url);
    const before = await tablesOf(url);
    expect(await migrateDatabase(url)).toEqual([]);
    expect(await tablesOf(url)).toEqual(before);
  });

  it("lets one of two at once work and the other wait for it", async () => {
    const url = await emptyDatabase();
    const applied = await Promise.all([migrateDatabase(url), migrateDatabase(url)]);
    expect(applied.map(({ length }) => length).sort()).toEqual([0, expect.any(Number)]);
    expect(applied.flat().length).toBeGreaterThanOrEqual(2);
  });

  it("notes each migration as finished in Prisma's own table", async () => {
    const rows = await database.sqlOwner<{ migration_name: string; finished_at: Date | null }>(
      "SELECT migration_name, finished_at FROM _prisma_migrations",
    );
    expect(rows.length).toBeGreaterThanOrEqual(2);
    expect(rows.filter(({ finished_at }) => finished_at === null)).toEqual([]);
  });
});
