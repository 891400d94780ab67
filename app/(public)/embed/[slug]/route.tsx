import { EmbedPage } from "@/components/reader/embed-page";
import { verdictPath } from "@/components/reader/reader-paths";
import { publicVerdict } from "@/lib/publications/public-records.server";
import { isPublication } from "@/lib/publications/verdict-versions";
import { isWithheld } from "@/lib/publications/withheld";
import { readerWords } from "@/lib/words/reader";
import { forgetGood, keptPage } from "../../kept-answers";
import { readerRoute } from "../../reader-route";
import { framedHeaders, renderPage } from "../../render-reader";
import { EmbedNote } from "./embed-note";

export const dynamic = "force-dynamic";

/** The verdict for other people's pages: the only page that may be framed. */
export const GET = readerRoute<{ slug: string }>(async ({ params, pub, url }) => {
  const found = await publicVerdict(params.slug);
  const current = found.ok ? found.value.versions.at(-1) : undefined;
  if (current && isPublication(current)) {
    const page = () => renderPage(<EmbedPage site={pub.site} signed={current} />);
    const body = await keptPage(`${pub.key} embed ${current.sha256}`, page);
    const headers = framedHeaders(pub, { "Content-Language": current.record.language });
    return { body, status: 200, headers: { ...headers, "X-Robots-Tag": "noindex" } };
  }
  forgetGood(url.pathname + url.search);
  const gone = current && isWithheld(current) ? 451 : 410;
  const status = found.ok ? gone : found.error.kind === "not_found" ? 404 : 503;
  const said = readerWords(pub.site.speaks).problems.embed;
  const titles = { 404: said.unknown, 410: said.retracted, 451: said.withheld, 503: said.broken };
  const why = { href: pub.site.url + verdictPath(params.slug), words: said.why };
  const note = <EmbedNote site={pub.site} title={titles[status]} link={found.ok ? why : null} />;
  const more: Record<string, string> = status === 503 ? { "Cache-Control": "no-store" } : {};
  return { body: await renderPage(note), status, headers: framedHeaders(pub, more) };
});
