import { createHash } from "node:crypto";
import { JSDOM } from "jsdom";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { seedDemoDesk } from "../../lib/demo/seed-demo.server";
import { publicSite } from "../../lib/publications/public-site.server";
import { sealAll } from "../../scripts/test/seal-all";
import { useTestDatabase } from "../../scripts/test/test-database";
import { xmlProblems } from "../../scripts/test/xml-validity";
import { ask, siteUrl } from "./reader-test";
import { sitemapFile, wholeSitemap } from "./sitemap-answers";

const database = useTestDatabase();
let retracted = "";
let corrected = "";
let current: string[] = [];

beforeAll(async () => {
  await seedDemoDesk();
  await sealAll(database);
  const rows = await database.sql<{ slug: string; version: number; kind: string }>(
    `SELECT DISTINCT ON (slug) slug, version, kind FROM publication ORDER BY slug, version DESC`,
  );
  retracted = rows.find(({ kind }) => kind === "retraction")!.slug;
  current = rows.flatMap(({ slug, kind }) => (kind === "publication" ? slug : []));
  corrected = rows.find(({ version, kind }) => version > 1 && kind === "publication")!.slug;
});

/** Parses strictly: throws on what is not well-formed. */
async function xml(path: string): Promise<Document> {
  const response = await ask(path);
  expect(response.status, path).toBe(200);
  const { window } = new JSDOM("");
  const document = new window.DOMParser().parseFromString(await response.text(), "text/xml");
  expect(document.querySelector("parsererror"), path).toBeNull();
  return document;
}

const textOf = (parent: Element, name: string) => parent.getElementsByTagName(name)[0]?.textContent ?? null;
const all = (document: Document, name: string) => [...document.getElementsByTagName(name)];
const address = (slug: string) => `${siteUrl}/verdicts/${slug}`;

/** JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/. Extensions are objects whose names begin with an underscore. */
const jsonFeedShape = z.strictObject({
  version: z.literal("https://jsonfeed.org/version/1.1"),
  title: z.string().min(1),
  description: z.string(),
  home_page_url: z.url(),
  feed_url: z.url(),
  language: z.string(),
  authors: z.array(z.strictObject({ name: z.string().min(1) })).min(1),
  _countersign: z.looseObject({ about: z.string() }),
  items: z.array(
    z.strictObject({
      id: z.string().min(1),
      url: z.url(),
      title: z.string().min(1),
      content_html: z.string().min(1),
      date_published: z.iso.datetime({ offset: true }),
      date_modified: z.iso.datetime({ offset: true }),
      language: z.string(),
      authors: z.array(z.strictObject({ name: z.string() })),
      tags: z.array(z.string()),
    }),
  ),
});

describe("feeds", () => {
  test("Atom: each verdict once, by a permanent id, with its changes; a retraction is an update of its entry", async () => {
    const document = await xml("/feeds/verdicts.atom");
    const entries = all(document, "entry");
    const links = entries.map((entry) => entry.getElementsByTagName("link")[0]!.getAttribute("href"));
    expect([...links].sort()).toEqual([...current, retracted].map(address).sort());
    const ids = entries.map((entry) => textOf(entry, "id"));
    expect(new Set(ids).size).toBe(entries.length);
    const [first] = await database.sql<{ sha256: string }>(
      `SELECT sha256 FROM publication WHERE slug = $1 AND version = 1`,
      [corrected],
    );
    const entry = entries[links.indexOf(address(corrected))]!;
    expect(textOf(entry, "id")).toBe(
      `ni:///sha-256;${Buffer.from(first!.sha256, "hex").toString("base64url")}`,
    );
    expect(Date.parse(textOf(entry, "updated")!)).toBeGreaterThan(Date.parse(textOf(entry, "published")!));
    expect(textOf(entries[links.indexOf(address(retracted))]!, "title")).toContain("Retracted:");
    const self = all(document, "link").find((link) => link.getAttribute("rel") === "self");
    expect(self?.getAttribute("href")).toBe(`${siteUrl}/feeds/verdicts.atom`);
  });

  test("RSS: guids, RFC 822 dates, its own address, and no retracted verdict", async () => {
    const document = await xml("/feeds/verdicts.rss");
    const items = all(document, "item");
    expect(items.map((item) => textOf(item, "link")).sort()).toEqual(current.map(address).sort());
    for (const item of items) {
      expect(textOf(item, "guid")).toMatch(/^ni:\/\/\/sha-256;/);
      expect(textOf(item, "pubDate")).toMatch(/^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/);
    }
    const self = all(document, "atom:link")[0];
    expect([self?.getAttribute("rel"), self?.getAttribute("href")]).toEqual([
      "self",
      `${siteUrl}/feeds/verdicts.rss`,
    ]);
  });

  test("JSON Feed 1.1", async () => {
    const response = await ask("/feeds/verdicts.json");
    expect(response.headers.get("content-type")).toMatch(/^application\/feed\+json/);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    const feed = (await response.json()) as { version: string; items: { id: string; url: string }[] };
    expect(feed.version).toBe("https://jsonfeed.org/version/1.1");
    expect(feed.items.map(({ url }) => url).sort()).toEqual(current.map(address).sort());
  });

  test("corrections and topics have feeds of their own", async () => {
    const corrections = all(await xml("/feeds/corrections.atom"), "entry").map((e) => textOf(e, "title"));
    expect(corrections).toHaveLength(2);
    expect(corrections.join(" ")).toMatch(/Corrected: .*Retracted: |Retracted: .*Corrected: /);
    const onTopic = all(await xml("/feeds/topics/Diplomacy.atom"), "entry");
    expect(onTopic.map((entry) => textOf(entry, "title"))).toEqual([
      expect.stringContaining("Kim was given two of the cars"),
    ]);
    expect(all(await xml("/feeds/topics/%26%3C%22%2Fx.atom"), "entry")).toHaveLength(0);
    expect((await ask("/feeds/topics/%FF.atom")).status).toBe(404);
    expect((await ask("/feeds/topics/Diplomacy.xml")).status).toBe(404);
  });

  test("every feed is valid by its grammar, names itself, and holds the log's signed head by hash", async () => {
    for (const name of ["verdicts", "corrections", "topics/Diplomacy"]) {
      for (const form of ["atom", "rss"] as const) {
        const path = `/feeds/${name}.${form}`;
        const text = await (await ask(path)).text();
        expect(await xmlProblems(text, form), path).toEqual([]);
        expect(text, path).toContain(`href="${siteUrl}${path}"`);
        const [, sha256, href] = /<log:checkpoint size="\d+" sha256="(.*?)" href="(.*?)"/.exec(text)!;
        const note = await (await ask(href!.replace(siteUrl, ""))).text();
        expect(createHash("sha256").update(note).digest("hex"), path).toBe(sha256);
      }
      const json = (await (await ask(`/feeds/${name}.json`)).json()) as unknown;
      expect(jsonFeedShape.safeParse(json).error, name).toBeUndefined();
    }
    expect((await ask("/api/v1/log/checkpoint?size=999999")).status).toBe(404);
    expect((await ask("/api/v1/log/checkpoint?size=x")).status).toBe(404);
  });

  test("an entry keeps its id and its number in every form of a feed", async () => {
    const ids = async (form: "atom" | "rss") =>
      all(await xml(`/feeds/corrections.${form}`), form === "atom" ? "entry" : "item").map((entry) =>
        textOf(entry, form === "atom" ? "id" : "guid"),
      );
    const { items } = (await (await ask("/feeds/corrections.json")).json()) as { items: { id: string }[] };
    expect(await ids("rss")).toEqual(await ids("atom"));
    expect(items.map(({ id }) => id)).toEqual(await ids("atom"));
  });
});

describe("sitemaps", () => {
  test("list what holds, with the time it last changed, and nothing retracted", async () => {
    const urls = all(await xml("/sitemap.xml"), "url");
    const places = new Map(urls.map((url) => [textOf(url, "loc"), textOf(url, "lastmod")]));
    for (const slug of current) {
      const [row] = await database.sql<{ at: Date }>(
        `SELECT max("publishedAt") AS at FROM publication WHERE slug = $1`,
        [slug],
      );
      expect(places.get(address(slug))).toBe(row!.at.toISOString());
    }
    expect([...places.keys()]).not.toContain(address(retracted));
    for (const path of [
      "/archive",
      "/tip",
      "/topics/trade",
      "/claimants/kyungki-industrial",
      "/outlets/reuters",
    ])
      expect([...places.keys()]).toContain(siteUrl + path);
    for (const [path, grammar] of [
      ["/sitemap.xml", "sitemap"],
      ["/sitemap-news.xml", "sitemap-news"],
    ] as const) {
      expect(await xmlProblems(await (await ask(path)).text(), grammar), path).toEqual([]);
    }
    const news = all(await xml("/sitemap-news.xml"), "url").map((url) => textOf(url, "loc"));
    expect(news.sort()).toEqual(current.map(address).sort());
  });

  test("become an index of files when one file cannot hold them", async () => {
    const pub = await publicSite();
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    const index = text((await wholeSitemap(pub, 2)).body.bytes);
    expect(index.match(/<sitemap>/g)).toHaveLength(1 + Math.ceil(current.length / 2));
    const files = [];
    for (let number = 1; number <= Math.ceil(current.length / 2); number += 1) {
      files.push(text((await sitemapFile(pub, number, 2))!.body.bytes));
    }
    for (const slug of current)
      expect(files.filter((file) => file.includes(`${address(slug)}<`))).toHaveLength(1);
    expect(await sitemapFile(pub, 99, 2)).toBeNull();
    expect((await ask("/sitemaps/2.xml")).status).toBe(404);
    expect((await ask("/sitemaps/pages.xml")).status).toBe(200);
  });

  test("are named by robots.txt", async () => {
    const text = await (await ask("/robots.txt")).text();
    expect(text).toContain(`Sitemap: ${siteUrl}/sitemap.xml`);
    expect(text).not.toContain("Disallow: /verdicts");
  });
});

describe("oEmbed", () => {
  const oembed = (query: Record<string, string>) => ask(`/oembed?${new URLSearchParams(query).toString()}`);

  test("gives a sandboxed frame with the title of the verdict", async () => {
    const response = await oembed({ url: address(corrected), format: "json", maxwidth: "400" });
    const answer = (await response.json()) as Record<string, string | number>;
    expect(answer).toMatchObject({ version: "1.0", type: "rich", width: 400, height: 340 });
    expect(answer.html).toContain(`src="${siteUrl}/embed/${corrected}"`);
    expect(answer.html).toContain('sandbox="allow-popups"');
  });

  test("answers 404 for what is no verdict of ours that holds, and 501 for another format", async () => {
    const strangers = ["https://other.example/verdicts/x", "javascript:alert(1)", "", `${siteUrl}/search`];
    for (const url of [...strangers, address("none"), address(retracted)]) {
      expect((await oembed({ url })).status, url).toBe(404);
    }
    expect((await oembed({ url: address(corrected), format: "xml" })).status).toBe(501);
  });

  test("the frame of a retracted verdict says so", async () => {
    const response = await ask(`/embed/${retracted}`);
    expect([response.status, (await response.text()).includes("has been retracted")]).toEqual([410, true]);
    expect((await ask("/embed/none")).status).toBe(404);
  });
});

describe("lists and search", () => {
  const hrefs = async (path: string) => {
    const { window } = new JSDOM(await (await ask(path)).text());
    return [...window.document.querySelectorAll(".verdict-list :is(h2, h3) a")].map((a) =>
      a.getAttribute("href"),
    );
  };
  const path = (slug: string) => `/verdicts/${slug}`;

  test("the home page links every verdict that holds and no retracted one", async () => {
    expect((await hrefs("/")).sort()).toEqual(current.map(path).sort());
    expect(await hrefs("/?before=nonsense")).toHaveLength(current.length);
  });

  test("search finds words in claim and finding, and narrows by rating and topic", async () => {
    expect(await hrefs("/search?q=Kyungki")).toHaveLength(1);
    expect(await hrefs("/search?q=%22two+of+the+cars%22")).toHaveLength(1);
    expect(await hrefs("/search?rating=disputed")).toHaveLength(1);
    expect(await hrefs("/search?topic=Diplomacy&rating=disputed")).toHaveLength(0);
    const hostile = `${encodeURIComponent(`' OR 1=1 --"><script>`)}%00%ED%A0%80`;
    const html = await (await ask(`/search?q=${hostile}&before=W10`)).text();
    expect(html).toContain("No verdict found");
    expect(html).not.toContain("<script");
  });

  test("corrections are listed with what changed", async () => {
    const html = await (await ask("/corrections")).text();
    expect(html).toContain("We wrote “about 100”; the count is 107.");
    expect(html).toContain("<del>about 100</del>");
    expect(html).toContain("Retracted");
  });

  test("fonts and keys are served", async () => {
    const font = await ask("/fonts/inter.woff2");
    expect(font.headers.get("content-type")).toBe("font/woff2");
    expect(font.headers.get("cache-control")).toContain("immutable");
    expect(
      Buffer.from(await font.arrayBuffer())
        .subarray(0, 4)
        .toString(),
    ).toBe("wOF2");
    const keys = (await (await ask("/.well-known/countersign-keys.json")).json()) as { keys: object[] };
    expect(keys.keys[0]).toMatchObject({ kty: "OKP", crv: "Ed25519" });
    expect(JSON.stringify(keys)).not.toContain("PRIVATE");
  });
});
