/** What keeps the database from answering: too much is asked of it, it is away, or the connection broke on the way. */
export type Outage = "busy" | "away" | "cut-off";

/**
 * What an error of the database looks like, by its code (PostgreSQL's SQLSTATE, Prisma's, Node's) or, where libraries give
 * none, by its words. Sources: PostgreSQL's appendix of error codes; Prisma's error reference; `pg` and `pg-pool`, which
 * throw plain errors; `errno` of the sockets.
 */
const signs: { outage: Outage; codes: RegExp; words?: RegExp }[] = [
  {
    outage: "busy",
    // No room (53, too many connections among them), too slow (57014, 55P03, 25P03), in each other's way (40001, 40P01).
    codes: /^(53\w{3}|57014|55P03|25P0[34]|40001|40P01|P2024|P2034|P2037|EMFILE|ENFILE)$/,
    words:
      /timeout exceeded when trying to connect|Unable to start a transaction|expired transaction|Query read timeout/,
  },
  {
    outage: "away",
    // Starting or stopping (57P03), a replica that takes no changes (25006), no such database (57P04, 3D000) or no way in (28).
    codes:
      /^(57P0[34]|3D000|25006|28\w{3}|P100[0-3]|P101[01]|DatabaseNotReachable|TlsConnectionError|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/,
    words: /timeout expired/,
  },
  {
    outage: "cut-off",
    // Ended by an administrator or a crash (57P01, 57P02, 57P05), any break of a connection (08).
    codes:
      /^(08\w{3}|57P0[125]|P1008|P1017|P1018|ConnectionClosed|SocketTimeout|ECONNRESET|EPIPE|ETIMEDOUT)$/,
    words:
      /Connection terminated|Connection ended|Client was closed|not queryable|Transaction not found|after calling end on the pool/,
  },
];

type Wrapped = {
  code?: unknown;
  kind?: unknown;
  originalCode?: unknown;
  message?: unknown;
  cause?: unknown;
  errors?: unknown;
  meta?: { driverAdapterError?: unknown };
};

/** The error and whatever it wraps: Prisma's, its adapter's, the driver's, and each try to connect. */
function layersOf(error: unknown, depth = 0): Wrapped[] {
  // A bug of ours, or `fetch`, which asks other machines than the database.
  if (typeof error !== "object" || error === null || error instanceof TypeError || depth > 6) return [];
  const layer = error as Wrapped;
  const inside = [
    layer.cause,
    layer.meta?.driverAdapterError,
    ...(Array.isArray(layer.errors) ? layer.errors : []),
  ];
  return [layer, ...inside.flatMap((one) => layersOf(one, depth + 1))];
}

/** Whether an error says that the database is away or has too much to do; null for anything else, which is a bug. */
export function outageOf(error: unknown): Outage | null {
  const layers = layersOf(error);
  const codes = layers.flatMap(({ code, kind, originalCode }) => [code, kind, originalCode]).map(String);
  // What has a code is judged by it: Prisma quotes the program in its message. P2028 is all that goes wrong in a transaction.
  const words = layers
    .filter(({ code }) => code === undefined || code === "P2028")
    .map(({ message }) => String(message));
  const sign = signs.find(
    (one) =>
      codes.some((code) => one.codes.test(code)) || words.some((text) => one.words?.test(text) ?? false),
  );
  return sign?.outage ?? null;
}
