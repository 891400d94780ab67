import { describe, expect, it } from "vitest";
import { useTestDatabase } from "../../scripts/test/test-database";
import { Prisma, rowsOf, type Tx } from "./db.server";
import { runCommand } from "./run-command.server";

const database = useTestDatabase();

const keep = (tx: Tx, key: string) =>
  tx.$executeRaw`INSERT INTO idempotency_key (account, route, key, "bodySha256") VALUES ('test', 'test', ${key}, '')`;
const count = async () => (await database.sql("SELECT 1 FROM idempotency_key WHERE account = 'test'")).length;
const busy = {
  ok: false,
  error: {
    kind: "unavailable",
    code: "busy",
    detail: expect.stringContaining("Nothing was saved") as string,
    retryAfterSeconds: 2,
  },
};

describe("a command that takes too long keeps nothing, and says that it is to be tried again", () => {
  it("by one statement, asked of Prisma or past it", async () => {
    const asks = [
      (tx: Tx) => tx.$queryRaw`SELECT pg_sleep(20)::text`,
      (tx: Tx) => rowsOf(tx, Prisma.sql`SELECT pg_sleep(20)::text`),
    ];
    for (const ask of asks) {
      const result = await runCommand(async (tx) => {
        await keep(tx, "statement");
        await tx.$executeRaw`SET LOCAL statement_timeout = '50ms'`;
        await ask(tx);
      });
      expect(result).toMatchObject(busy);
    }
    expect(await count()).toBe(0);
  });

  it("by all of them together", async () => {
    const slow = async (tx: Tx) => {
      await keep(tx, "transaction");
      await tx.$queryRaw`SELECT pg_sleep(0.3)::text`;
      await tx.$queryRaw`SELECT 1`;
    };
    expect(await runCommand(slow, { timeoutMs: 100 })).toMatchObject(busy);
    expect(await count()).toBe(0);
  });
});
