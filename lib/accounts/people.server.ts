import "server-only";
import type { Role } from "../claims/vocabulary";
import { db } from "../core/db.server";

/** The people who can be given work, by name. */
export async function listPeople(): Promise<{ id: string; name: string }[]> {
  return (await peopleByRole()).map(({ id, name }) => ({ id, name }));
}

/** The same with their roles, which no list of names needs to know. */
export async function peopleByRole(): Promise<{ id: string; name: string; role: Role }[]> {
  const rows = await db().user.findMany({
    where: { deactivatedAt: null },
    select: { id: true, name: true, role: true },
    orderBy: { name: "asc" },
    take: 500,
  });
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}
