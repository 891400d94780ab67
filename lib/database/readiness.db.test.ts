import { afterEach, expect, it, vi } from "vitest";
import { useTestDatabase } from "../../scripts/test/test-database";
import { readiness } from "./readiness.server";
import { newestMigration } from "./schema-engine.server";

useTestDatabase();
afterEach(() => vi.unstubAllEnvs());

it("is ready at the schema that it was started with, and not on a database that is behind it", async () => {
  vi.stubEnv("COUNTERSIGN_SCHEMA", await newestMigration());
  expect(await readiness()).toEqual({ ready: true, database: true, migrations: true, jobs: true });
  vi.stubEnv("COUNTERSIGN_SCHEMA", "99991231000000_of_a_later_build");
  expect(await readiness()).toEqual({ ready: false, database: true, migrations: false, jobs: true });
});
