import { openSessionOf, sql, type Person } from "../sessions";

/** Who tries a page or a form at a browser. The first checker and the first editor wrote parts of every claim here. */
const people = {
  nobody: null,
  "a forged cookie": null,
  "a revoked session": null,
  "an expired session": null,
  "a session idle for a day": null,
  "a deactivated editor": null,
  "checker, author": "checker",
  "checker, no author": "second",
  "editor, author": "editor",
  "editor, no author": "otherEditor",
  admin: "admin",
} as const satisfies Record<string, Person | null>;

export type Who = keyof typeof people;
export const everyone = Object.keys(people) as Who[];
export const staff = everyone.filter((who) => people[who] !== null);
export const strangers = everyone.filter((who) => people[who] === null);

/** What ended the session, as SQL: each belongs to the editor who could otherwise do most. */
const endings: Partial<Record<Who, string>> = {
  "a revoked session": `"revokedAt" = now()`,
  "an expired session": `"expiresAt" = now() - interval '1 second'`,
  "a session idle for a day": `"lastSeenAt" = now() - interval '1 day'`,
};

/** An editor whose account was deactivated while a session was open. */
async function deactivatedEditor(): Promise<string> {
  await sql(
    `INSERT INTO "user" (id, email, name, role, "deactivatedAt") VALUES ('gone', 'gone@demo.local', 'Gone Editor', 'editor', now())
     ON CONFLICT DO NOTHING`,
  );
  return "gone";
}

/** A session as this person holds it, and the Cookie header that carries it; null for who has none. */
export async function sessionOf(who: Who): Promise<{ id: string; cookie: string } | null> {
  if (who === "nobody") return null;
  const { id, cookie } = await openSessionOf(people[who] ?? "otherEditor");
  if (endings[who]) await sql(`UPDATE "session" SET ${endings[who]} WHERE id = $1`, [id]);
  if (who === "a deactivated editor")
    await sql(`UPDATE "session" SET "userId" = $2 WHERE id = $1`, [id, await deactivatedEditor()]);
  const value = who === "a forged cookie" ? cookie.value.replace(/.{6}$/, "AAAAAA") : cookie.value;
  return { id, cookie: `${cookie.name}=${value}` };
}

/** The Cookie header of each. */
export async function allCookies(): Promise<Record<Who, string | null>> {
  const pairs = await Promise.all(
    everyone.map(async (who) => [who, (await sessionOf(who))?.cookie ?? null] as const),
  );
  return Object.fromEntries(pairs) as Record<Who, string | null>;
}

/** Runs `work` for each, a few at a time. */
export async function fewAtATime<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  width = 4,
): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
