import { describe, expect, it } from "vitest";
import { useTestDatabase } from "../../scripts/test/test-database";
import { statementsOf } from "../../scripts/test/watch-statements";
import { Prisma, rowsOf, sendLater, type Tx } from "./db.server";
import { runCommand } from "./run-command.server";

const database = useTestDatabase();

const insert = (key: string) =>
  Prisma.sql`INSERT INTO idempotency_key (account, route, key, "bodySha256") VALUES ('test', 'test', ${key}, '')`;
const count = async (key: string) =>
  Number((await database.sql("SELECT count(*) AS n FROM idempotency_key WHERE key = $1", [key]))[0]!.n);
const countIn = (tx: Tx, key: string) =>
  rowsOf<{ n: number }>(tx, Prisma.sql`SELECT count(*)::int AS n FROM idempotency_key WHERE key = ${key}`);

/** Each connection of the pool takes a transaction: none is left inside an old one. */
async function everyConnectionWorks(): Promise<void> {
  const all = Array.from({ length: 20 }, () => runCommand((tx) => countIn(tx, "none")));
  for (const result of await Promise.all(all)) expect(result.ok).toBe(true);
}

describe("a statement that is sent later", () => {
  it("comes before what is asked after it, through Prisma too, and is kept with the transaction", async () => {
    const seen = await runCommand(async (tx) => {
      await sendLater(tx, insert("one"));
      const [first] = await countIn(tx, "one");
      await sendLater(tx, insert("two"));
      return [first!.n, await tx.idempotencyKey.count({ where: { account: "test" } })];
    });
    expect(seen).toEqual({ ok: true, value: [1, 2] });
    expect(await count("two")).toBe(1);
  });

  it("fails the command with its own reason when it is the last, and nothing is kept", async () => {
    const result = await runCommand(async (tx) => {
      await sendLater(tx, insert("kept"));
      await sendLater(tx, insert("kept"));
    });
    expect(result).toMatchObject({ ok: false, error: { code: "already-there" } });
    expect(await count("kept")).toBe(0);
    await everyConnectionWorks();
  });

  it("fails whatever is asked next, and a command that passes over that keeps nothing either", async () => {
    const result = runCommand(async (tx) => {
      await sendLater(tx, insert("passed over"));
      await sendLater(tx, insert("passed over"));
      await expect(countIn(tx, "passed over")).rejects.toMatchObject({ code: "23505" });
    });
    await expect(result).rejects.toThrow("had failed");
    expect(await count("passed over")).toBe(0);
    await everyConnectionWorks();
  });

  it("fails the command though it was sent after what was asked with it", async () => {
    const result = await runCommand(async (tx) => {
      const asked = countIn(tx, "after");
      await sendLater(tx, insert("after"));
      await sendLater(tx, insert("after"));
      return (await asked)[0]!.n;
    });
    expect(result).toMatchObject({ ok: false, error: { code: "already-there" } });
    expect(await count("after")).toBe(0);
    await everyConnectionWorks();
  });
});

describe("a transaction", () => {
  it("answers what is asked at once in order, each seeing what those before it wrote", async () => {
    const result = await runCommand(async (tx) => {
      const [before, , after] = await Promise.all([
        countIn(tx, "at once"),
        sendLater(tx, insert("at once")),
        countIn(tx, "at once"),
      ]);
      return [before[0]!.n, after[0]!.n];
    });
    expect(result).toEqual({ ok: true, value: [0, 1] });
  });

  it("that asks nothing sends nothing, and one that is over sends nothing more", async () => {
    let left: Tx | undefined;
    const sent = await statementsOf(() => runCommand(async (tx) => void (left = tx)));
    expect(sent).toEqual([]);
    await expect(countIn(left!, "late")).rejects.toThrow(/[Tt]ransaction/);
    await expect(sendLater(left!, insert("late"))).rejects.toThrow(/[Tt]ransaction/);
  });
});
