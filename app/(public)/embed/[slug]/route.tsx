import { EmbedPage } from "@/components/reader/embed-page";
import { verdictPath } from "@/components/reader/reader-paths";
import { siteBeside } from "@/components/reader/reader-site";
import { publicVerdict } from "@/lib/publications/public-records.server";
import { standingOf } from "@/lib/publications/standing-notices";
import { isPublication, isRetraction } from "@/lib/publications/verdict-versions";
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
  if (found.ok && current && isPublication(current)) {
    const standing = standingOf(found.value);
    const page = () => renderPage(<EmbedPage site={pub.site} signed={current} notices={standing} />);
    const beside = found.value.notices.map(({ sha256 }) => sha256).join(" ");
    const body = await keptPage(`${pub.key} embed ${current.sha256} ${beside}`, page);
    const headers = framedHeaders(pub, { "Content-Language": current.record.language });
    return { body, status: 200, headers: { ...headers, "X-Robots-Tag": "noindex" } };
  }
  forgetGood(url.pathname + url.search);
  const gone = current && isWithheld(current) ? 451 : 410;
  const status = found.ok ? gone : found.error.kind === "not_found" ? 404 : 503;
  const retracted = current && isRetraction(current) ? current.record : null;
  const site = retracted ? siteBeside(pub.site, retracted.language) : pub.site;
  const said = readerWords(site.speaks).problems.embed;
  const titles = { 404: said.unknown, 410: said.retracted, 451: said.withheld, 503: said.broken };
  const why = {
    href: pub.site.url + verdictPath(params.slug),
    words: retracted ? said.whyRetracted : said.why,
  };
  const about = retracted && {
    text: retracted.claim.text,
    language: retracted.language,
    label: retracted.label,
    at: retracted.publishedAt,
  };
  const note = <EmbedNote site={site} title={titles[status]} about={about} link={found.ok ? why : null} />;
  const more: Record<string, string> = {
    ...(retracted ? { "Content-Language": retracted.language } : {}),
    ...(status === 503 ? { "Cache-Control": "no-store" } : {}),
  };
  return { body: await renderPage(note), status, headers: framedHeaders(pub, more) };
});
