import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { Prisma, rowsOf, sendLater, type Tx } from "./db.server";
import { refuse } from "./result";

/** One retried request: the key belongs to an account and a route. `used` after the command's transaction took it. */
export type Ticket = {
  account: string;
  route: string;
  key: string;
  bodySha256: string;
  used: boolean;
  replayed: boolean;
};

export const ticketOfRequest = new AsyncLocalStorage<Ticket>();

/**
 * Takes the key inside the command's transaction. A second request with the key waits here for the first, then gets
 * the first's result. Returns `undefined` when the command must run.
 */
export async function takeTicket(tx: Tx, ticket: Ticket): Promise<{ result: Prisma.JsonValue } | undefined> {
  ticket.used = true;
  const taken = await rowsOf(
    tx,
    Prisma.sql`
      INSERT INTO idempotency_key (account, route, key, "bodySha256") VALUES (${ticket.account}, ${ticket.route}, ${ticket.key}, ${ticket.bodySha256})
      ON CONFLICT DO NOTHING RETURNING true AS taken`,
  );
  if (taken.length === 1) return undefined;
  const kept = await tx.idempotencyKey.findUniqueOrThrow({
    where: { account_route_key: { account: ticket.account, route: ticket.route, key: ticket.key } },
  });
  if (kept.bodySha256 !== ticket.bodySha256) {
    refuse({
      kind: "conflict",
      code: "idempotency-key-reused",
      detail: "This Idempotency-Key was used with another body. Send a new key for a new request.",
    });
  }
  ticket.replayed = true;
  return { result: kept.result };
}

/** Keeps the command's result beside its key, in the same transaction. */
export async function keepResult(tx: Tx, { account, route, key }: Ticket, result: Prisma.InputJsonValue) {
  await sendLater(
    tx,
    Prisma.sql`
      UPDATE idempotency_key SET result = ${JSON.stringify(result)}::jsonb
      WHERE account = ${account} AND route = ${route} AND key = ${key}`,
  );
}
