import "server-only";
import { db } from "../core/db.server";

/** Newsrooms name hundreds of people and organisations, not more. */
const most = 5_000;

/** The names that each person or organisation is known by, one list each; those that a person said are the same share one. */
export async function knownAliases(): Promise<string[][]> {
  const rows = await db().entity.findMany({
    select: {
      id: true,
      name: true,
      otherNames: true,
      linksFrom: { where: { kind: "same-as", status: "confirmed" }, select: { toId: true } },
    },
    orderBy: { id: "asc" },
    take: most,
  });
  const listOf = new Map(rows.map(({ id, name, otherNames }) => [id, new Set([name, ...otherNames])]));
  for (const { id, linksFrom } of rows)
    for (const { toId } of linksFrom) {
      const [own, same] = [listOf.get(id), listOf.get(toId)];
      if (!own || !same || own === same) continue;
      for (const name of own) same.add(name);
      for (const [other, list] of listOf) if (list === own) listOf.set(other, same);
    }
  return [...new Set(listOf.values())].filter(({ size }) => size > 1).map((list) => [...list]);
}
