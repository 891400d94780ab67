import "server-only";
import type { z } from "zod";
import { decodeCursor, page } from "../core/cursor";
import { db, type Prisma } from "../core/db.server";
import type { EntityDto, EntityLinkDto } from "./dto";
import { interestsOfEntity } from "./interests";
import type { listEntitiesSchema } from "./schema";

const pageSize = 50;
const byName = { select: { id: true, name: true } } as const;

const entityInclude = {
  outlets: { where: { sameAsId: null }, select: { id: true, name: true }, orderBy: { name: "asc" } },
  linksFrom: { include: { to: byName }, orderBy: { id: "asc" } },
  linksTo: { include: { from: byName }, orderBy: { id: "asc" } },
} satisfies Prisma.EntityInclude;

function toDto(row: Prisma.EntityGetPayload<{ include: typeof entityInclude }>): EntityDto {
  const { id, name, otherNames, version, outlets } = row;
  const known = interestsOfEntity(row);
  const plain = (link: { id: string; kind: string; status: string; reason: string | null }) => ({
    id: link.id,
    kind: link.kind as EntityLinkDto["kind"],
    status: link.status as EntityLinkDto["status"],
    reason: link.reason,
  });
  return {
    id,
    name,
    kind: row.kind as EntityDto["kind"],
    otherNames,
    interests: known && { words: known.words, source: known.source },
    version,
    outlets,
    links: [
      ...row.linksFrom.map((link) => ({ ...plain(link), isFrom: true, other: link.to })),
      ...row.linksTo.map((link) => ({ ...plain(link), isFrom: false, other: link.from })),
    ],
  };
}

/** People and organisations by name, a page at a time; a search finds other names that are written just so, too. */
export async function listEntities(
  input: z.output<typeof listEntitiesSchema>,
): Promise<{ items: EntityDto[]; nextCursor: string | null }> {
  const after = decodeCursor(input.cursor, 2);
  const words = input.q?.trim();
  const rows = await db().entity.findMany({
    where: {
      AND: [
        after
          ? {
              OR: [
                { name: { gt: String(after[0]) } },
                { name: String(after[0]), id: { gt: String(after[1]) } },
              ],
            }
          : {},
        words
          ? { OR: [{ name: { contains: words, mode: "insensitive" } }, { otherNames: { has: words } }] }
          : {},
      ],
    },
    include: entityInclude,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: pageSize + 1,
  });
  return page(rows.map(toDto), pageSize, (row) => [row.name, row.id]);
}

/** One person or organisation; null when there is none. */
export async function getEntity(id: string): Promise<EntityDto | null> {
  const row = await db().entity.findUnique({ where: { id }, include: entityInclude });
  return row && toDto(row);
}
