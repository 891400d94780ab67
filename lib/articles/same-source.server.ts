import "server-only";
import { Prisma, rowsOf, sendLater, type Tx } from "../core/db.server";
import { urlKey } from "./article-identity";

/** The same address, or the same bytes from the same outlet, is the same article. Unknown outlets are never taken for one. */
export async function sameSource(
  tx: Tx,
  source: { url: string | null; outletId: string | null; sha256: string },
  except = "",
): Promise<string | null> {
  const key = source.url ? urlKey(source.url) : null;
  if (!key && !source.outletId) return null;
  await lockSource(tx, key ?? source.outletId!);
  const byUrl = Prisma.sql`
    SELECT id FROM article WHERE id <> ${except}
      AND (url IN (${key}, ${source.url}) OR "canonicalUrl" IN (${key}, ${source.url})) LIMIT 1`;
  const byBytes = Prisma.sql`
    SELECT a.id FROM capture c JOIN article a ON a.id = c."articleId"
    WHERE c.sha256 = ${source.sha256} AND a."outletId" = ${source.outletId} AND a.id <> ${except} LIMIT 1`;
  const found = await Promise.all([
    key ? rowsOf<{ id: string }>(tx, byUrl) : [],
    source.outletId ? rowsOf<{ id: string }>(tx, byBytes) : [],
  ]);
  return found.flat()[0]?.id ?? null;
}

/** Two people adding what is at one address (`urlKey`) at once wait for each other here; of none, what one outlet published. */
export async function lockSource(tx: Tx, key: string): Promise<void> {
  await sendLater(tx, Prisma.sql`SELECT pg_advisory_xact_lock(hashtext(${`article:${key}`}))`);
}
