import "server-only";
import type { Tx } from "../core/db.server";
import { urlKey } from "./article-identity";

/** The same address, or the same bytes from the same outlet, is the same article. Unknown outlets are never taken for one. */
export async function sameSource(
  tx: Tx,
  source: { url: string | null; outletId: string | null; sha256: string },
  except = "",
): Promise<string | null> {
  const key = source.url ? urlKey(source.url) : null;
  if (!key && !source.outletId) return null;
  // Two people adding the same page at once wait for each other here.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`article:${key ?? source.outletId}`}))`;
  if (key) {
    const byUrl = await tx.article.findFirst({
      where: {
        id: { not: except },
        OR: [{ url: { in: [key, source.url!] } }, { canonicalUrl: { in: [key, source.url!] } }],
      },
      select: { id: true },
    });
    if (byUrl) return byUrl.id;
  }
  if (!source.outletId) return null;
  const byBytes = await tx.capture.findFirst({
    where: { sha256: source.sha256, article: { outletId: source.outletId, id: { not: except } } },
    select: { articleId: true },
  });
  return byBytes?.articleId ?? null;
}
