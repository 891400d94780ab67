import { printedNames, type NameKind } from "./listing";
import type { PublicationRecord } from "./record";

/** What is known of a verdict after something of it was published. */
export type ChangedVerdict = {
  slug: string;
  /** All its numbers, retractions included. */
  versions: readonly number[];
  /** The newest publication and the one before: a name that only the old one prints lost a verdict. */
  records: readonly PublicationRecord[];
  /** Of its first publication, `2023-07`. */
  month: string | null;
};

const nameFolders: Record<NameKind, string> = { topic: "topics", claimant: "claimants", outlet: "outlets" };
const feeds = ["verdicts", "corrections"].flatMap((what) =>
  ["atom", "rss", "json"].map((format) => `/feeds/${what}.${format}`),
);

/** A page of words, at its address in each language of the interface. */
function inEach(languages: readonly string[], path: string): string[] {
  return [path, ...languages.map((language) => (path === "/" ? `/${language}` : `/${language}${path}`))];
}

/**
 * Paths of the readers' pages that change with a verdict, most important first: the verdict, its versions, frame and
 * pictures, the lists, the pages of its names, feeds and sitemaps. Pages of a list after the first and searches are left
 * out: no cache in front keeps what has a query.
 */
export function edgeAddressesOf(changed: ChangedVerdict, languages: readonly string[]): string[] {
  const { versions, records, month } = changed;
  const slug = encodeURIComponent(changed.slug);
  const names = records
    .flatMap(printedNames)
    .map(({ kind, key }) => `/${nameFolders[kind]}/${encodeURIComponent(key)}`);
  const topics = records.flatMap(({ claim }) => claim.topics).map(encodeURIComponent);
  const lists = ["/", "/corrections", "/archive", ...(month === null ? [] : [`/archive/${month}`]), ...names];
  const all = [
    `/verdicts/${slug}`,
    ...versions.map((version) => `/verdicts/${slug}/v/${version}`),
    `/embed/${slug}`,
    ...lists.flatMap((path) => inEach(languages, path)),
    ...feeds,
    "/feeds/claimreview.json",
    ...topics.flatMap((topic) => ["atom", "rss", "json"].map((format) => `/feeds/topics/${topic}.${format}`)),
    "/sitemap.xml",
    "/sitemap-news.xml",
    ...versions.map((version) => `/cards/${slug}/${version}.png`),
  ];
  return [...new Set(all)];
}

/** Paths that change when the newsroom signs a page about itself: the page and its versions, and home, which links it. */
export function edgeAddressesOfPage(
  page: string,
  versions: readonly number[],
  languages: readonly string[],
): string[] {
  const own = [`/${page}`, ...versions.map((version) => `/${page}/v/${version}`), "/"];
  return [...own.flatMap((path) => inEach(languages, path)), "/sitemap.xml"];
}
