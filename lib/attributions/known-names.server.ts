import "server-only";
import { outletKey } from "../articles/article-identity";
import { Prisma, rowsOf, type Tx } from "../core/db.server";
import type { KnownOutlet } from "./known-outlets";
import type { KnownEntity } from "./suggest-attributions";

/** Newsrooms name hundreds of outlets and entities, not more; beyond this the newest are left to the built-in rules. */
const most = 5_000;

/**
 * The outlets and entities that the desk knows, with their other names, for the suggestion rules. An outlet counts when
 * something besides a mention speaks for it: a site, an owner, an agency's mark, or a captured article.
 */
export async function knownNames(tx: Tx): Promise<{ outlets: KnownOutlet[]; entities: KnownEntity[] }> {
  const [entities, outlets] = await Promise.all([
    rowsOf<KnownEntity>(
      tx,
      Prisma.sql`SELECT name, kind, coalesce("otherNames", '{}') AS also FROM entity ORDER BY id LIMIT ${most}`,
    ),
    rowsOf<{ name: string; host: string | null }>(
      tx,
      Prisma.sql`
        SELECT name, host FROM outlet o
        WHERE host IS NOT NULL OR "ownerId" IS NOT NULL OR agency
          OR EXISTS (SELECT 1 FROM article a WHERE a."outletId" = o.id AND a.state = 'captured')
        ORDER BY id LIMIT ${most}`,
    ),
  ]);
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
