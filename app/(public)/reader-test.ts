import { GET as card } from "./cards/[slug]/[file]/route";
import { GET as embed } from "./embed/[slug]/route";
import { GET as claimReviews } from "./feeds/claimreview.json/route";
import { GET as archive } from "./archive/route";
import { GET as month } from "./archive/[month]/route";
import { GET as claimant } from "./claimants/[name]/route";
import { GET as outlet } from "./outlets/[name]/route";
import { GET as topic } from "./topics/[name]/route";
import { GET as correctionsAtom } from "./feeds/corrections.atom/route";
import { GET as correctionsJson } from "./feeds/corrections.json/route";
import { GET as correctionsRss } from "./feeds/corrections.rss/route";
import { GET as topicFeed } from "./feeds/topics/[topic]/route";
import { GET as atom } from "./feeds/verdicts.atom/route";
import { GET as json } from "./feeds/verdicts.json/route";
import { GET as rss } from "./feeds/verdicts.rss/route";
import { GET as corrections } from "./corrections/route";
import { GET as font } from "./fonts/inter.woff2/route";
import { GET as about } from "./about/route";
import { GET as aboutVersion } from "./about/v/[n]/route";
import { GET as methodology } from "./methodology/route";
import { GET as methodologyVersion } from "./methodology/v/[n]/route";
import { GET as people } from "./people/route";
import { GET as ratings } from "./ratings/route";
import { GET as oembed } from "./oembed/route";
import { GET as report, POST as sendReport } from "./report/route";
import { GET as tip, POST as sendTip } from "./tip/route";
import { GET as robots } from "./robots.txt/route";
import { GET as home } from "./route";
import { GET as search } from "./search/route";
import { GET as sitemapNews } from "./sitemap-news.xml/route";
import { GET as sitemap } from "./sitemap.xml/route";
import { GET as sitemapPart } from "./sitemaps/[file]/route";
import { GET as verdict } from "./verdicts/[slug]/route";
import { GET as version } from "./verdicts/[slug]/v/[n]/route";
import { GET as verifyFile } from "./verify/[file]/route";
import { GET as verify } from "./verify/route";
import { GET as anything } from "./[...path]/route";
import { GET as exportCsv } from "../api/v1/exports/publications.csv/route";
import { GET as exportJson } from "../api/v1/exports/publications.json/route";
import { GET as annotations } from "../api/v1/publications/[slug]/[version]/annotations.jsonld/route";
import { GET as versionCsv } from "../api/v1/publications/[slug]/[version]/export.csv/route";
import { GET as versionJson } from "../api/v1/publications/[slug]/[version]/export.json/route";
import { GET as checkpoint } from "../api/v1/log/checkpoint/route";
import { GET as pageRecord } from "../api/v1/pages/[page]/route";
import { GET as pageRecordVersion } from "../api/v1/pages/[page]/[version]/route";
import { GET as bundle } from "../api/v1/publications/[slug]/[version]/bundle.zip/route";
import { GET as keys } from "../.well-known/countersign-keys.json/route";

/** What `PUBLIC_URL` is in database tests. */
export const siteUrl = "http://localhost:3000";

type Handler = (request: Request, context?: { params: Promise<never> }) => Promise<Response>;

const versionFile = (name: string) =>
  new RegExp(`^/api/v1/publications/(?<slug>[^/]+)/(?<version>[^/]+)/${name.replace(".", "\\.")}$`);

const routes: [RegExp, unknown][] = [
  [/^\/$/, home],
  [/^\/archive$/, archive],
  [/^\/archive\/(?<month>[^/]+)$/, month],
  [/^\/topics\/(?<name>[^/]+)$/, topic],
  [/^\/claimants\/(?<name>[^/]+)$/, claimant],
  [/^\/outlets\/(?<name>[^/]+)$/, outlet],
  [/^\/verdicts\/(?<slug>[^/]+)$/, verdict],
  [/^\/verdicts\/(?<slug>[^/]+)\/v\/(?<n>[^/]+)$/, version],
  [/^\/cards\/(?<slug>[^/]+)\/(?<file>[^/]+)$/, card],
  [/^\/embed\/(?<slug>[^/]+)$/, embed],
  [/^\/corrections$/, corrections],
  [/^\/about$/, about],
  [/^\/about\/v\/(?<n>[^/]+)$/, aboutVersion],
  [/^\/methodology$/, methodology],
  [/^\/methodology\/v\/(?<n>[^/]+)$/, methodologyVersion],
  [/^\/people$/, people],
  [/^\/ratings$/, ratings],
  [/^\/search$/, search],
  [/^\/verify$/, verify],
  [/^\/verify\/(?<file>[^/]+)$/, verifyFile],
  [/^\/report$/, report],
  [/^\/tip$/, tip],
  [/^\/oembed$/, oembed],
  [/^\/feeds\/verdicts\.atom$/, atom],
  [/^\/feeds\/verdicts\.rss$/, rss],
  [/^\/feeds\/verdicts\.json$/, json],
  [/^\/feeds\/corrections\.atom$/, correctionsAtom],
  [/^\/feeds\/corrections\.rss$/, correctionsRss],
  [/^\/feeds\/corrections\.json$/, correctionsJson],
  [/^\/feeds\/topics\/(?<topic>[^/]+)$/, topicFeed],
  [/^\/feeds\/claimreview\.json$/, claimReviews],
  [/^\/sitemap\.xml$/, sitemap],
  [/^\/sitemap-news\.xml$/, sitemapNews],
  [/^\/sitemaps\/(?<file>[^/]+)$/, sitemapPart],
  [/^\/robots\.txt$/, robots],
  [/^\/fonts\/inter\.woff2$/, font],
  [/^\/\.well-known\/countersign-keys\.json$/, keys],
  [/^\/api\/v1\/log\/checkpoint$/, checkpoint],
  [/^\/api\/v1\/exports\/publications\.csv$/, exportCsv],
  [/^\/api\/v1\/exports\/publications\.json$/, exportJson],
  [/^\/api\/v1\/pages\/(?<page>[^/]+)$/, pageRecord],
  [/^\/api\/v1\/pages\/(?<page>[^/]+)\/(?<version>[^/]+)$/, pageRecordVersion],
  [versionFile("bundle.zip"), bundle],
  [versionFile("export.csv"), versionCsv],
  [versionFile("export.json"), versionJson],
  [versionFile("annotations.jsonld"), annotations],
  [/^\/(?<path>.*)$/, anything],
];

/** Asks a readers' address in tests, as the server would: the handler of its route, called directly. */
export async function ask(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request(siteUrl + path, { headers });
  const { pathname } = new URL(request.url);
  for (const [pattern, handler] of routes) {
    const found = pattern.exec(pathname);
    if (!found) continue;
    const params = Promise.resolve({ ...found.groups } as never);
    return (handler as Handler)(request, { params });
  }
  throw new Error(`no route for ${path}`);
}

type Fields = Record<string, string>;

function posted(path: string, fields: Fields, headers: Fields): Request {
  const body = new URLSearchParams(fields).toString();
  const type = { "content-type": "application/x-www-form-urlencoded" };
  return new Request(siteUrl + path, { method: "POST", headers: { ...type, ...headers }, body });
}

/** Posts the report form in tests. */
export function postReport(fields: Fields, headers: Fields): Promise<Response> {
  return sendReport(posted("/report", fields, headers));
}

/** Posts the form for suggesting what to check in tests. */
export function postTip(fields: Fields, headers: Fields, language = ""): Promise<Response> {
  return sendTip(posted(`${language}/tip`, fields, headers));
}
