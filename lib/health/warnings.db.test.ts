import { rename } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { useTestDatabase } from "../../scripts/test/test-database";
import { GET } from "../../app/api/ready/route";
import { env } from "../core/env.server";
import { healthWarnings } from "./warnings.server";

const database = useTestDatabase();
const codes = async () => (await healthWarnings(new Date())).map(({ code }) => code);
const keySet = () => join(env().home, "signing-keys.json");

afterEach(() => rename(`${keySet()}.away`, keySet()).catch(() => undefined));

it("tells of a queue that does not move and of no worker, and of neither once they are well", async () => {
  await database.sql("UPDATE pgboss.version SET maintained_on = now() - interval '10 minutes'");
  await database.sql(
    "INSERT INTO pgboss.job (name, start_after) VALUES ('send-digest', now() - interval '1 hour'), ('refresh-edge', now() + interval '1 hour')",
  );
  expect(await codes()).toEqual(["worker-away", "queue-stuck"]);
  await database.sql("UPDATE pgboss.version SET maintained_on = now()");
  await database.sql("DELETE FROM pgboss.job");
  expect(await codes()).toEqual([]);
});

it("tells of a log that is not sealed by its oldest entry without a place", async () => {
  await database.sql("UPDATE pgboss.version SET maintained_on = now()");
  await database.makeViewer("admin", "Somebody");
  await database.sql(
    "INSERT INTO log_entry (id, at, event, \"subjectKind\", \"subjectId\", commitment) VALUES ('old-entry', now() - interval '1 hour', 'test.made', 'test', 'x', repeat('0', 64))",
  );
  expect(await codes()).toEqual(["log-unsealed"]);
});

it("a missing key set is told in codes to whoever asks, and the desk stays ready", async () => {
  await rename(keySet(), `${keySet()}.away`);
  const answer = await GET();
  expect(answer.status).toBe(200);
  const body = (await answer.json()) as { warnings: string[] };
  expect(body.warnings[0]).toBe("keys-unreadable");
  expect(JSON.stringify(body)).not.toContain(env().home);
});
