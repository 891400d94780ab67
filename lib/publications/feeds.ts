import type { FeedEntry } from "./feed-entries";
import { xmlDeclaration, xmlElement, xmlText } from "./xml";

/** A feed and its entries, newest first. Addresses are absolute. */
export type Feed = {
  title: string;
  description: string;
  /** The feed's own address, which is also its permanent id. */
  selfUrl: string;
  /** The page that shows the same. */
  pageUrl: string;
  language: string;
  author: string;
  /** The log's signed head when the feed was written: whoever keeps feeds keeps a trail of heads that were shown. */
  checkpoint: FeedCheckpoint | null;
  entries: readonly FeedEntry[];
};

/** A head of the log: its number of entries, the lowercase hex SHA-256 of the signed note, and where the note stands. */
export type FeedCheckpoint = { size: number; sha256: string; url: string };

const logNames = "urn:x-countersign:log";

function checkpointElement({ checkpoint }: Feed): string[] {
  if (!checkpoint) return [];
  const { size, sha256, url } = checkpoint;
  return [xmlElement("log:checkpoint", "", { size: String(size), sha256, href: url })];
}

/** When anything in it last changed; a feed without entries never did. */
function updatedAt(entries: readonly FeedEntry[]): string {
  const times = entries.map((entry) => entry.updatedAt).sort((a, b) => Date.parse(a) - Date.parse(b));
  return times.at(-1) ?? "1970-01-01T00:00:00Z";
}

function atomEntry(entry: FeedEntry): string {
  return [
    "<entry>",
    xmlElement("id", entry.id),
    xmlElement("title", entry.title),
    xmlElement("link", "", {
      rel: "alternate",
      type: "text/html",
      href: entry.url,
      hreflang: entry.language,
    }),
    xmlElement("published", entry.publishedAt),
    xmlElement("updated", entry.updatedAt),
    `<author>${xmlElement("name", entry.author)}</author>`,
    ...entry.topics.map((term) => xmlElement("category", "", { term })),
    xmlElement("content", entry.html, { type: "html", "xml:lang": entry.language }),
    "</entry>",
  ].join("");
}

/** The feed as Atom 1.0 (RFC 4287). */
export function atomFeed(feed: Feed): string {
  return [
    `${xmlDeclaration}<feed xmlns="http://www.w3.org/2005/Atom" xmlns:log="${logNames}" xml:lang="${xmlText(feed.language)}">`,
    xmlElement("id", feed.selfUrl),
    xmlElement("title", feed.title),
    xmlElement("subtitle", feed.description),
    xmlElement("link", "", { rel: "self", type: "application/atom+xml", href: feed.selfUrl }),
    xmlElement("link", "", { rel: "alternate", type: "text/html", href: feed.pageUrl }),
    xmlElement("updated", updatedAt(feed.entries)),
    `<author>${xmlElement("name", feed.author)}</author>`,
    ...checkpointElement(feed),
    ...feed.entries.map(atomEntry),
    "</feed>\n",
  ].join("\n");
}

/** A time as RFC 822 with the four-digit year that RSS 2.0 allows: "Fri, 28 Jun 2024 16:20:00 GMT". */
export function rfc822(iso: string): string {
  return new Date(iso).toUTCString();
}

function rssItem(entry: FeedEntry): string {
  return [
    "<item>",
    xmlElement("title", entry.title),
    xmlElement("link", entry.url),
    xmlElement("guid", entry.id, { isPermaLink: "false" }),
    xmlElement("pubDate", rfc822(entry.publishedAt)),
    xmlElement("atom:updated", entry.updatedAt),
    xmlElement("dc:creator", entry.author),
    ...entry.topics.map((topic) => xmlElement("category", topic)),
    xmlElement("description", entry.html),
    "</item>",
  ].join("");
}

/** The feed as RSS 2.0 with `atom:link rel="self"`. */
export function rssFeed(feed: Feed): string {
  const names = `xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:log="${logNames}"`;
  return [
    `${xmlDeclaration}<rss version="2.0" ${names}><channel>`,
    xmlElement("title", feed.title),
    xmlElement("link", feed.pageUrl),
    xmlElement("description", feed.description),
    xmlElement("language", feed.language),
    xmlElement("atom:link", "", { rel: "self", type: "application/rss+xml", href: feed.selfUrl }),
    xmlElement("lastBuildDate", rfc822(updatedAt(feed.entries))),
    xmlElement("ttl", "1"),
    ...checkpointElement(feed),
    ...feed.entries.map(rssItem),
    "</channel></rss>\n",
  ].join("\n");
}

/** The feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    description: feed.description,
    home_page_url: feed.pageUrl,
    feed_url: feed.selfUrl,
    language: feed.language,
    authors: [{ name: feed.author }],
    ...(feed.checkpoint && { _countersign: { about: logNames, checkpoint: feed.checkpoint } }),
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      content_html: entry.html,
      date_published: entry.publishedAt,
      date_modified: entry.updatedAt,
      language: entry.language,
      authors: [{ name: entry.author }],
      tags: entry.topics,
    })),
  });
}
