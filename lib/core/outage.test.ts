import { describe, expect, it } from "vitest";
import { outageOf, type Outage } from "./outage";

const error = (message: string, members: object = {}) => Object.assign(new Error(message), members);

/** As Prisma wraps what its adapter was told by the driver; the message quotes the program. */
const prisma = (code: string, cause: object) =>
  error('Invalid `db().claim.count()` invocation: await tell("Connection terminated")', {
    code,
    meta: { driverAdapterError: error("as the adapter says it", { cause }) },
  });
const inTransaction = (what: string) => error(`Transaction API error: ${what}`, { code: "P2028", meta: {} });

/** Each was seen once, made by a real PostgreSQL, `pg` and Prisma. */
const seen: [what: string, outage: Outage | null, error: unknown][] = [
  ["no connection of the pool came free", "busy", error("timeout exceeded when trying to connect")],
  ["none for a transaction", "busy", inTransaction("Unable to start a transaction in the given time.")],
  [
    "a transaction took too long",
    "busy",
    inTransaction("A commit cannot be executed on an expired transaction. The timeout was 100 ms"),
  ],
  ["an older engine's pool", "busy", error("Timed out fetching a new connection", { code: "P2024" })],
  ["a statement took too long, asked of pg", "busy", error("canceling statement", { code: "57014" })],
  [
    "a statement took too long, asked of Prisma",
    "busy",
    prisma("P2010", { originalCode: "57014", kind: "postgres", code: "57014" }),
  ],
  [
    "too many connections, raw",
    "busy",
    prisma("P2010", { originalCode: "53300", kind: "TooManyConnections" }),
  ],
  ["too many connections", "busy", prisma("P2037", { originalCode: "53300", kind: "TooManyConnections" })],
  ["the disk of the database is full", "busy", error("could not extend file", { code: "53100" })],
  ["tried five times against others", "busy", prisma("P2034", { originalCode: "40001" })],
  ["a deadlock, asked of pg", "busy", error("deadlock detected", { code: "40P01" })],
  ["ended by an administrator", "cut-off", error("terminating connection", { code: "57P01" })],
  [
    "ended by a crash, asked of Prisma",
    "cut-off",
    prisma("P2039", { originalCode: "57P02", kind: "postgres" }),
  ],
  ["the connection was closed", "cut-off", prisma("P1017", { kind: "ConnectionClosed" })],
  ["the socket was reset", "cut-off", error("read ECONNRESET", { code: "ECONNRESET" })],
  ["killed while it was asked", "cut-off", error("Connection terminated unexpectedly")],
  [
    "killed between two questions",
    "cut-off",
    error("Client has encountered a connection error and is not queryable"),
  ],
  ["the transaction went with its connection", "cut-off", inTransaction("Transaction not found.")],
  ["it is starting", "away", error("the database system is starting up", { code: "57P03" })],
  ["nobody listens, asked of Prisma", "away", prisma("P1001", { kind: "DatabaseNotReachable" })],
  ["nobody listens, raw", "away", prisma("P2010", { kind: "DatabaseNotReachable", host: "127.0.0.1" })],
  ["nobody listens, asked of pg", "away", error("connect ECONNREFUSED", { code: "ECONNREFUSED" })],
  [
    "nobody listens at either address of a name",
    "away",
    new AggregateError([error("connect ECONNREFUSED ::1:1", { code: "ECONNREFUSED" })]),
  ],
  ["nobody knows the name", "away", error("getaddrinfo EAI_AGAIN", { code: "EAI_AGAIN" })],
  [
    "nobody answers in time",
    "away",
    error("Connection terminated due to connection timeout", { cause: error("timeout expired") }),
  ],
  [
    "the password is another",
    "away",
    prisma("P1000", { originalCode: "28P01", kind: "AuthenticationFailed" }),
  ],
  ["the database is not there", "away", prisma("P1003", { originalCode: "3D000" })],
  ["a replica takes no changes", "away", prisma("P2039", { originalCode: "25006", kind: "postgres" })],

  [
    "a rule of the database",
    null,
    prisma("P2002", { originalCode: "23505", kind: "UniqueConstraintViolation" }),
  ],
  ["a table that is not there", null, error('relation "x" does not exist', { code: "42P01" })],
  ["an error whose message quotes such words", null, prisma("P2025", { kind: "postgres" })],
  [
    "a transaction used after its end",
    null,
    inTransaction("A query cannot be executed on a committed transaction."),
  ],
  [
    "another machine than the database",
    null,
    Object.assign(new TypeError("fetch failed"), {
      cause: error("connect ECONNREFUSED", { code: "ECONNREFUSED" }),
    }),
  ],
  ["a bug", null, new RangeError("Invalid array length")],
  ["nothing at all", null, undefined],
];

describe("what an error says of the database", () => {
  it.each(seen)("%s: %s", (_, outage, given) => {
    expect(outageOf(given)).toBe(outage);
  });

  it("an error that wraps itself is looked through and left", () => {
    const round = error("round");
    expect(outageOf(Object.assign(round, { cause: round }))).toBe(null);
  });
});
