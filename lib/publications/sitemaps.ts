import { xmlDeclaration, xmlElement } from "./xml";

/** Most addresses that one sitemap may hold (sitemaps.org). */
export const sitemapSize = 50_000;

const sitemapNames = "http://www.sitemaps.org/schemas/sitemap/0.9";
const newsNames = "http://www.google.com/schemas/sitemap-news/0.9";

export type SitemapAddress = { url: string; changedAt: string | null };

function places(name: "url" | "sitemap", addresses: readonly SitemapAddress[]): string[] {
  return addresses.map(({ url, changedAt }) => {
    const changed = changedAt === null ? "" : xmlElement("lastmod", changedAt);
    return `<${name}>${xmlElement("loc", url)}${changed}</${name}>`;
  });
}

/** A sitemap; `changedAt` is when the page really changed, and left out where nobody knows. */
export function sitemap(addresses: readonly SitemapAddress[]): string {
  return [
    `${xmlDeclaration}<urlset xmlns="${sitemapNames}">`,
    ...places("url", addresses),
    "</urlset>\n",
  ].join("\n");
}

/** An index of sitemaps. */
export function sitemapIndex(addresses: readonly SitemapAddress[]): string {
  return [
    `${xmlDeclaration}<sitemapindex xmlns="${sitemapNames}">`,
    ...places("sitemap", addresses),
    "</sitemapindex>\n",
  ].join("\n");
}

export type NewsItem = {
  url: string;
  publisher: string;
  language: string;
  publishedAt: string;
  title: string;
};

/** A Google News sitemap; the caller gives what was first published in the last two days, 1,000 at most. */
export function newsSitemap(items: readonly NewsItem[]): string {
  return [
    `${xmlDeclaration}<urlset xmlns="${sitemapNames}" xmlns:news="${newsNames}">`,
    ...items.map(({ url, publisher, language, publishedAt, title }) =>
      [
        `<url>${xmlElement("loc", url)}<news:news><news:publication>`,
        xmlElement("news:name", publisher),
        xmlElement("news:language", language),
        "</news:publication>",
        xmlElement("news:publication_date", publishedAt),
        xmlElement("news:title", title),
        "</news:news></url>",
      ].join(""),
    ),
    "</urlset>\n",
  ].join("\n");
}
