import "server-only";
import { articlesSeen } from "../access/sight.server";
import type { Sight } from "../access/viewer";
import { db } from "../core/db.server";
import { urlKey } from "./article-identity";

export type ArticleAt = {
  id: string;
  state: string;
  currentCaptureId: string | null;
  failureMessage: string | null;
};

/**
 * The articles that this person sees at addresses, by each address as it was given; addresses of one page find one article.
 * Of several the one that is captured, then the first: a sheet or another article may have named the page before somebody
 * captured it.
 */
export async function articlesAt(viewer: Sight, urls: readonly string[]): Promise<Map<string, ArticleAt>> {
  const addresses = [...new Set(urls.flatMap((url) => [url, urlKey(url)]))];
  const found = await db().article.findMany({
    where: {
      id: await articlesSeen(viewer),
      OR: [{ url: { in: addresses } }, { canonicalUrl: { in: addresses } }],
    },
    orderBy: [{ currentCaptureId: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }],
    select: {
      id: true,
      url: true,
      canonicalUrl: true,
      state: true,
      currentCaptureId: true,
      failureMessage: true,
    },
  });
  const places = new Map<string, number>();
  for (const [place, { url, canonicalUrl }] of found.entries())
    for (const address of [url, canonicalUrl])
      if (address !== null && !places.has(address)) places.set(address, place);
  return new Map(
    urls.flatMap((url) => {
      const first = Math.min(...[url, urlKey(url)].map((address) => places.get(address) ?? Infinity));
      return found[first] ? [[url, found[first]] as const] : [];
    }),
  );
}
