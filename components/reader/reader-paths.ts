import type { SitePageName } from "@/lib/site-pages/pages";
import type { NameKind } from "@/lib/publications/listing";
import { nameKey } from "@/lib/publications/name-key";
import { ownLanguage, type ReaderSite } from "./reader-site";

/** Addresses of the readers' pages, relative to the site. */
export const readerPaths = {
  home: "/",
  archive: "/archive",
  corrections: "/corrections",
  methodology: "/methodology",
  search: "/search",
  verify: "/verify",
  verifyProgram: "/verify/verify-bundle.mjs",
  verifyScript: "/verify/verify-in-page.mjs",
  report: "/report",
  tip: "/tip",
  keys: "/.well-known/countersign-keys.json",
  feeds: {
    atom: "/feeds/verdicts.atom",
    rss: "/feeds/verdicts.rss",
    json: "/feeds/verdicts.json",
    corrections: "/feeds/corrections.atom",
    correctionsRss: "/feeds/corrections.rss",
    correctionsJson: "/feeds/corrections.json",
  },
} as const;

/** The address of a page that the newsroom writes about itself, and of one version of it. */
export function sitePagePath(page: SitePageName, version?: number): string {
  return version === undefined ? `/${page}` : `/${page}/v/${version}`;
}

/** The signed record of one version of such a page. */
export function sitePageRecordPath(page: SitePageName, version: number): string {
  return `/api/v1/pages/${page}/${version}`;
}

/**
 * The address of a page of words in the language that the site speaks here: `/uk/corrections`, and without a prefix in
 * the site's own. Not for what has one address in all languages: verdicts, feeds, records, files.
 */
export function spokenPath(site: ReaderSite, path: string): string {
  if (site.speaks === ownLanguage(site)) return path;
  return path === "/" ? `/${site.speaks}` : `/${site.speaks}${path}`;
}

export function verdictPath(slug: string): string {
  return `/verdicts/${encodeURIComponent(slug)}`;
}

export function versionPath(slug: string, version: number): string {
  return `${verdictPath(slug)}/v/${version}`;
}

/** The anchor of a retraction among the corrections: by its time, as nothing there may lead to the verdict. */
export function retractionAnchor(publishedAt: string): string {
  return `retracted-${publishedAt}`;
}

export function embedPath(slug: string): string {
  return `/embed/${encodeURIComponent(slug)}`;
}

export function cardPath(slug: string, version: number): string {
  return `/cards/${encodeURIComponent(slug)}/${version}.png`;
}

export function recordPath(slug: string, version: number): string {
  return `/api/v1/publications/${encodeURIComponent(slug)}/${version}`;
}

export function bundlePath(slug: string, version: number): string {
  return `${recordPath(slug, version)}/bundle.zip`;
}

export function verifyPath(slug: string, version: number): string {
  return `${readerPaths.verify}?${new URLSearchParams({ slug, version: String(version) }).toString()}`;
}

/** Where one version of a page that the newsroom writes about itself is checked. */
export function verifyPagePath(page: SitePageName, version: number): string {
  return verifyPath(sitePagePath(page), version);
}

export function reportPath(slug: string): string {
  return `${readerPaths.report}?${new URLSearchParams({ slug }).toString()}`;
}

export function oembedPath(address: string): string {
  return `/oembed?${new URLSearchParams({ url: address, format: "json" }).toString()}`;
}

const nameFolders: Record<NameKind, string> = { topic: "topics", claimant: "claimants", outlet: "outlets" };

/** The page of what stands under a key. */
export function keyPath(kind: NameKind, key: string): string {
  return `/${nameFolders[kind]}/${encodeURIComponent(key)}`;
}

/** The page of a topic, claimant or outlet, by its name as it is printed. */
export function namePath(kind: NameKind, name: string): string {
  return keyPath(kind, nameKey(name));
}

export function topicPath(topic: string): string {
  return namePath("topic", topic);
}

/** The archive's page of a month, `2023-07`. */
export function monthPath(month: string): string {
  return `${readerPaths.archive}/${month}`;
}

/** Atom, RSS and JSON feed of a topic, as it is spelled. */
export function topicFeeds(topic: string): { name: string; href: string }[] {
  const path = `/feeds/topics/${encodeURIComponent(topic)}`;
  return [
    { name: "Atom", href: `${path}.atom` },
    { name: "RSS", href: `${path}.rss` },
    { name: "JSON", href: `${path}.json` },
  ];
}
