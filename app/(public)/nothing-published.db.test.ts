import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { useTestDatabase } from "../../scripts/test/test-database";
import { siteUrl } from "./reader-test";
import { GET as home } from "./route";
import { GET as search } from "./search/route";

useTestDatabase();

type Page = (request: Request) => Promise<Response>;

async function mainOf(handler: Page, path: string): Promise<Element> {
  const response = await handler(new Request(siteUrl + path));
  expect(response.status, path).toBe(200);
  return new JSDOM(await response.text()).window.document.querySelector("main")!;
}

test("before anything is published the front page says whose it is, what it is for, and asks for suggestions", async () => {
  for (const [path, purpose, suggest] of [
    ["/", "We check claims", "Suggest that we check something"],
    ["/uk", "Ми перевіряємо твердження", "Запропонуйте, що нам перевірити"],
  ] as const) {
    const main = await mainOf(home as Page, path);
    const [heading, ...more] = main.querySelectorAll("h1");
    expect([heading!.className, more.length]).toEqual(["", 0]);
    expect(heading!.textContent).toBe(main.ownerDocument.querySelector(".brand")!.textContent);
    expect(main.querySelector(".text")!.textContent).toContain(purpose);
    const link = [...main.querySelectorAll(".text a")].find(({ textContent }) => textContent === suggest);
    expect(link?.getAttribute("href")).toBe(path === "/" ? "/tip" : "/uk/tip");
  }
});

test("and search says that there is nothing to find, asked or not, with the way to suggest", async () => {
  for (const [path, says, tip] of [
    ["/search", "Nothing has been published yet", "/tip"],
    ["/search?q=cars", "Nothing has been published yet", "/tip"],
    ["/uk/search?q=cars", "Ще нічого не опубліковано", "/uk/tip"],
  ] as const) {
    const empty = (await mainOf(search as Page, path)).querySelector(".empty")!;
    expect(empty.textContent, path).toContain(says);
    expect(empty.querySelector("a")!.getAttribute("href"), path).toBe(tip);
  }
});
