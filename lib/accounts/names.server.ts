import "server-only";
import { db } from "../core/db.server";

/** Names by id of the accounts that are named here, in one query; ids may repeat or be missing. */
export async function namesOf(ids: readonly (string | null | undefined)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))];
  const people = await db().user.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}
