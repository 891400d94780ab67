import "server-only";
import { inTransaction, type Prisma, type Tx } from "./db.server";
import { keepResult, takeTicket, ticketOfRequest } from "./idempotency.server";
import { logger } from "./log-problem.server";
import { fail, ok, Refusal, type Failure, type Result } from "./result";

const maxTries = 5;

/** PostgreSQL's code of an error, however Prisma wrapped it. */
function sqlState(error: unknown): string | undefined {
  const e = error as {
    code?: string;
    cause?: { originalCode?: string; code?: string };
    meta?: { driverAdapterError?: { cause?: { originalCode?: string } } };
  };
  if (e?.code === "P2034") return "40001";
  return e?.cause?.originalCode ?? e?.meta?.driverAdapterError?.cause?.originalCode ?? e?.code;
}

/** That too much is asked at once. Nothing has begun, or the database ended it whole, so trying again is safe. */
function refusalOfBusy(error: unknown, state: string | undefined, text: string): Failure | undefined {
  const busy = { kind: "unavailable", code: "busy", retryAfterSeconds: 2 } as const;
  if (text.includes("Unable to start a transaction"))
    return {
      ...busy,
      detail: "Too many people are writing at this moment. Nothing was saved; try again in a few seconds.",
    };
  if (state !== "57014" && !(state === "P2028" && text.includes("expired transaction"))) return undefined;
  logger.warn({ err: error }, "a command took too long");
  return {
    ...busy,
    detail: "The desk is busy, and this took too long. Nothing was saved; try again in a few seconds.",
  };
}

/** What a constraint of the database says, in words for the person: the last wall, reached only in races. */
function refusalOfDatabase(error: unknown): Failure | undefined {
  const state = sqlState(error);
  const text = String((error as Error)?.message ?? "");
  const busy = refusalOfBusy(error, state, text);
  if (busy) return busy;
  if (text.includes("four-eyes"))
    return {
      kind: "invalid",
      code: "four-eyes",
      detail: "Someone who wrote part of this revision can not sign it.",
    };
  if (text.includes("stale revision"))
    return {
      kind: "conflict",
      code: "stale",
      detail: "The claim changed while you were signing. Read it again.",
    };
  if (text.includes("already signed"))
    return {
      kind: "conflict",
      code: "already-signed",
      detail: "Someone else signed this a moment ago. Read it again to see who, and for when.",
    };
  if (text.includes("open-a-correction"))
    return {
      kind: "invalid",
      code: "open-a-correction",
      detail: "This claim is published. Open a correction to change it.",
    };
  if (text.includes("last-admin"))
    return {
      kind: "invalid",
      code: "last-admin",
      detail: "This is the last active admin. Make another one first.",
    };
  if (state === "23505" || state === "P2002")
    return {
      kind: "conflict",
      code: "already-there",
      detail: "This is there already; someone may have been faster. Read it again.",
    };
  if (state === "23503" || state === "P2003")
    return {
      kind: "invalid",
      code: "unknown-reference",
      detail: "This names something that is not there. Check the ids.",
    };
  if (state === "23514")
    return {
      kind: "invalid",
      code: "rule-broken",
      detail: "The database refused this: it would break a rule of the desk.",
    };
  return undefined;
}

/**
 * Runs one command in one short transaction: all of it, its log entry included, or nothing. Serialisation failures and
 * deadlocks are tried again; a `Refusal` or a constraint becomes a failed `Result`; bugs are thrown.
 */
export async function runCommand<T>(
  work: (tx: Tx) => Promise<T>,
  /** How long it may take: more than the usual only for what goes through very many rows. */
  { timeoutMs = 15_000 } = {},
): Promise<Result<T>> {
  const ticket = ticketOfRequest.getStore();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return ok(
        await inTransaction((tx) => inTicket(tx, ticket, work), { maxWait: 5_000, timeout: timeoutMs }),
      );
    } catch (error) {
      if (error instanceof Refusal) return fail(error.failure);
      const state = sqlState(error);
      if ((state === "40001" || state === "40P01") && attempt < maxTries) continue;
      const failure = refusalOfDatabase(error);
      if (failure) return fail(failure);
      throw error;
    }
  }
}

async function inTicket<T>(
  tx: Tx,
  ticket: ReturnType<typeof ticketOfRequest.getStore>,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  if (!ticket) return work(tx);
  const earlier = await takeTicket(tx, ticket);
  if (earlier) return earlier.result as T;
  const value = await work(tx);
  await keepResult(tx, ticket, (value ?? null) as Prisma.InputJsonValue);
  return value;
}
