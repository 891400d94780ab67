import "server-only";
import { db, type Tx } from "../core/db.server";
import type { Mentionable } from "./mentions";

/** Everyone who works here, as a comment may name them; five hundred at most. */
export async function mentionablePeople(tx: Tx | ReturnType<typeof db> = db()): Promise<Mentionable[]> {
  const rows = await tx.user.findMany({
    where: { deactivatedAt: null },
    select: { id: true, name: true, email: true },
    orderBy: { name: "asc" },
    take: 500,
  });
  return rows.map(({ id, name, email }) => ({ id, name, handle: email.split("@")[0] ?? "" }));
}
