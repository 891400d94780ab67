import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { handledAt, spokenPages } from "./handled-at";
import { isStaffPage } from "./refuse-request";

test.each([
  ["/uk", "/"],
  ["/uk?page=2", "/?page=2"],
  ["/uk/corrections", "/corrections"],
  ["/en/search?q=cars", "/search?q=cars"],
  ["/uk/topics/health?after=x", "/topics/health?after=x"],
  ["/uk/about/v/2", "/about/v/2"],
  ["/api/v1/claims:search?query=a%3Ab", "/api/v1/claims-search?query=a%3Ab"],
  ["/v1alpha1/claims%3Asearch?query=cars", "/api/v1/claims-search?query=cars"],
  ["/v1alpha1/claims%3asearch", "/api/v1/claims-search"],
])("%s is answered by the handler of %s", (url, at) => {
  expect(handledAt(url)).toBe(at);
});

test.each([
  "/",
  "/?q=/uk/search",
  "/corrections",
  "/uk/",
  "/uk/search/",
  "/uk//search",
  "/de/search",
  "/uk/verdicts/anything",
  "/uk/desk",
  "/uk/desk/claims",
  "/uk/feeds/verdicts.atom",
  "/uk/searching",
  "/uk/uk/search",
  "/api/v1/claims:searches",
  "*",
  "http://elsewhere.example/uk",
])("%s stays as it is", (url) => {
  expect(handledAt(url)).toBe(url);
});

const readersPages = join("app", "(public)");

test("each page in a language is a readers' page, and none a verdict, of staff, data or a file", () => {
  for (const page of spokenPages) {
    expect(isStaffPage(`/${page}`), page).toBe(false);
    expect(page).not.toMatch(/^(verdicts|embed|cards|feeds|api|oembed|preview|fonts)/);
    expect(existsSync(join(readersPages, page)), page).toBe(true);
  }
});

test("no page of words is forgotten", () => {
  const others = /^(\[|verdicts|embed|cards|feeds|oembed|fonts|favicon|robots|sitemap)/;
  const folders = readdirSync(readersPages, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !others.test(entry.name))
    .map(({ name }) => name);
  expect(folders.filter((name) => !spokenPages.has(name))).toEqual([]);
});
