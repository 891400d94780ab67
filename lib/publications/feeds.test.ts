import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import type { FeedEntry } from "./feed-entries";
import { atomFeed, jsonFeed, rfc822, rssFeed, type Feed } from "./feeds";
import { newsSitemap, sitemap, sitemapIndex } from "./sitemaps";
import { xmlText } from "./xml";

const evil = `"><script>alert(1)</script>]]>&amp;'\u0000\u001f\ufffe\ud800`;

const entry: FeedEntry = {
  id: "ni:///sha-256;abc",
  url: "https://desk.example/verdicts/a?b=1&c=2",
  title: evil,
  html: `<p>${xmlText(evil)}</p>`,
  publishedAt: "2024-06-28T16:20:00.000Z",
  updatedAt: "2024-06-29T08:00:00.000Z",
  language: "en",
  author: evil,
  topics: [evil],
};

const feed: Feed = {
  title: evil,
  description: evil,
  selfUrl: "https://desk.example/feeds/verdicts.atom",
  pageUrl: "https://desk.example/",
  language: "en",
  author: evil,
  entries: [entry],
};

const news = { url: entry.url, publisher: evil, language: "en", publishedAt: entry.publishedAt, title: evil };

const documents: [string, string][] = [
  ["Atom", atomFeed(feed)],
  ["Atom, empty", atomFeed({ ...feed, entries: [] })],
  ["RSS", rssFeed(feed)],
  ["RSS, empty", rssFeed({ ...feed, entries: [] })],
  ["sitemap", sitemap([{ url: entry.url, changedAt: null }])],
  ["index of sitemaps", sitemapIndex([{ url: entry.url, changedAt: entry.updatedAt }])],
  ["news", newsSitemap([news])],
];

describe.each(documents)("%s", (_, text) => {
  test("is well-formed and inert, whatever the words are", () => {
    const { window } = new JSDOM("");
    const document = new window.DOMParser().parseFromString(text, "text/xml");
    expect(document.querySelector("parsererror")).toBeNull();
    expect(document.getElementsByTagName("script")).toHaveLength(0);
    expect(text).not.toContain("<script");
    expect(text).not.toMatch(/[\u0000\u001f\ufffe]/);
  });
});

test("HTML in a feed's entry stays text after it is unpacked", () => {
  const { window } = new JSDOM("");
  for (const [text, name] of [
    [atomFeed(feed), "content"],
    [rssFeed(feed), "description"],
  ] as const) {
    const parsed = new window.DOMParser().parseFromString(text, "text/xml");
    const html = [...parsed.getElementsByTagName(name)].at(-1)?.textContent ?? "";
    expect(html).toContain("<p>");
    const page = new window.DOMParser().parseFromString(html, "text/html");
    expect(page.querySelector("script")).toBeNull();
    expect(page.querySelector("p")?.textContent).toContain("<script>alert(1)</script>");
  }
});

test("Atom's feed moves with its latest entry", () => {
  const older = { ...entry, updatedAt: "2024-06-28T17:00:00+09:00" };
  const text = atomFeed({ ...feed, entries: [older, entry] });
  expect(text.split("\n").find((line) => line.startsWith("<updated>"))).toBe(
    "<updated>2024-06-29T08:00:00.000Z</updated>",
  );
});

test("RSS dates are RFC 822", () => {
  expect(rfc822("2024-06-28T16:20:00+02:00")).toBe("Fri, 28 Jun 2024 14:20:00 GMT");
});

test("JSON Feed parses, words unchanged", () => {
  const parsed = JSON.parse(jsonFeed(feed)) as { items: { title: string }[] };
  expect(parsed.items[0]?.title).toBe(evil);
});
