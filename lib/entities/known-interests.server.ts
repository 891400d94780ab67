import "server-only";
import { db } from "../core/db.server";
import { interestsByName, interestsOfEntity, type KnownInterests } from "./interests";

const select = { id: true, name: true, otherNames: true, interests: true, interestsSource: true } as const;

/** Whose interests are noted, by name: asked for beside origins. They are few: noted by hand, one by one. */
export async function knownInterests(): Promise<(name: string) => KnownInterests | null> {
  const rows = await db().entity.findMany({
    where: { interests: { not: null } },
    select,
    orderBy: { id: "asc" },
    take: 5_000,
  });
  return interestsByName(rows);
}

/** The interests of these people and organisations that are noted, by id. */
export async function interestsOf(entityIds: readonly string[]): Promise<Map<string, KnownInterests>> {
  if (entityIds.length === 0) return new Map();
  const rows = await db().entity.findMany({
    where: { id: { in: [...new Set(entityIds)] }, interests: { not: null } },
    select,
  });
  return new Map(rows.flatMap((row) => interestsOfEntity(row) ?? []).map((known) => [known.entityId, known]));
}
