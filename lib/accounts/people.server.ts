import "server-only";
import { db } from "../core/db.server";

/** The people who can be given work, by name. */
export async function listPeople(): Promise<{ id: string; name: string }[]> {
  return db().user.findMany({
    where: { deactivatedAt: null },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
    take: 500,
  });
}
