import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test, type Api } from "./fixtures";
import { publishedClaim, readyClaim, reviewedClaim } from "./scenes";
import { sql, type Person } from "./sessions";

type Ids = {
  open: string;
  ready: string;
  published: string;
  article: string;
  slug: string;
  retracted: string;
};

/** One claim in each state that changes what pages show. */
async function makeIds(api: (person: Person) => Promise<Api>): Promise<Ids> {
  const [checker, second, editor] = [await api("checker"), await api("second"), await api("editor")];
  const open = await reviewedClaim(checker, second);
  const ready = await readyClaim(checker, second);
  const published = await publishedClaim(checker, second, editor);
  const [retracted] = await sql(`SELECT slug FROM claim WHERE state = 'retracted' LIMIT 1`);
  return {
    open: open.claimId,
    ready: ready.claimId,
    published: published.claimId,
    article: open.articleId,
    slug: published.slug,
    retracted: String(retracted?.slug),
  };
}

const claimPage = (id: string, ...places: string[]) => places.map((place) => `/desk/claims/${id}${place}`);

const groups: [who: Person | "reader", what: string, pages: (ids: Ids) => string[]][] = [
  [
    "checker",
    "the desk of a checker",
    (ids) => [
      "/desk",
      "/desk?needs=all",
      "/desk?q=nothing-is-called-this",
      ...claimPage(ids.open, "", "/edit", "/verdict", "/sources", "/history"),
      ...claimPage(ids.published, "", "/correction"),
      "/desk/claims/new",
    ],
  ],
  [
    "second",
    "articles, tips, search and what was published",
    (ids) => [
      "/desk/articles",
      "/desk/articles/new",
      `/desk/articles/${ids.article}`,
      "/desk/tips",
      "/desk/published",
      "/desk/search?q=Aurus",
      "/desk/nope",
    ],
  ],
  [
    "editor",
    "signing",
    (ids) => [
      ...claimPage(ids.ready, "", "/sign-off"),
      ...claimPage(ids.published, "/retraction", "/notice"),
      `/desk/articles/${ids.article}`,
    ],
  ],
  [
    "admin",
    "settings",
    () =>
      ["account", "sessions", "tokens", "ratings", "people", "site", "gate"].map(
        (name) => `/desk/settings/${name}`,
      ),
  ],
  [
    "reader",
    "what readers see, and signing in",
    (ids) => [
      "/",
      "/verdicts",
      `/verdicts/${ids.slug}`,
      `/verdicts/${ids.slug}/v/1`,
      `/verdicts/${ids.retracted}`,
      "/corrections",
      "/methodology",
      "/search?q=Aurus",
      "/verify",
      "/report",
      "/nothing-is-here",
      "/sign-in",
      "/invite/used-up",
    ],
  ],
];

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
  );
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const [who, what, pages] of groups) {
    test(`axe finds nothing on ${what}, ${colorScheme}, and nothing is wider than 320 px`, async ({
      as,
      api,
    }) => {
      test.setTimeout(120_000);
      const page = await as(who, { colorScheme });
      for (const path of pages(await makeIds(api))) {
        await page.setViewportSize({ width: 1280, height: 900 });
        await page.goto(path);
        expect(await faultsOf(page), path).toEqual([]);
        await page.setViewportSize({ width: 320, height: 700 });
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(tooWide, `${path} at 320 px`).toBeLessThanOrEqual(0);
      }
    });
  }
}
