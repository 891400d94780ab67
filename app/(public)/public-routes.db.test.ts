import { readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedDemoDesk } from "../../lib/demo/seed-demo.server";
import { sealAll } from "../../scripts/test/seal-all";
import {
  accessFaults,
  distinctPages,
  layoutFaults,
  openBrowser,
  paintFaults,
  weightFaults,
} from "../../scripts/test/reader-budgets";
import { serveHandlers, type Served } from "../../scripts/test/serve-handlers";
import { useTestDatabase } from "../../scripts/test/test-database";
import { siteUrl } from "./reader-test";

const database = useTestDatabase();
const slug = "kyungki-industrial-of-south-korea-supplied-parts-to-aurus";

beforeAll(async () => {
  await seedDemoDesk();
  await sealAll(database);
});

type Row = { path: string; params?: Record<string, string | string[]>; status?: number; posts?: true };
const ofVersion = (file = ""): Row => ({
  path: `/api/v1/publications/${slug}/1${file}`,
  params: { slug, version: "1" },
});
const at = (path: string): Row => ({ path });
/** A page that the demo has signed, and the version of it. */
const signed = (page: string): Record<string, Row> => ({
  [`(public)/${page}`]: at(`/${page}`),
  [`(public)/${page}/v/[n]`]: { path: `/${page}/v/1`, params: { n: "1" } },
});

/** Every public address by the folder of its route, once each. */
const rows: Record<string, Row> = {
  "(public)": at("/"),
  "(public)/[...path]": { path: "/nothing", params: { path: ["nothing"] }, status: 404, posts: true },
  ...signed("about"),
  "(public)/archive": at("/archive"),
  "(public)/archive/[month]": { path: "/archive/1999-01", params: { month: "1999-01" }, status: 404 },
  "(public)/cards/[slug]/[file]": { path: `/cards/${slug}/1.png`, params: { slug, file: "1.png" } },
  "(public)/claimants/[name]": at("/claimants/kyungki-industrial"),
  ...signed("contact"),
  "(public)/corrections": at("/corrections"),
  ...signed("corrections-policy"),
  "(public)/embed/[slug]": { path: `/embed/${slug}`, params: { slug } },
  "(public)/favicon.ico": at("/favicon.ico"),
  "(public)/feeds/claimreview.json": at("/feeds/claimreview.json"),
  "(public)/feeds/corrections.atom": at("/feeds/corrections.atom"),
  "(public)/feeds/corrections.json": at("/feeds/corrections.json"),
  "(public)/feeds/corrections.rss": at("/feeds/corrections.rss"),
  "(public)/feeds/topics/[topic]": { path: "/feeds/topics/Trade.rss", params: { topic: "Trade.rss" } },
  "(public)/feeds/verdicts.atom": at("/feeds/verdicts.atom"),
  "(public)/feeds/verdicts.json": at("/feeds/verdicts.json"),
  "(public)/feeds/verdicts.rss": at("/feeds/verdicts.rss"),
  "(public)/fonts/inter-cyrillic.woff2": at("/fonts/inter-cyrillic.woff2"),
  "(public)/fonts/inter.woff2": at("/fonts/inter.woff2"),
  "(public)/fonts/source-serif-4-cyrillic.woff2": at("/fonts/source-serif-4-cyrillic.woff2"),
  "(public)/fonts/source-serif-4.woff2": at("/fonts/source-serif-4.woff2"),
  "(public)/methodology": at("/methodology"),
  "(public)/methodology/v/[n]": { path: "/methodology/v/1", params: { n: "1" }, status: 404 },
  "(public)/oembed": at(`/oembed?url=${siteUrl}/verdicts/${slug}`),
  "(public)/outlets/[name]": at("/outlets/reuters"),
  ...signed("people"),
  "(public)/ratings": at("/ratings"),
  "(public)/ratings/v/[n]": { path: "/ratings/v/1", params: { n: "1" }, status: 404 },
  "(public)/report": { path: "/report", posts: true },
  "(public)/robots.txt": at("/robots.txt"),
  "(public)/search": at("/search?q=cars"),
  "(public)/sitemap-news.xml": at("/sitemap-news.xml"),
  "(public)/sitemap.xml": at("/sitemap.xml"),
  "(public)/sitemaps/[file]": { path: "/sitemaps/pages.xml", params: { file: "pages.xml" } },
  "(public)/tip": { path: "/tip", posts: true },
  "(public)/topics/[name]": at("/topics/trade"),
  "(public)/verdicts": { path: "/verdicts", status: 308 },
  "(public)/verdicts/[slug]": { path: `/verdicts/${slug}`, params: { slug } },
  "(public)/verdicts/[slug]/v/[n]": { path: `/verdicts/${slug}/v/1`, params: { slug, n: "1" } },
  "(public)/verify": at("/verify"),
  "(public)/verify/[file]": { path: "/verify/verify-bundle.mjs", params: { file: "verify-bundle.mjs" } },
  ".well-known/countersign-keys.json": at("/.well-known/countersign-keys.json"),
  "api/v1/claims-search": at("/api/v1/claims-search?query=cars"),
  "api/v1/exports/publications.csv": at("/api/v1/exports/publications.csv"),
  "api/v1/exports/publications.json": at("/api/v1/exports/publications.json"),
  "api/v1/log/checkpoint": at("/api/v1/log/checkpoint"),
  "api/v1/log/consistency": at("/api/v1/log/consistency?from=1"),
  "api/v1/openapi.json": at("/api/v1/openapi.json"),
  "api/v1/pages/[page]": { path: "/api/v1/pages/about", params: { page: "about" } },
  "api/v1/pages/[page]/[version]": {
    path: "/api/v1/pages/about/1",
    params: { page: "about", version: "1" },
  },
  "api/v1/publications/[slug]": { path: `/api/v1/publications/${slug}`, params: { slug } },
  "api/v1/publications/[slug]/[version]": ofVersion(),
  "api/v1/publications/[slug]/[version]/annotations.jsonld": ofVersion("/annotations.jsonld"),
  "api/v1/publications/[slug]/[version]/bundle.zip": ofVersion("/bundle.zip"),
  "api/v1/publications/[slug]/[version]/export.csv": ofVersion("/export.csv"),
  "api/v1/publications/[slug]/[version]/export.json": ofVersion("/export.json"),
};

/** Where public routes are; what else lies there for staff is named. */
const places = [
  "(public)",
  ".well-known",
  "api/v1/claims-search",
  "api/v1/exports",
  "api/v1/log",
  "api/v1/openapi.json",
  "api/v1/pages",
  "api/v1/publications",
];
const forStaff = ["api/v1/log", "api/v1/log/dump"];

const app = resolve("app");
const found = places
  .flatMap((place) => readdirSync(join(app, place), { recursive: true, withFileTypes: true }))
  .filter(({ name }) => /^route\.tsx?$/.test(name))
  .map(({ parentPath }) => relative(app, parentPath))
  .filter((route) => !forStaff.includes(route));

test("every public route has a row", () => {
  expect(Object.keys(rows).sort()).toEqual([...new Set(found)].sort());
});

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response> | Response;
type Module = Partial<Record<"GET" | "POST" | "PUT" | "PATCH" | "DELETE", Handler>>;

const call = (handler: Handler, { path, params = {} }: Row, method = "GET") =>
  handler(new Request(siteUrl + path, { method }), { params: Promise.resolve(params) });

async function moduleOf(route: string): Promise<Module> {
  const file = readdirSync(join(app, route)).find((name) => /^route\.tsx?$/.test(name))!;
  return (await import(/* @vite-ignore */ join(app, route, file))) as Module;
}

describe.each(Object.entries(rows))("%s", (route, row) => {
  test("answers with the security headers, sets no cookie, and says how long it may be kept", async () => {
    const { GET } = await moduleOf(route);
    const { status, headers } = await call(GET!, row);
    expect(status).toBe(row.status ?? 200);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toMatch(/frame-ancestors ('none'|\*)/);
    expect(policy.includes("frame-ancestors *")).toBe(route === "(public)/embed/[slug]");
    expect(/script-src '(?!none)/.test(policy)).toBe(route === "(public)/verify");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.has("set-cookie")).toBe(false);
    if (status === 308) return;
    expect(headers.get("content-type")).toBeTruthy();
    expect(headers.get("cache-control")).toMatch(/^(no-store|public, max-age=\d+)/);
  });

  test("changes nothing: other methods are not there, or refused", async () => {
    const { GET: _, ...others } = await moduleOf(route);
    for (const method of ["POST", "PUT", "PATCH", "DELETE"] as const) {
      const handler = others[method];
      if (!handler || (row.posts && method === "POST")) continue;
      expect((await call(handler, row, method)).status, method).toBeGreaterThanOrEqual(404);
    }
  });
});

describe("every page that readers see", () => {
  type Shown = { html: string; route: string; status: number };
  const pages = new Map<string, Shown>();
  let kinds = new Map<string, Shown>();
  let [browser, served] = [null as Browser | null, null as Served | null];

  /** The route and parameters of an address: one of the rows, or another verdict. */
  function rowAt(path: string): [string, Row] {
    const [, slug, n] = /^\/verdicts\/([^/]+)(?:\/v\/(\d+))?$/.exec(path) ?? [];
    if (slug && n) return ["(public)/verdicts/[slug]/v/[n]", { path, params: { slug, n } }];
    if (slug) return ["(public)/verdicts/[slug]", { path, params: { slug } }];
    const found = Object.entries(rows).find(([, row]) => row.path.split("?")[0] === path.split("?")[0]);
    return found
      ? [found[0], { ...found[1], path }]
      : ["(public)/[...path]", { path, params: { path: [path] } }];
  }

  async function answer(path: string): Promise<Response> {
    const [route, row] = rowAt(path);
    return call((await moduleOf(route)).GET!, row);
  }

  beforeAll(async () => {
    const verdicts = await database.sql<{ slug: string; version: number }>(
      "SELECT slug, version FROM publication",
    );
    const paths = [
      ...Object.values(rows).map(({ path }) => path),
      ...verdicts.flatMap(({ slug, version }) => [`/verdicts/${slug}`, `/verdicts/${slug}/v/${version}`]),
    ];
    for (const path of new Set(paths)) {
      const response = await answer(path);
      if (response.headers.get("content-type")?.startsWith("text/html"))
        pages.set(path, { html: await response.text(), route: rowAt(path)[0], status: response.status });
    }
    kinds = distinctPages(pages);
    [browser, served] = [await openBrowser(), await serveHandlers(answer)];
  });
  afterAll(() => Promise.all([browser?.close(), served?.close()]));

  async function faultsOf(look: (path: string, page: Shown) => Promise<string[]> | string[], among = pages) {
    const faults: string[] = [];
    for (const [path, page] of among)
      faults.push(...(await look(path, page)).map((fault) => `${path}: ${fault}`));
    return faults;
  }

  test("weighs at most 30 KB packed with 15 KB of CSS in it, and runs no script but the check's own", async () => {
    expect(pages.size).toBeGreaterThan(16);
    const faults = await faultsOf((_path, { html, route }) =>
      weightFaults(html, { mayScript: route === "(public)/verify" }),
    );
    expect(faults).toEqual([]);
  });

  test("paints its largest content after one request, and nothing moves when the fonts come", async () => {
    const faults = await faultsOf(async (path) => {
      // A browser of its own for each page: nothing is in its cache.
      const page = await browser!.newPage({ viewport: { width: 390, height: 844 } });
      const found = await paintFaults(page, served!.origin + path);
      await page.close();
      return found;
    }, kinds);
    expect(faults).toEqual([]);
  }, 180_000);

  test("has each rating's word on the line of its meaning, and the widest column of a table where the words are", async () => {
    const page = await browser!.newPage({ viewport: { width: 1100, height: 800 } });
    const faults = await faultsOf(async (path) => {
      await page.goto(served!.origin + path);
      return layoutFaults(page);
    }, kinds);
    expect(faults).toEqual([]);
  }, 60_000);

  test("is clean to axe in light and dark, and nothing scrolls sideways at 320 pixels", async () => {
    const page = await browser!.newPage();
    const faults = await faultsOf(async (path) => {
      await page.goto(served!.origin + path);
      return accessFaults(page);
    }, kinds);
    expect(faults).toEqual([]);
  }, 180_000);
});
