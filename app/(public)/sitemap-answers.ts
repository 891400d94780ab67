import { keyPath, monthPath, readerPaths, sitePagePath, verdictPath } from "@/components/reader/reader-paths";
import { countMonths, listNameKeys } from "@/lib/publications/count-verdicts.server";
import { countCurrent, listCurrent, listSitemap } from "@/lib/publications/queries";
import type { PublicSite } from "@/lib/publications/public-site.server";
import {
  newsSitemap,
  sitemap,
  sitemapIndex,
  sitemapSize,
  type SitemapAddress,
} from "@/lib/publications/sitemaps";
import type { SitePageName } from "@/lib/site-pages/pages";
import { isPublication } from "@/lib/publications/verdict-versions";
import { dataAnswer } from "./data-answers";
import { keptList, type KeptAnswer } from "./kept-answers";

const xmlType = "application/xml; charset=utf-8";
const newsDays = 2;
const mostNews = 1_000;

async function verdictPlaces(pub: PublicSite, number: number, size: number): Promise<SitemapAddress[]> {
  const places = await listSitemap(number, size);
  return places.map(({ slug, changedAt }) => ({
    url: pub.site.url + verdictPath(slug),
    changedAt: changedAt.toISOString(),
  }));
}

function latest(places: readonly SitemapAddress[]): string | null {
  return places.reduce<string | null>(
    (last, { changedAt }) => (changedAt !== null && (last === null || changedAt > last) ? changedAt : last),
    null,
  );
}

/**
 * The pages that are no verdicts, most important first. The home page changed when the last verdict did; of the others
 * nobody knows: a retraction changes them too, and leaves nothing behind that would say when.
 */
async function standingPlaces(pub: PublicSite, changedAt: string | null): Promise<SitemapAddress[]> {
  const { home, archive, corrections, tip } = readerPaths;
  const own = new Set<SitePageName>(["methodology", "ratings", ...pub.site.pages]);
  const [months, names] = await Promise.all([countMonths(), listNameKeys()]);
  const paths = [
    ...[archive, corrections, tip],
    ...[...own].map((page) => sitePagePath(page)),
    ...months.map(({ month }) => monthPath(month)),
    ...names.map(({ kind, key }) => keyPath(kind, key)),
  ];
  const others = paths.map((path) => ({ url: pub.site.url + path, changedAt: null }));
  return [{ url: pub.site.url + home, changedAt }, ...others].slice(0, sitemapSize);
}

/** `/sitemap.xml`: all addresses, or an index of files with `size` each when one file cannot hold them. */
export function wholeSitemap(pub: PublicSite, size: number = sitemapSize): Promise<KeptAnswer> {
  return keptList(`${pub.key} sitemap ${size}`, async () => {
    const total = await countCurrent();
    const places = total <= size ? await verdictPlaces(pub, 0, size) : [];
    const all = total <= size ? [...(await standingPlaces(pub, latest(places))), ...places] : [];
    if (total <= size && all.length <= size) return dataAnswer(pub, sitemap(all), xmlType);
    const files = Array.from({ length: Math.ceil(total / size) }, (_, index) => ({
      url: `${pub.site.url}/sitemaps/${index + 1}.xml`,
      changedAt: null,
    }));
    const pages = { url: `${pub.site.url}/sitemaps/pages.xml`, changedAt: null };
    return dataAnswer(pub, sitemapIndex([pages, ...files]), xmlType);
  });
}

/** One file of the index: the pages that are no verdicts, or chunk `number` (from 1); null when there is none. */
export async function sitemapFile(
  pub: PublicSite,
  number: number | "pages",
  size: number = sitemapSize,
): Promise<KeptAnswer | null> {
  if (number === "pages") return dataAnswer(pub, sitemap(await standingPlaces(pub, null)), xmlType);
  const places = await verdictPlaces(pub, number - 1, size);
  return places.length === 0 ? null : dataAnswer(pub, sitemap(places), xmlType);
}

/** `/sitemap-news.xml`: what was first published in the last two days and still holds. */
export function news(pub: PublicSite, now: Date): Promise<KeptAnswer> {
  return keptList(`${pub.key} news`, async () => {
    const since = new Date(now.getTime() - newsDays * 24 * 60 * 60 * 1000);
    const found = await listCurrent({ limit: mostNews, since });
    const items = found.items.flatMap(({ versions }) => {
      const [first, current] = [versions[0], versions.at(-1)];
      if (!first || !current || !isPublication(current)) return [];
      const { slug, publisher, language, finding, rating } = current.record;
      const { publishedAt } = first.record;
      if (new Date(publishedAt) < since) return [];
      const title = `${rating.label}: ${finding}`;
      return {
        url: pub.site.url + verdictPath(slug),
        publisher: publisher.name,
        language,
        publishedAt,
        title,
      };
    });
    return dataAnswer(pub, newsSitemap(items), xmlType);
  });
}
