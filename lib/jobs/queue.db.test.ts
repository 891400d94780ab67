import { expect, it } from "vitest";
import { useTestDatabase } from "../../scripts/test/test-database";
import { runCommand } from "../core/run-command.server";
import { enqueue, queue } from "./queue.server";

const database = useTestDatabase();

it("is opened anew after the database was away at the first try", async () => {
  const { DATABASE_URL } = process.env;
  process.env.DATABASE_URL = "postgresql://nobody@127.0.0.1:9/none";
  try {
    await expect(queue()).rejects.toThrow();
  } finally {
    process.env.DATABASE_URL = DATABASE_URL;
  }
  const sent = await runCommand((tx) => enqueue(tx, "refresh-edge", { what: "all" }));
  expect(sent.ok).toBe(true);
  const jobs = await database.sqlOwner(`SELECT name FROM pgboss.job WHERE name = 'refresh-edge'`);
  expect(jobs).toHaveLength(1);
});
