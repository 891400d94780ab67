import { notFoundAnswer, readerRoute } from "../../reader-route";
import { sitemapFile } from "../../sitemap-answers";

export const dynamic = "force-dynamic";

/** The files that the index of sitemaps names. */
export const GET = readerRoute<{ file: string }>(async ({ params, pub }) => {
  const name = /^(pages|[1-9]\d{0,3})\.xml$/.exec(params.file)?.[1];
  if (name === undefined) return notFoundAnswer(pub);
  return (await sitemapFile(pub, name === "pages" ? "pages" : Number(name))) ?? notFoundAnswer(pub);
});
