import "server-only";
import { db, type Reader } from "../core/db.server";
import type { Mentionable } from "./mentions";

/** Everyone who works here, as a comment may name them; five hundred at most. */
export async function mentionablePeople(reader: Reader = db()): Promise<Mentionable[]> {
  const rows = await reader.user.findMany({
    where: { deactivatedAt: null },
    select: { id: true, name: true, email: true },
    orderBy: { name: "asc" },
    take: 500,
  });
  return rows.map(({ id, name, email }) => ({ id, name, handle: email.split("@")[0] ?? "" }));
}
