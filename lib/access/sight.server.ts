import "server-only";
import { db, Prisma } from "../core/db.server";
import type { Sight } from "./viewer";

/** The condition that this viewer sees the claim with that id, a column such as `c.id`. */
export function seesClaim(viewer: Sight, id: Prisma.Sql): Prisma.Sql {
  if (viewer.sees === "everything") return Prisma.sql`true`;
  return Prisma.sql`${id} IN (SELECT own.id FROM own_claims(${viewer.id}) own)`;
}

/** The claims that this viewer sees, for a `FROM`, of which only `id` may be asked: who has few of their own is answered from those. */
export function seenClaims(viewer: Sight): Prisma.Sql {
  return viewer.sees === "everything" ? Prisma.sql`claim` : Prisma.sql`own_claims(${viewer.id})`;
}

/** The condition that this viewer sees the article with that id, a column such as `a.id`. */
export function seesArticle(viewer: Sight, id: Prisma.Sql): Prisma.Sql {
  if (viewer.sees === "everything") return Prisma.sql`true`;
  return Prisma.sql`${id} IN (SELECT own.id FROM own_articles(${viewer.id}) own)`;
}

type Ids = { in?: string[] };

/** For Prisma's `where` of a claim's id: nothing for who sees everything, else the ids of their own. */
export async function claimsSeen(viewer: Sight): Promise<Ids> {
  if (viewer.sees === "everything") return {};
  const rows = await db().$queryRaw<{ id: string }[]>`SELECT own.id FROM own_claims(${viewer.id}) own`;
  return { in: rows.map(({ id }) => id) };
}

/** The same for an article's id. */
export async function articlesSeen(viewer: Sight): Promise<Ids> {
  if (viewer.sees === "everything") return {};
  const rows = await db().$queryRaw<{ id: string }[]>`SELECT own.id FROM own_articles(${viewer.id}) own`;
  return { in: rows.map(({ id }) => id) };
}

/** Those of the ids that name something this viewer may not see; an id of nothing is not among them. */
export async function hiddenFrom(viewer: Sight, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (viewer.sees === "everything" || ids.length === 0) return new Set();
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT h.id FROM hidden_from(${viewer.id}, ${[...ids]}::text[]) h`;
  return new Set(rows.map(({ id }) => id));
}

/** Whether this viewer may see whatever the id names; true of an id that names nothing. */
export async function mayNameId(viewer: Sight, id: string): Promise<boolean> {
  return (await hiddenFrom(viewer, [id])).size === 0;
}
