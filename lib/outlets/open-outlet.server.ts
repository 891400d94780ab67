import "server-only";
import type { Viewer } from "../access/viewer";
import { reopenClaimsOn } from "../claims/claims-on-article.server";
import { Prisma, type Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { notFound, refuse, type Failure } from "../core/result";

export type OutletRow = {
  id: string;
  name: string;
  nameKey: string;
  host: string | null;
  agency: boolean;
  ownerId: string | null;
  sameAsId: string | null;
  version: number;
};

/**
 * Locks rows of outlets, names of others among them, until the command ends; those that are not there are left out. Always
 * in one order, so that two people who lock the same do not wait for each other for ever.
 */
export async function lockOutlets(tx: Tx, ids: readonly string[]): Promise<OutletRow[]> {
  return tx.$queryRaw<OutletRow[]>`
    SELECT id, name, "nameKey", host, agency, "ownerId", "sameAsId", version FROM outlet
    WHERE id = ANY(${[...ids]}) ORDER BY id FOR UPDATE`;
}

/** Locks an outlet until the command ends; another name of an outlet is no outlet. */
export async function lockOutlet(tx: Tx, outletId: string): Promise<OutletRow> {
  const [row] = await lockOutlets(tx, [outletId]);
  return row && row.sameAsId === null ? row : refuse(notFound("outlet"));
}

/** Outlets' names are printed: whoever changes one wrote about each article of which a claim may print it; claims that were ready go back to review. */
export async function noteOutletName(tx: Tx, viewer: Viewer, outletId: string, now: Date): Promise<void> {
  const articleIds = await articlesInUse(tx, outletId);
  await tx.contribution.createMany({
    data: articleIds.map((id) => ({
      id: newId(),
      articleId: id,
      userId: viewer.id,
      what: "outlet",
      subjectId: id,
      at: now,
    })),
  });
  await reopenClaimsOn(tx, viewer, articleIds, now);
}

/**
 * Articles of an outlet, or of these ids of its own alone, of which a claim prints something: whoever prints them is told
 * when its name is another.
 */
export async function articlesInUse(tx: Tx, outletId: string, ids?: readonly string[]): Promise<string[]> {
  const among = ids ? Prisma.sql`AND a.id = ANY(${[...ids]})` : Prisma.empty;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM article a WHERE a."outletId" = ${outletId} ${among} AND (
      EXISTS (SELECT 1 FROM evidence e WHERE e."articleId" = a.id AND e."removedAt" IS NULL)
      OR EXISTS (SELECT 1 FROM attribution t WHERE t."toArticleId" = a.id)
      OR EXISTS (SELECT 1 FROM quote q JOIN claim c ON c."appearanceQuoteId" = q.id WHERE q."articleId" = a.id))`;
  return rows.map(({ id }) => id);
}

/** Why a name cannot be given: it is this outlet's already, or another's, with which it can be made one. */
export function takenName(
  taken: { id: string; name: string; sameAsId: string | null },
  own: string,
): Failure {
  const isOwn = taken.id === own || taken.sameAsId === own;
  const detail = isOwn
    ? "The outlet has this name already."
    : `“${taken.name}” is a name of another outlet. If they are one, make them one below.`;
  return {
    kind: "conflict",
    code: "name-taken",
    detail,
    issues: [{ code: "name-taken", field: "name", message: detail }],
  };
}
