import { JSDOM } from "jsdom";
import { beforeAll, describe, expect, test } from "vitest";
import { seedDemoDesk } from "../../lib/demo/seed-demo.server";
import { openDemoClaims } from "../../lib/demo/open-claims";
import { retractPublication } from "../../lib/publications/commands/retract-publication";
import { searchClaims } from "../../lib/publications/claims-search.server";
import { searchClaimsSchema } from "../../lib/publications/search-schema";
import { wordsOf } from "../../lib/publications/search-words";
import { done } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { ask, siteUrl } from "./reader-test";

const database = useTestDatabase();
const thirtyFour = "aurus-imported-at-least-34-million-in-south-korean-parts-between-2018-and-2023";
const kyungki = "kyungki-industrial-of-south-korea-supplied-parts-to-aurus";
const price = "an-aurus-costs-more-than-500-000";
let month = "";

beforeAll(async () => {
  await seedDemoDesk();
  const [row] = await database.sql<{ month: string }>("SELECT DISTINCT month FROM publication_listing");
  month = row!.month;
});

async function page(path: string, status = 200): Promise<Document> {
  const response = await ask(path);
  expect(response.status, path).toBe(status);
  return new JSDOM(await response.text()).window.document;
}

const linksOf = (document: Document) =>
  [...document.querySelectorAll("a")].map((a) => a.getAttribute("href"));
const verdictsOn = (document: Document) =>
  [...document.querySelectorAll(".verdict-list :is(h2, h3) a")].map((a) =>
    a.getAttribute("href")!.replace("/verdicts/", ""),
  );
const textOf = (document: Document, selector: string) =>
  document.querySelector(selector)?.textContent ?? null;
const marksOf = (document: Document) => [...document.querySelectorAll("b")].map((mark) => mark.textContent);

const lists = () => [
  "/",
  "/archive",
  `/archive/${month}`,
  "/topics/trade",
  "/claimants/kyungki-industrial",
  "/outlets/reuters",
  "/search?q=aurus",
  "/search",
];

describe("the front page", () => {
  test("leads with the newest verdict and leads on to topics, corrections, archive and search", async () => {
    const home = await page("/");
    expect(verdictsOn(home)).toHaveLength(4);
    expect(home.querySelectorAll(".top li h2")).toHaveLength(1);
    const links = linksOf(home);
    for (const href of ["/topics/trade", "/topics/sanctions", "/archive", "/corrections"])
      expect(links).toContain(href);
    expect(textOf(home, ".side")).toContain("retracted");
    expect(home.querySelector('form[role="search"]')?.getAttribute("action")).toBe("/search");
  });

  test("links no verdict that was retracted, and leads to its entry among the corrections instead", async () => {
    const home = await page("/");
    expect(linksOf(home).filter((href) => href?.includes(price))).toEqual([]);
    const [entry] = linksOf(home).filter((href) => href?.startsWith("/corrections#"));
    const told = (await page("/corrections")).getElementById(entry!.split("#")[1]!);
    expect(told?.querySelector("h2 a")?.getAttribute("href")).toBe(`/verdicts/${price}`);
  });
});

describe("the archive", () => {
  test("counts the verdicts of each month by rating, and lists them at an address that stays", async () => {
    const archive = await page("/archive");
    expect(linksOf(archive)).toContain(`/archive/${month}`);
    expect(archive.querySelector(".counts tbody")?.textContent).toContain(
      "Confirmed: the evidence shows it is right2",
    );
    const listed = await page(`/archive/${month}`);
    expect(verdictsOn(listed)).toHaveLength(4);
    expect(listed.querySelector('link[rel="canonical"]')?.getAttribute("href")).toBe(
      `${siteUrl}/archive/${month}`,
    );
  });

  test("has no page of a month without verdicts, or of what is no month", async () => {
    for (const no of ["1999-01", "2024-13", "2024", "2024-1", "%20", "2024-01-01"])
      expect(textOf(await page(`/archive/${no}`, 404), 'form[role="search"] label')).toBeTruthy();
  });
});

describe("topics, claimants and outlets", () => {
  test("a topic has its verdicts and its feeds", async () => {
    const trade = await page("/topics/trade");
    expect(verdictsOn(trade)).toHaveLength(3);
    expect(linksOf(trade)).toContain("/feeds/topics/Trade.atom");
    expect(trade.querySelector('link[href="/feeds/topics/Trade.atom"]')).not.toBeNull();
  });

  test("a claimant's page says what was claimed and how it was rated here, and that this is no measure", async () => {
    const claimant = await page("/claimants/kyungki-industrial");
    expect(textOf(claimant, "h1")).toBe("Kyungki Industrial");
    expect(verdictsOn(claimant)).toEqual([kyungki]);
    expect(textOf(claimant, ".counts")).toContain("Rated here");
    expect(textOf(claimant, "main")).toContain("does not measure how truthful anyone is");
    expect(textOf(claimant, "main")).not.toMatch(/score|%/i);
  });

  test("an outlet's page says what its articles were to each verdict", async () => {
    const outlet = await page("/outlets/reuters");
    expect(verdictsOn(outlet)).toHaveLength(4);
    expect(textOf(outlet, "table")).toMatch(/It reported what a source told or showed it2(?!\d)/);
    expect(textOf(outlet, ".verdict-list")).toContain("here: a first-hand source");
  });

  test("a name as people write it leads to its page; one that nobody printed has none", async () => {
    for (const [path, at] of [
      ["/outlets/Kyiv%20Independent", "/outlets/kyiv-independent"],
      ["/topics/TRADE", "/topics/trade"],
    ] as const) {
      const { status, headers } = await ask(path);
      expect([status, headers.get("location")]).toEqual([308, at]);
    }
    for (const no of [
      "/topics/none",
      "/claimants/%FF",
      "/outlets/..%2F",
      "/topics/%00",
      `/topics/${"x".repeat(500)}`,
      "/claimants/C%2B%2B",
    ])
      expect(textOf(await page(no, 404), 'form[role="search"] label'), no).toBeTruthy();
  });
});

test("a verdict leads to its topics, its claimant and its outlets, and each of these links leads somewhere", async () => {
  const links = linksOf(await page(`/verdicts/${thirtyFour}`)).filter((href) =>
    /^\/(?:topics|claimants|outlets)\//.test(href ?? ""),
  );
  for (const href of [
    "/topics/sanctions",
    "/topics/trade",
    "/claimants/kyiv-independent",
    "/outlets/reuters",
  ])
    expect(links).toContain(href);
  for (const href of new Set(links)) await page(href!);
});

describe("search", () => {
  test("finds words in any order, form and accent, and marks them", async () => {
    const found = await page("/search?q=korean+part+S%C3%B3uth");
    expect(verdictsOn(found).sort()).toEqual([thirtyFour, kyungki].sort());
    expect(marksOf(found)).toContain("South Korean parts");
    expect(textOf(found, ".result-count")).toContain("2 verdicts for “korean part Sóuth”");
  });

  test("finds a misspelt word and says so", async () => {
    const found = await page("/search?q=Souht+Korean+parts");
    expect(verdictsOn(found)).toContain(thirtyFour);
    expect(textOf(found, ".note-box")).toBe(
      "Showing results for South Korean parts. No verdict has “Souht Korean parts”.",
    );
    expect(found.querySelector("#q")?.getAttribute("value")).toBe("Souht Korean parts");
    expect(marksOf(found)).toContain("South Korean parts");
  });

  test("puts no number right, and proposes no word of a retracted verdict", async () => {
    expect(verdictsOn(await page("/search?q=%2435+million"))).toEqual([]);
    expect(verdictsOn(await page("/search?q=rouboles"))).toEqual([]);
  });

  test("understands quotation marks, a minus and or", async () => {
    expect(verdictsOn(await page("/search?q=%E2%80%9Ctwo+Aurus+cars%E2%80%9D"))).toHaveLength(1);
    expect(verdictsOn(await page("/search?q=aurus+-korean"))).toHaveLength(2);
    expect(verdictsOn(await page("/search?q=kim+or+kyungki"))).toHaveLength(2);
  });

  test("narrows by rating, topic, claimant and day, and keeps what was asked for in the form and its links", async () => {
    expect(verdictsOn(await page("/search?rating=disputed"))).toEqual([thirtyFour]);
    expect(verdictsOn(await page("/search?q=aurus&topic=Sanctions"))).toEqual([thirtyFour]);
    expect(verdictsOn(await page("/search?claimant=Kyungki+Industrial"))).toEqual([kyungki]);
    expect(verdictsOn(await page(`/search?from=${month}-01&to=2999-01-01`))).toHaveLength(4);
    expect(verdictsOn(await page("/search?to=2020-02-29"))).toEqual([]);
    const kept = await page(
      "/search?q=aurus&rating=disputed&topic=trade&claimant=kyiv-independent&from=2024-01-01&to=2020-02-30",
    );
    const values = ["rating", "topic", "claimant", "from", "to"].map(
      (id) => (kept.getElementById(id) as HTMLSelectElement | HTMLInputElement).value,
    );
    expect(values).toEqual(["disputed", "trade", "kyiv-independent", "2024-01-01", ""]);
  });

  test("helps when nothing is found, whatever was typed", async () => {
    const none = await page("/search?q=zeppelins&rating=disputed");
    expect(textOf(none, ".empty")).toContain("No verdict found for “zeppelins”");
    expect(linksOf(none)).toContain("/search?q=zeppelins");
    expect(linksOf(none)).toContain("/topics/trade");
    for (const odd of [
      "%3F!",
      "-",
      "%00",
      "the",
      "'%20OR%201=1",
      "%26%26%20|%20!(",
      "<script>",
      "x".repeat(2_000),
      "%F0%9F%92%A5",
    ])
      expect(await (await ask(`/search?q=${odd}`)).text(), odd).not.toMatch(/<script|could not be shown/);
  });

  test("answers Google's clients from the same search", async () => {
    const search = async (query: string, more = {}) =>
      searchClaims(searchClaimsSchema.parse({ query, ...more }), new Date());
    const { claims } = await search("Souht Korean parts");
    expect(claims.map(({ claimReview: [review] }) => review!.url)).toContain(
      `${siteUrl}/verdicts/${thirtyFour}`,
    );
    const first = await search("aurus", { pageSize: 3 });
    const rest = await search("aurus", { pageSize: 3, pageToken: first.nextPageToken });
    const skipped = await search("aurus", { offset: 3 });
    expect([first.claims.length, rest.claims.length, rest.nextPageToken]).toEqual([3, 1, ""]);
    expect(skipped.claims).toEqual(rest.claims);
    expect((await search("aurus", { languageCode: "uk" })).claims).toEqual([]);
    expect((await search("aurus", { maxAgeDays: 1 })).claims).toHaveLength(4);
  });
});

describe("every list", () => {
  test("is one plain page at one address, in its language, and has what sharing asks for", async () => {
    for (const path of lists()) {
      const document = await page(path);
      expect(document.documentElement.lang, path).toBe("en");
      expect(document.querySelectorAll("h1"), path).toHaveLength(1);
      const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href");
      expect(canonical, path).toBe(siteUrl + path.split("?")[0]);
      expect(document.querySelector('meta[property="og:url"]')?.getAttribute("content"), path).toBe(
        canonical,
      );
      for (const name of ["og:title", "og:description"])
        expect(
          document.querySelector(`meta[property="${name}"]`)?.getAttribute("content"),
          path,
        ).toBeTruthy();
    }
  });

  test("holds nothing that is not published", async () => {
    const all = (await Promise.all(lists().map(async (path) => (await ask(path)).text()))).join("");
    const rows = await database.sql<{ all: string }>(
      `SELECT (SELECT string_agg(l::text, ' ') FROM publication_listing l) || (SELECT string_agg(n::text, ' ') FROM publication_name n)
        || (SELECT string_agg(w::text, ' ') FROM publication_word w) AS all`,
    );
    for (const { text } of openDemoClaims) expect(all, text).not.toContain(text);
    const records = await database.sql<{ text: string }>(`SELECT "recordText" AS text FROM publication`);
    const published = new Set(records.flatMap(({ text }) => wordsOf(text)).map(({ word }) => word));
    const unpublished = openDemoClaims
      .flatMap(({ text }) => wordsOf(text))
      .map(({ word }) => word)
      .filter((word) => word.length > 4 && !published.has(word));
    expect(unpublished.length).toBeGreaterThan(3);
    for (const word of unpublished) expect(rows[0]!.all.toLowerCase(), word).not.toContain(word);
  });

  test("loses a verdict, its names, words and numbers when it is retracted", async () => {
    const editor = await database.makeViewer("editor", "Signer");
    const [claim] = await database.sql<{ id: string }>("SELECT id FROM claim WHERE slug = $1", [kyungki]);
    await done(
      retractPublication(editor, claim!.id, { version: 1, reason: "The official took it back." }, new Date()),
    );
    for (const path of lists().filter((one) => !one.startsWith("/claimants/"))) {
      const document = await page(path);
      expect(
        linksOf(document).filter((href) => href?.includes(kyungki)),
        path,
      ).toEqual([]);
    }
    await page("/claimants/kyungki-industrial", 404);
    expect(verdictsOn(await page("/topics/trade"))).toHaveLength(2);
    expect(textOf(await page("/archive"), ".counts tbody")).not.toContain("Reported");
    expect(verdictsOn(await page("/search?q=kyugnki"))).toEqual([]);
    expect(textOf(await page("/search"), "#claimant")).not.toContain("Kyungki");
  });
});
