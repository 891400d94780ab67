import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import pg from "pg";

const maxAgeSeconds = 3600;

type Instance = { databaseUrl: string; url: string; port: number };

/** People of the demo, by what a journey calls them. */
export const people = {
  checker: "checker1@demo.local",
  second: "checker2@demo.local",
  editor: "editor1@demo.local",
  otherEditor: "editor2@demo.local",
  admin: "admin@demo.local",
} as const;

export type Person = keyof typeof people;

function homeUnderTest(): string {
  const home = process.env.COUNTERSIGN_HOME;
  if (!home) throw new Error("COUNTERSIGN_HOME names no running instance.");
  return home;
}

/** The instance of a home folder, as it wrote itself down. */
export function instanceIn(home: string): Instance {
  return JSON.parse(readFileSync(join(home, "instance.json"), "utf8")) as Instance;
}

/** The instance under test. */
export const instance = (): Instance => instanceIn(homeUnderTest());

/** Runs one statement in the database of the instance under test. */
export function sql(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  return sqlAt(instance().databaseUrl, text, values);
}

/**
 * Connections by database: opening one costs both sides more than what is asked over it. Those that nobody needs are closed
 * within a second, so that they are not in the way of a server that ends.
 */
const pools = new Map<string, pg.Pool>();

function poolOf(connectionString: string): pg.Pool {
  const known = pools.get(connectionString);
  if (known) return known;
  const pool = new pg.Pool({ connectionString, max: 4, idleTimeoutMillis: 1_000, allowExitOnIdle: true });
  // A server that ends takes its connections along; the next statement says so, if there is one.
  pool.on("error", () => undefined);
  pools.set(connectionString, pool);
  return pool;
}

/** Runs one statement in the database of any instance. */
export async function sqlAt(
  connectionString: string,
  text: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> {
  return (await poolOf(connectionString).query(text, values)).rows as Record<string, unknown>[];
}

/** Somebody who was on nobody's list a moment ago; the password is that of the demo's people. */
export async function newPerson(
  name: string,
  role: "checker" | "editor",
  isIntern = false,
): Promise<{ id: string; email: string }> {
  const id = randomUUID();
  const email = `${id}@demo.local`;
  await sql(
    `INSERT INTO "user" (id, email, name, role, "isIntern", "passwordHash") SELECT $1, $2, $3, $4, $5, "passwordHash"
     FROM "user" WHERE email = $6`,
    [id, email, name, role, isIntern, people.admin],
  );
  return { id, email };
}

/** Opens a session for someone of the demo and returns the cookie that carries it; no form is driven, no try is counted. */
export function openSessionOf(person: Person) {
  return openSessionIn(homeUnderTest(), people[person]);
}

/** The same for whoever has that address, at the instance of a home folder. */
export async function openSessionIn(home: string, email: string) {
  const id = randomUUID();
  const { databaseUrl, url, port } = instanceIn(home);
  const rows = await sqlAt(
    databaseUrl,
    `INSERT INTO "session" (id, "userId", "createdAt", "lastSeenAt", "expiresAt", "stepUpAt")
     SELECT $1, id, now(), now(), now() + interval '1 hour', now() FROM "user" WHERE email = $2 RETURNING id`,
    [id, email],
  );
  if (rows.length !== 1) throw new Error(`There is no ${email} in the demo.`);
  const value = await encode({
    token: { sid: id },
    secret: readFileSync(join(home, "cookie-secret"), "utf8").trim(),
    maxAge: maxAgeSeconds,
  });
  return {
    id,
    cookie: { name: `countersign.session.${port}`, value, url, httpOnly: true, sameSite: "Lax" as const },
  };
}
