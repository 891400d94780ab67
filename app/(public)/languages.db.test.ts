import { JSDOM } from "jsdom";
import { beforeAll, describe, expect, test } from "vitest";
import { seedDemoDesk } from "../../lib/demo/seed-demo.server";
import { useTestDatabase } from "../../scripts/test/test-database";
import { GET as anything } from "./[...path]/route";
import { GET as corrections } from "./corrections/route";
import { GET as record } from "../api/v1/publications/[slug]/[version]/route";
import { ask, siteUrl } from "./reader-test";
import { GET as report, POST as sendReport } from "./report/route";
import { GET as tip } from "./tip/route";
import { GET as home } from "./route";
import { GET as search } from "./search/route";

const database = useTestDatabase();
let slug = "";

beforeAll(async () => {
  await seedDemoDesk();
  const [row] = await database.sql<{ slug: string }>(
    `SELECT slug FROM publication GROUP BY slug HAVING bool_and(kind = 'publication') ORDER BY slug LIMIT 1`,
  );
  slug = row!.slug;
});

type Handler = (request: Request, context?: { params: Promise<never> }) => Promise<Response>;

/** The address as it is handed on: to the page's handler, with the language still in front. */
function get(handler: unknown, path: string): Promise<Response> {
  return (handler as Handler)(new Request(siteUrl + path), { params: Promise.resolve({} as never) });
}

async function pageOf(response: Response): Promise<Document> {
  return new JSDOM(await response.text()).window.document;
}

/** Gives the newsroom another language, past the ten seconds that settings are remembered. */
async function speak(language: string): Promise<void> {
  await database.sql(
    `UPDATE setting SET value = jsonb_set(value, '{language}', to_jsonb($1::text)) WHERE key = 'site'`,
    [language],
  );
  delete (globalThis as { countersignSite?: unknown }).countersignSite;
}

describe("a page of words in another language", () => {
  test.each([
    ["/uk", home, "Останні вердикти"],
    ["/uk/corrections", corrections, "Виправлення"],
    ["/uk/search?q=cars", search, "Пошук"],
    ["/uk/report", report, "Повідомити про помилку"],
    ["/uk/tip", tip, "Запропонувати, що перевірити"],
  ])("%s speaks it, and keeps to it in its links and its form", async (path, handler, heading) => {
    const response = await get(handler, path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-language")).toBe("uk");
    const document = await pageOf(response);
    expect(document.documentElement.lang).toBe("uk");
    expect(document.querySelector("h1")?.textContent).toBe(heading);
    const links = [...document.querySelectorAll("header a, footer a:not([hreflang])")];
    const hrefs = links.map((link) => link.getAttribute("href")!);
    expect(hrefs.filter((href) => !/^\/(uk(\/|$)|feeds\/)/.test(href))).toEqual([]);
    const form = document.querySelector("form")?.getAttribute("action") ?? "/uk";
    expect(form).toMatch(/^\/uk/);
    expect(document.querySelector("footer a[hreflang=en]")?.getAttribute("href")).not.toMatch(/^\/uk/);
  });

  test("is kept apart from the same page in the site's own language", async () => {
    const lang = async (path: string) => (await pageOf(await get(home, path))).documentElement.lang;
    expect([await lang("/"), await lang("/uk"), await lang("/"), await lang("/uk")]).toEqual([
      "en",
      "uk",
      "en",
      "uk",
    ]);
  });

  test("has no second address in the site's own language", async () => {
    const response = await get(search, "/en/search?q=cars");
    expect(response.status).toBe(307);
    expect(response.headers.get("location")).toBe("/search?q=cars");
  });

  test("takes a report, and answers in the language it was written from", async () => {
    const send = (fields: Record<string, string>) => {
      const headers = { "content-type": "application/x-www-form-urlencoded", origin: siteUrl };
      const body = new URLSearchParams(fields).toString();
      return sendReport(new Request(`${siteUrl}/uk/report`, { method: "POST", headers, body }));
    };
    const empty = await send({ slug, what: " " });
    expect(empty.status).toBe(400);
    expect((await pageOf(empty)).querySelector("#what-problem")?.textContent).toBe("Напишіть щось тут.");
    const long = await pageOf(await send({ slug, what: "а".repeat(4_001) }));
    expect(long.querySelector("#what-problem")?.textContent).toMatch(
      /^Задовгий текст: щонайбільше 4\s000 знаків, а тут 4\s001 знак\.$/u,
    );
    const sent = await send({ slug, what: "Тут помилка." });
    expect(sent.status).toBe(303);
    expect(sent.headers.get("location")).toBe(`/uk/report?slug=${slug}&sent=1`);
  });

  test.each(["/uk/verdicts/anything", "/uk/desk", "/uk/feeds/verdicts.atom"])(
    "%s is no such page, and says so in that language",
    async (path) => {
      const response = await get(anything, path);
      expect(response.status).toBe(404);
      expect((await pageOf(response)).querySelector("h1")?.textContent).toBe("Тут немає сторінки");
    },
  );
});

describe("when the newsroom changes its language", () => {
  test("its lists and feeds speak it, and what was published stays as it was signed", async () => {
    const signed = async () => {
      const params = Promise.resolve({ slug, version: "1" } as never);
      const path = `${siteUrl}/api/v1/publications/${slug}/1`;
      return (await (record as Handler)(new Request(path), { params })).text();
    };
    const markup = async () => {
      const document = await pageOf(await ask(`/verdicts/${slug}`));
      return [document.documentElement.lang, document.querySelector("script")?.textContent];
    };
    const before = { signed: await signed(), markup: await markup() };
    await speak("uk");
    expect((await pageOf(await ask("/"))).querySelector("h1")?.textContent).toBe("Останні вердикти");
    expect(await (await ask("/feeds/verdicts.atom")).text()).toContain("вердикти</title>");
    expect({ signed: await signed(), markup: await markup() }).toEqual(before);
    expect(before.markup[0]).toBe("en");
    expect((await get(home, "/uk")).status).toBe(307);
    expect((await pageOf(await get(home, "/en"))).documentElement.lang).toBe("en");
    await speak("en");
  });

  test("to one that the interface does not speak, pages stay in English and say so", async () => {
    await speak("ar");
    const response = await ask("/");
    const { lang, dir } = (await pageOf(response)).documentElement;
    expect([lang, dir]).toEqual(["en", "ltr"]);
    await speak("en");
  });
});
