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

function homeFile(name: string): string {
  const home = process.env.COUNTERSIGN_HOME;
  if (!home) throw new Error("COUNTERSIGN_HOME names no running instance.");
  return readFileSync(join(home, name), "utf8");
}

/** The instance under test, as it wrote itself down. */
export function instance(): Instance {
  return JSON.parse(homeFile("instance.json")) as Instance;
}

/** Runs one statement in the database of the instance under test. */
export function sql(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  return sqlAt(instance().databaseUrl, text, values);
}

/** Runs one statement in the database of any instance. */
export async function sqlAt(
  connectionString: string,
  text: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(text, values)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
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
export async function openSessionOf(person: Person) {
  const id = randomUUID();
  const rows = await sql(
    `INSERT INTO "session" (id, "userId", "createdAt", "lastSeenAt", "expiresAt", "stepUpAt")
     SELECT $1, id, now(), now(), now() + interval '1 hour', now() FROM "user" WHERE email = $2 RETURNING id`,
    [id, people[person]],
  );
  if (rows.length !== 1) throw new Error(`There is no ${people[person]} in the demo.`);
  const value = await encode({
    token: { sid: id },
    secret: homeFile("cookie-secret").trim(),
    maxAge: maxAgeSeconds,
  });
  const { url, port } = instance();
  return {
    id,
    cookie: { name: `countersign.session.${port}`, value, url, httpOnly: true, sameSite: "Lax" as const },
  };
}
