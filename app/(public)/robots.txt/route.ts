import { dataAnswer } from "../data-answers";
import { readerRoute } from "../reader-route";

export const dynamic = "force-dynamic";

/** Retracted and old versions stay open to robots: only who may read a page learns that it is gone or not to be kept. */
export const GET = readerRoute(async ({ pub }) => {
  const lines = [
    "User-agent: *",
    "Disallow: /desk",
    "Disallow: /sign-in",
    "Disallow: /invite",
    "Disallow: /api/",
    "Allow: /api/v1/publications/",
    "Allow: /api/v1/exports/",
    "Allow: /api/v1/claims:search",
    "Disallow: /report",
    "Disallow: /tip?",
    "Disallow: /verify?",
    "",
    `Sitemap: ${pub.site.url}/sitemap.xml`,
    `Sitemap: ${pub.site.url}/sitemap-news.xml`,
    "",
  ];
  return dataAnswer(pub, lines.join("\n"), "text/plain; charset=utf-8");
});
