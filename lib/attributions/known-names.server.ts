import "server-only";
import { outletKey } from "../articles/article-identity";
import type { Tx } from "../core/db.server";
import type { KnownOutlet } from "./known-outlets";
import type { KnownEntity } from "./suggest-attributions";

/** Newsrooms name hundreds of outlets and entities, not more; beyond this the newest are left to the built-in rules. */
const most = 5_000;

/**
 * The outlets and entities that the desk knows, with their other names, for the suggestion rules. An outlet counts when
 * something besides a mention speaks for it: a site, an owner, an agency's mark, or a captured article.
 */
export async function knownNames(tx: Tx): Promise<{ outlets: KnownOutlet[]; entities: KnownEntity[] }> {
  const rows = await tx.entity.findMany({ orderBy: { id: "asc" }, take: most });
  const entities = rows.map(({ name, kind, otherNames }) => ({ name, kind, also: otherNames }));
  const outlets = await tx.outlet.findMany({
    where: {
      OR: [
        { host: { not: null } },
        { ownerId: { not: null } },
        { agency: true },
        { articles: { some: { state: "captured" } } },
      ],
    },
    orderBy: { id: "asc" },
    take: most,
    select: { name: true, host: true },
  });
  const otherNames = new Map(
    entities.flatMap((entity) => {
      const all = [entity.name, ...entity.also];
      return all.map((name) => [outletKey(name), all] as const);
    }),
  );
  return {
    outlets: outlets.map(({ name, host }) => ({
      name,
      also: (otherNames.get(outletKey(name)) ?? []).filter((other) => other !== name),
      host,
    })),
    entities,
  };
}
