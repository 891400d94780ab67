import "server-only";
import type { z } from "zod";
import { outletKey } from "../articles/article-identity";
import { decodeCursor, page } from "../core/cursor";
import { db, type Prisma } from "../core/db.server";
import type { OutletDto } from "./dto";
import type { listOutletsSchema } from "./schema";

const pageSize = 50;

const outletSelect = {
  id: true,
  name: true,
  nameKey: true,
  host: true,
  agency: true,
  version: true,
  owner: { select: { id: true, name: true } },
  names: { select: { name: true }, orderBy: { nameKey: "asc" } },
  _count: { select: { articles: true } },
} satisfies Prisma.OutletSelect;

function toDto(row: Prisma.OutletGetPayload<{ select: typeof outletSelect }>): OutletDto {
  const { id, name, host, agency, version, owner } = row;
  return {
    id,
    name,
    host,
    agency,
    version,
    owner,
    otherNames: row.names.map((other) => other.name),
    articles: row._count.articles,
  };
}

/** Outlets by name, a page at a time; a search finds other names too. */
export async function listOutlets(
  input: z.output<typeof listOutletsSchema>,
): Promise<{ items: OutletDto[]; nextCursor: string | null }> {
  const after = decodeCursor(input.cursor, 1);
  const words = input.q?.trim() ? outletKey(input.q) : "";
  const rows = await db().outlet.findMany({
    where: {
      sameAsId: null,
      ...(after ? { nameKey: { gt: String(after[0]) } } : {}),
      ...(words
        ? { OR: [{ nameKey: { contains: words } }, { names: { some: { nameKey: { contains: words } } } }] }
        : {}),
    },
    select: outletSelect,
    orderBy: { nameKey: "asc" },
    take: pageSize + 1,
  });
  const keys = new Map(rows.map((row) => [row.id, row.nameKey]));
  return page(rows.map(toDto), pageSize, (row) => [keys.get(row.id)!]);
}

/** One outlet, also by the id of one of its other names; null when there is none. */
export async function getOutlet(id: string): Promise<OutletDto | null> {
  const named = await db().outlet.findUnique({ where: { id }, select: { sameAsId: true } });
  const row =
    named && (await db().outlet.findUnique({ where: { id: named.sameAsId ?? id }, select: outletSelect }));
  return row && toDto(row);
}
