import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import type { FeedEntry } from "./feed-entries";
import { atomFeed, jsonFeed, rfc822, rssFeed, type Feed } from "./feeds";
import { newsSitemap, sitemap, sitemapIndex } from "./sitemaps";
import { xmlProblems, type Grammar } from "../../scripts/test/xml-validity";
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
  checkpoint: {
    size: 12,
    sha256: "ab".repeat(32),
    url: "https://desk.example/api/v1/log/checkpoint?size=12",
  },
  entries: [entry],
};

const news = { url: entry.url, publisher: evil, language: "en", publishedAt: entry.publishedAt, title: evil };

const documents: [string, string, Grammar][] = [
  ["Atom", atomFeed(feed), "atom"],
  ["Atom, empty", atomFeed({ ...feed, entries: [] }), "atom"],
  ["RSS", rssFeed(feed), "rss"],
  ["RSS, empty", rssFeed({ ...feed, entries: [] }), "rss"],
  ["sitemap", sitemap([{ url: entry.url, changedAt: null }]), "sitemap"],
  ["index of sitemaps", sitemapIndex([{ url: entry.url, changedAt: entry.updatedAt }]), "sitemap-index"],
  ["news", newsSitemap([news]), "sitemap-news"],
];

describe.each(documents)("%s", (_, text, grammar) => {
  test("is valid by the grammar of its kind", async () => {
    expect(await xmlProblems(text, grammar)).toEqual([]);
  });

  test("is refused by that grammar once an element it needs is gone", async () => {
    const needed = /<(id|guid|loc|description|updated)\b[^>]*>[^<]*<\/\1>/.exec(text)![0];
    expect(await xmlProblems(text.replace(needed, ""), grammar)).not.toEqual([]);
  });

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

describe("the log's head in a feed", () => {
  const [attributes, hash] = ['size="12"', "ab".repeat(32)];
  test("stands as an element of its own namespace in Atom and RSS, and as an extension in JSON Feed", () => {
    for (const text of [atomFeed(feed), rssFeed(feed)]) {
      const parsed = new new JSDOM("").window.DOMParser().parseFromString(text, "text/xml");
      const [element] = [...parsed.getElementsByTagNameNS("urn:x-countersign:log", "checkpoint")];
      expect(element?.getAttribute("sha256")).toBe(hash);
      expect(element?.getAttribute("href")).toBe(feed.checkpoint?.url);
      expect(text).toContain(attributes);
    }
    const parsed = JSON.parse(jsonFeed(feed)) as { _countersign: { about: string; checkpoint: unknown } };
    expect(parsed._countersign.checkpoint).toEqual(feed.checkpoint);
  });

  test("is left out before the log has one", () => {
    const before = { ...feed, checkpoint: null };
    for (const text of [atomFeed(before), rssFeed(before), jsonFeed(before)]) {
      expect(text).not.toMatch(/<log:|_countersign/);
    }
  });
});
