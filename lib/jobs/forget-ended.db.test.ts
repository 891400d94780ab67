import { expect, it } from "vitest";
import { useTestDatabase } from "../../scripts/test/test-database";
import { forgetEnded } from "./forget-ended";

const database = useTestDatabase();
const now = new Date("2031-03-14T07:00:00Z");
const days = (n: number) => new Date(now.getTime() + n * 86_400_000);

it("forgets keys and sessions that ended a month ago, and of each account when it was last here", async () => {
  const person = await database.makeViewer("checker", "Often");
  await database.sqlOwner(`DELETE FROM session`);
  const session = (id: string, seen: Date, ends: Date, revoked: Date | null) =>
    database.sqlOwner(
      `INSERT INTO session (id, "userId", "lastSeenAt", "expiresAt", "revokedAt", address, "userAgent")
       VALUES ($1, $2, $3, $4, $5, '192.0.2.1', 'Browser')`,
      [id, person.id, seen, ends, revoked],
    );
  await session("expired", days(-60), days(-40), null);
  await session("revoked", days(-50), days(20), days(-45));
  await session("newest", days(-35), days(20), days(-33));
  const key = (name: string, at: Date) =>
    database.sqlOwner(
      `INSERT INTO idempotency_key (account, route, key, "bodySha256", "createdAt") VALUES ('a', 'r', $1, '', $2)`,
      [name, at],
    );
  await key("old", days(-31));
  await key("new", days(-29));

  await forgetEnded(now);
  expect(await database.sqlOwner(`SELECT id, address, "userAgent" FROM session`)).toEqual([
    { id: "newest", address: null, userAgent: null },
  ]);
  expect(await database.sqlOwner(`SELECT key FROM idempotency_key`)).toEqual([{ key: "new" }]);

  await session("here", days(-1), days(20), null);
  await forgetEnded(now);
  expect(await database.sqlOwner(`SELECT id, address FROM session`)).toEqual([
    { id: "here", address: "192.0.2.1" },
  ]);
});
