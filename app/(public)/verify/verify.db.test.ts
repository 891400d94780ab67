import { beforeAll, expect, test } from "vitest";
import { seedDemoDesk } from "../../../lib/demo/seed-demo.server";
import { useTestDatabase } from "../../../scripts/test/test-database";
import { ask, siteUrl } from "../reader-test";
import { GET as verify } from "./route";

useTestDatabase();
const kyungki = "kyungki-industrial-of-south-korea-supplied-parts-to-aurus";

beforeAll(async () => {
  await seedDemoDesk();
});

test("verify reads a whole address, and never says of what it cannot read that it was not published", async () => {
  const ofVersion = encodeURIComponent(`${siteUrl}/verdicts/${kyungki.toUpperCase()}/v/1`);
  for (const slug of [ofVersion, `${kyungki}/v/1`, encodeURIComponent(`${siteUrl}/verdicts/${kyungki}`)]) {
    const page = await (await ask(`/verify?slug=${slug}`)).text();
    expect(page, slug).toContain("The record matches its signature");
    expect(page, slug).toContain(`href="/verdicts/${kyungki}/v/1"`);
  }
  for (const [query, says] of [
    [`slug=${kyungki}&version=-1`, "“-1” is no version number"],
    [`slug=${kyungki}&version=0`, "“0” is no version number"],
    ["slug=%00%22%3E", "is not the name of a verdict"],
    [`slug=https://elsewhere.example/verdicts/${kyungki}`, "That address is at elsewhere.example."],
  ] as const) {
    const page = await (await ask(`/verify?${query}`)).text();
    expect(page, query).toContain(says);
    expect(page, query).not.toContain("A page that says otherwise");
    expect(page, query).not.toContain("matches its signature");
  }
});

/** The address as it is handed on: to the page's handler, with the language still in front. */
const get = (path: string) => verify(new Request(siteUrl + path));

test("an address that is not known is first to be looked at again, and the warning comes after it", async () => {
  const mistyped = kyungki.replace("korea", "koera");
  for (const [path, again, search, warning] of [
    [
      "/verify",
      "Check that the address is whole and spelled as you have it",
      "/search",
      "does not come from us",
    ],
    ["/uk/verify", "Перевірте, чи адреса ціла й написана так, як у вас", "/uk/search", "не наша."],
  ] as const) {
    const page = await (await get(`${path}?slug=${mistyped}`)).text();
    expect(page).toContain(again);
    expect(page.indexOf(again)).toBeLessThan(page.indexOf(warning));
    expect(/<section id="result">.*?<\/section>/s.exec(page)![0]).toContain(`href="${search}"`);
  }
});

test("what is verified says so once, in a shape and a sentence, and names the verdict by its rating and finding", async () => {
  for (const [path, said] of [
    ["/verify", "The record matches its signature"],
    ["/uk/verify", "Запис відповідає підпису"],
  ] as const) {
    const page = await (await get(`${path}?slug=${kyungki}`)).text();
    const [result] = /<section id="result">.*?<\/section>/s.exec(page)!;
    expect(result).toMatch(
      new RegExp(`<h2><svg[^>]*data-shape="disc-check"[^>]*><path[^>]*></path></svg> ${said}</h2>`),
    );
    const link = new RegExp(`<a href="/verdicts/${kyungki}/v/1">(.*?)</a>`, "s").exec(result)![1]!;
    expect(result).toMatch(/class="rating-label"[^>]*>[^<]+<\/span><\/span><span class="under"><a /);
    expect(link).toMatch(/^<bdi[^>]*>[^<]{10,}<\/bdi>/);
  }
});
