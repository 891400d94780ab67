import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
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

describe("the hours of the daily mail, which were UTC, become hours of the newsroom's clocks", () => {
  const file = "prisma/migrations/20240720000100_mail_by_the_newsrooms_clock/migration.sql";

  /** What the migration makes of each hour, in tables of its own that nobody else sees; null: no zone was ever set. */
  async function shifted(timeZone: string | null, hours: readonly number[]): Promise<number[]> {
    const statement = await readFile(join(process.cwd(), file), "utf8");
    return withClient(database.ownerUrl, async (client) => {
      await client.query("BEGIN");
      await client.query("CREATE SCHEMA shift");
      await client.query("SET LOCAL search_path TO shift");
      await client.query("CREATE TABLE setting AS SELECT * FROM public.setting WHERE false");
      await client.query("CREATE TABLE mail_rhythm AS SELECT * FROM public.mail_rhythm WHERE false");
      const value = JSON.stringify({ name: "The desk", timeZone });
      const key = timeZone === null ? "gate" : "site";
      await client.query("INSERT INTO setting (key, value) VALUES ($1, $2)", [key, value]);
      await client.query(
        `INSERT INTO mail_rhythm ("userId", rhythm, hour) SELECT n::text, 'day', h FROM unnest($1::int[]) WITH ORDINALITY t (h, n)`,
        [hours],
      );
      await client.query(statement);
      const { rows } = await client.query<{ hour: number }>(
        `SELECT hour FROM mail_rhythm ORDER BY "userId"::int`,
      );
      await client.query("ROLLBACK");
      return rows.map(({ hour }) => hour);
    });
  }

  // Zones without summer time: the offset is that of the day on which the migration runs.
  it.each([
    ["no offset", "UTC", [0, 7, 23], [0, 7, 23]],
    ["east, past midnight", "Asia/Tokyo", [0, 14, 15, 23], [9, 23, 0, 8]],
    ["furthest east", "Pacific/Kiritimati", [0, 9, 10, 23], [14, 23, 0, 13]],
    ["west, before midnight", "America/Bogota", [0, 4, 5, 23], [19, 23, 0, 18]],
    ["furthest west", "Pacific/Pago_Pago", [0, 10, 11, 23], [13, 23, 0, 12]],
    ["half an hour east: the hour that holds the minute", "Asia/Kolkata", [0, 18, 19, 23], [5, 23, 0, 4]],
    ["three quarters east", "Asia/Kathmandu", [0, 18, 19, 23], [5, 23, 0, 4]],
    ["half an hour west", "Pacific/Marquesas", [0, 9, 10, 23], [14, 23, 0, 13]],
    ["written in another case", "asia/tokyo", [7], [16]],
    ["a zone that no database knows", "Moon/Tranquility", [7], [7]],
    ["no zone ever set", null, [7], [7]],
  ] as const)("%s", async (_what, timeZone, hours, local) => {
    expect(await shifted(timeZone, hours)).toEqual(local);
  });

  it("is the hour that the newsroom's clocks show at that hour of UTC, in every zone", async () => {
    const zones = await database.sqlOwner<{ name: string; minutes: number }>(
      `SELECT DISTINCT ON (utc_offset) name, (extract(epoch FROM utc_offset) / 60)::int AS minutes FROM pg_timezone_names
       WHERE name ~ '^[A-Z][a-z]+/' AND name !~ '^(posix|Etc)/' ORDER BY utc_offset, name`,
    );
    expect(zones.length).toBeGreaterThan(30);
    const hours = Array.from({ length: 24 }, (_, hour) => hour);
    for (const { name, minutes } of zones) {
      const shown = hours.map((hour) => new Date(Date.UTC(2024, 0, 2, hour, minutes)).getUTCHours());
      expect([name, await shifted(name, hours)]).toEqual([name, shown]);
    }
  });
});
