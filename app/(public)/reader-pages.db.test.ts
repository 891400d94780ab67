import { gzipSync } from "node:zlib";
import { JSDOM } from "jsdom";
import { beforeAll, describe, expect, test } from "vitest";
import { seedDemoDesk } from "../../lib/demo/seed-demo.server";
import { claimReviewWarnings } from "../../lib/publications/claim-review";
import type { PublicationRecord } from "../../lib/publications/record";
import { defaultRatings } from "../../lib/settings/ratings";
import { useTestDatabase } from "../../scripts/test/test-database";
import { ask, siteUrl } from "./reader-test";

const database = useTestDatabase();
const slugs = { current: [] as string[], corrected: "", retracted: "" };

beforeAll(async () => {
  await seedDemoDesk();
  const rows = await database.sql<{ slug: string; versions: number; kinds: string[] }>(
    `SELECT slug, count(*)::int AS versions, array_agg(kind) AS kinds FROM publication GROUP BY slug`,
  );
  slugs.retracted = rows.find(({ kinds }) => kinds.includes("retraction"))!.slug;
  slugs.current = rows.flatMap(({ slug }) => (slug === slugs.retracted ? [] : slug));
  slugs.corrected = rows.find(({ slug, versions }) => versions > 1 && slug !== slugs.retracted)!.slug;
});

function documentOf(html: string): Document {
  return new JSDOM(html).window.document;
}

type Markup = Record<string, unknown> & {
  url: string;
  reviewRating: Record<string, unknown>;
  author: Record<string, unknown>;
  itemReviewed: Record<string, unknown> & { appearance: { url: string }[] };
};

const withZone = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/;

/** What was published last, or as one version. */
async function recordOf(slug: string, version?: number): Promise<PublicationRecord> {
  const rows = await database.sql<{ recordText: string }>(
    `SELECT "recordText" FROM publication WHERE slug = $1 AND version = coalesce($2, version) ORDER BY version DESC LIMIT 1`,
    [slug, version ?? null],
  );
  return JSON.parse(rows[0]!.recordText) as PublicationRecord;
}

/** ClaimReview, as docs ask for it: each numbered rule on the HTML of one verdict. */
async function expectClaimReview(slug: string): Promise<void> {
  const response = await ask(`/verdicts/${slug}`);
  expect(response.status).toBe(200);
  const document = documentOf(await response.text());
  const text = (selector: string) => document.querySelector(selector)?.textContent;
  const record = await recordOf(slug);
  // 1
  const scripts = document.querySelectorAll("script");
  expect(scripts).toHaveLength(1);
  const source = scripts[0]!.textContent ?? "";
  expect(scripts[0]!.type).toBe("application/ld+json");
  expect(source).not.toContain("<");
  expect(source.match(/"ClaimReview"/g)).toHaveLength(1);
  const markup = JSON.parse(source) as Markup;
  expect(markup["@context"]).toBe("https://schema.org");
  // 2
  const address = `${siteUrl}/verdicts/${slug}`;
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href");
  expect([markup.url, markup["@id"], canonical]).toEqual([address, address, address]);
  // 3
  expect(markup.claimReviewed).toBe(text(".checked"));
  const labels = defaultRatings.map(({ label }) => label);
  const warnings = claimReviewWarnings(record, labels).map(({ code }) => code);
  expect(warnings.filter((code) => code !== "claim-long")).toEqual([]);
  // 4
  expect(markup.reviewRating.alternateName).toBe(text(".badge strong"));
  expect(markup.reviewRating.ratingExplanation).toBe(text("h1"));
  const { ratingValue, bestRating, worstRating } = markup.reviewRating as Record<string, number | undefined>;
  const number = defaultRatings.find(({ code }) => code === record.rating.code)!.number;
  expect(ratingValue ?? null).toBe(number);
  if (number === null) expect([bestRating, worstRating]).toEqual([undefined, undefined]);
  else {
    expect(worstRating).toBeGreaterThanOrEqual(1);
    expect(worstRating).toBeLessThan(bestRating!);
    expect(ratingValue).toBeGreaterThanOrEqual(worstRating!);
    expect(ratingValue).toBeLessThanOrEqual(bestRating!);
  }
  // 5
  expect(markup.author).toEqual({ "@type": "Organization", name: "The Example Desk", url: siteUrl });
  expect(markup.datePublished).toMatch(withZone);
  expect(markup.dateModified).toMatch(withZone);
  expect(markup.inLanguage).toBe(document.documentElement.lang);
  // 6
  expect(markup.itemReviewed["@type"]).toBe("Claim");
  expect(markup.itemReviewed).not.toHaveProperty("author.name", "");
  expect("author" in markup.itemReviewed).toBe(record.claim.claimant !== null);
  const original = record.claim.appearance?.url ?? null;
  if (original !== null) expect(markup.itemReviewed.appearance.map(({ url }) => url)).toEqual([original]);
  const saidAt = record.claim.saidAt ?? record.claim.appearance?.publishedAt ?? undefined;
  expect(markup.itemReviewed.datePublished).toBe(saidAt);
  // 7
  expect(markup.correction).toBe(record.correction?.reason);
  if (record.correction) expect(text("#correction")).toContain(record.correction.reason);
}

describe("ClaimReview", () => {
  test("stands on the page of every verdict that holds, as docs/READER asks", async () => {
    expect(slugs.current.length).toBeGreaterThanOrEqual(4);
    for (const slug of slugs.current) await expectClaimReview(slug);
  });

  test("stands on no other page", async () => {
    const others = ["/", "/corrections", "/methodology", "/search?q=Aurus", "/report", "/tip"];
    const versions = [slugs.corrected, slugs.retracted].flatMap((slug) => [
      `/verdicts/${slug}/v/1`,
      `/verdicts/${slug}/v/2`,
      `/embed/${slug}`,
    ]);
    for (const path of [...others, ...versions, `/verdicts/${slugs.retracted}`, "/verdicts/none"]) {
      const html = await (await ask(path)).text();
      expect(html, path).not.toContain("<script");
      expect(html, path).not.toContain("ClaimReview");
    }
  });
});

describe("a verdict's addresses", () => {
  test("an old version stays readable under a banner, out of search engines", async () => {
    const response = await ask(`/verdicts/${slugs.corrected}/v/1`);
    expect(response.status).toBe(200);
    expect(response.headers.get("x-robots-tag")).toBe("noindex");
    const document = documentOf(await response.text());
    expect(document.querySelector('meta[name="robots"]')?.getAttribute("content")).toBe("noindex");
    expect(document.querySelector(".superseded")?.textContent).toContain("This is version 1.");
    expect(document.querySelector("h1")?.textContent).toContain("about 100");
  });

  test("the current version's number names the verdict's own address as canonical", async () => {
    const response = await ask(`/verdicts/${slugs.corrected}/v/2`);
    expect([response.status, response.headers.get("x-robots-tag")]).toEqual([200, "noindex"]);
    const document = documentOf(await response.text());
    const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href");
    expect(canonical).toBe(`${siteUrl}/verdicts/${slugs.corrected}`);
    expect(document.querySelector(".superseded")).toBeNull();
  });

  test("a retracted verdict is gone, with the reason and without a rating", async () => {
    const response = await ask(`/verdicts/${slugs.retracted}`);
    expect([response.status, response.headers.get("x-robots-tag")]).toEqual([410, "noindex"]);
    const html = await response.text();
    expect(html).toContain("This verdict has been retracted");
    for (const { label } of defaultRatings) expect(html).not.toContain(`>${label}<`);
    expect((await ask(`/verdicts/${slugs.retracted}/v/1`)).status).toBe(200);
    expect((await ask(`/verdicts/${slugs.retracted}/v/2`)).status).toBe(200);
  });

  test("what never was published is 404", async () => {
    const paths = ["/verdicts/none", "/verdicts/NONE!", `/verdicts/${slugs.corrected}/v/3`];
    for (const path of [...paths, `/verdicts/${slugs.corrected}/v/0`, `/verdicts/${slugs.corrected}/v/1e1`]) {
      expect((await ask(path)).status, path).toBe(404);
    }
    expect((await ask("/no/such/page")).status).toBe(404);
    const api = await ask("/api/v1/no-such-call");
    expect([api.status, api.headers.get("content-type")]).toEqual([
      404,
      "application/problem+json; charset=utf-8",
    ]);
  });

  test("says by header where the verdict and its record stand", async () => {
    const link = (await ask(`/verdicts/${slugs.corrected}`)).headers.get("link");
    expect(link).toContain(`<${siteUrl}/verdicts/${slugs.corrected}>; rel="canonical"`);
    expect(link).toContain(`<${siteUrl}/api/v1/publications/${slugs.corrected}/2>; rel="alternate"`);
  });
});

describe("where an address is shared", () => {
  const meta = async (path: string, name: string) =>
    documentOf(await (await ask(path)).text())
      .querySelector(`meta[property="${name}"], meta[name="${name}"]`)
      ?.getAttribute("content") ?? null;

  test("a verdict has a picture of rating and claim, with its words, for Open Graph and Twitter", async () => {
    for (const slug of slugs.current) {
      const [path, record] = [`/verdicts/${slug}`, await recordOf(slug)];
      const image = await meta(path, "og:image");
      expect(image).toBe(`${siteUrl}/cards/${slug}/${record.version}.png`);
      for (const name of ["og:image:alt", "twitter:image:alt"]) {
        const alt = await meta(path, name);
        expect(alt).toContain(record.rating.label);
        expect(alt).toContain(record.claim.text);
      }
      expect([await meta(path, "twitter:card"), await meta(path, "twitter:image")]).toEqual([
        "summary_large_image",
        image,
      ]);
      const response = await ask(new URL(image!).pathname);
      const png = Buffer.from(await response.arrayBuffer());
      expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/png"]);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
      expect(png.length).toBeLessThan(300_000);
    }
  });

  test("a picture follows what became of its version, and there is none of what is none", async () => {
    const tag = async (path: string) => (await ask(path)).headers.get("etag");
    const [old, now] = [`/cards/${slugs.corrected}/1.png`, `/cards/${slugs.corrected}/2.png`];
    expect(await tag(old)).not.toBe(await tag(now));
    expect((await ask(`/cards/${slugs.retracted}/1.png`)).status).toBe(200);
    const none = [`/cards/${slugs.retracted}/2.png`, `/cards/${slugs.corrected}/9.png`, "/cards/none/1.png"];
    for (const path of [...none, `/cards/${slugs.corrected}/1.svg`, `/cards/${slugs.corrected}/x.png`]) {
      expect((await ask(path)).status, path).toBe(404);
    }
    expect(await meta(`/verdicts/${slugs.retracted}`, "og:image")).toBeNull();
  });

  test("who cannot see a picture is told what it shows: retracted without the rating, or replaced", async () => {
    const record = await recordOf(slugs.retracted, 1);
    for (const name of ["og:image:alt", "twitter:image:alt"]) {
      const withdrawn = await meta(`/verdicts/${slugs.retracted}/v/1`, name);
      expect(withdrawn).toContain("Retracted: we withdrew this verdict. The claim: ");
      for (const held of [record.rating.label, record.finding]) expect(withdrawn).not.toContain(held);
      expect(await meta(`/verdicts/${slugs.corrected}/v/1`, name)).toContain("Version 1, replaced since. ");
      expect(await meta(`/verdicts/${slugs.corrected}`, name)).not.toContain("replaced since");
    }
  });
});

describe("every page", () => {
  const paths = () => [
    ...["/", "/corrections", "/methodology", "/search?q=cars", "/verify", "/report", "/tip", "/no-page"],
    ...[...slugs.current, slugs.retracted].map((slug) => `/verdicts/${slug}`),
    `/embed/${slugs.corrected}`,
  ];

  test("runs no script, allows none but the check's own, and carries the security headers", async () => {
    for (const path of paths()) {
      const { headers } = await ask(path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).toContain(path === "/verify" ? "script-src 'self'" : "script-src 'none'");
      expect(policy, path).toMatch(/style-src 'sha256-[^']+'/);
      const isEmbed = path.startsWith("/embed/");
      expect(policy, path).toContain(isEmbed ? "frame-ancestors *" : "frame-ancestors 'none'");
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
      expect(headers.get("referrer-policy"), path).toBe("same-origin");
      expect(headers.get("content-language"), path).toBe("en");
    }
  });

  test("only the check has a script, a file of this site's own, and works without it", async () => {
    for (const path of paths()) {
      const document = documentOf(await (await ask(path)).text());
      const scripts = [...document.querySelectorAll('script:not([type="application/ld+json"])')];
      const sources = scripts.map((script) => [script.getAttribute("src"), script.textContent]);
      expect(sources, path).toEqual(path === "/verify" ? [["/verify/verify-in-page.mjs", ""]] : []);
    }
    const page = documentOf(await (await ask("/verify")).text());
    expect(page.querySelector("#in-browser")?.hasAttribute("hidden")).toBe(true);
    expect(page.querySelector("#offline")?.textContent).toContain("node verify-bundle.mjs");
    for (const name of ["verify-in-page", "verify-in-browser", "verify-bundle"]) {
      const { status, headers } = await ask(`/verify/${name}.mjs`);
      expect([status, headers.get("content-type")]).toEqual([200, "text/javascript; charset=utf-8"]);
    }
    for (const name of ["worker.ts", "..%2Fpackage.json", "constructor", "__proto__"]) {
      expect((await ask(`/verify/${name}`)).status, name).toBe(404);
    }
  });

  test("weighs 30 KB at most, packed", async () => {
    for (const path of paths()) {
      const html = await (await ask(path)).text();
      expect(gzipSync(html).byteLength, path).toBeLessThanOrEqual(30 * 1024);
      expect(html.startsWith("<!doctype html><html"), path).toBe(true);
    }
  });

  test("is kept by caches for 30 seconds at most", async () => {
    for (const path of paths()) {
      const cached = (await ask(path)).headers.get("cache-control") ?? "";
      expect(cached, path).toMatch(/^no-store$|^public, max-age=0, s-maxage=(30|10), must-revalidate$/);
    }
  });

  test("answers 304 to who has it, and another tag for another version", async () => {
    const path = `/verdicts/${slugs.corrected}`;
    const tag = (await ask(path)).headers.get("etag")!;
    expect(tag).toMatch(/^"[\w-]{43}"$/);
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
      const again = await ask(path, { "if-none-match": known });
      expect([again.status, await again.text()], known).toEqual([304, ""]);
    }
    // The server packs answers itself and takes no packed ones from a handler.
    const packed = await ask(path, { "accept-encoding": "gzip, br" });
    expect(packed.headers.has("content-encoding")).toBe(false);
    expect((await ask(`${path}/v/1`, { "if-none-match": tag })).status).toBe(200);
    const gone = await ask(`/verdicts/${slugs.retracted}`, { "if-none-match": "*" });
    expect(gone.status).toBe(410);
  });
});
