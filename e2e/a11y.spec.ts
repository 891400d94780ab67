import type { Page } from "@playwright/test";
import { axeFaults } from "@/scripts/test/axe-faults";
import { expect, test } from "./fixtures";
import { ferryStory, publishedClaim, readyClaim } from "./scenes";
import { coveredOrTooWide, lostWithoutColour, moving } from "./seen-by-all";
import { sql, type Person } from "./sessions";

type Ids = {
  open: string;
  published: string;
  article: string;
  capture: string;
  original: string;
  outlet: string;
  entity: string;
  template: string;
};

/** What the demo holds in each state that changes what pages show. */
async function demoIds(): Promise<Ids> {
  const one = async (what: string, where: string) => {
    const [row] = await sql(`SELECT ${what} AS found FROM claim WHERE ${where} ORDER BY "createdAt" LIMIT 1`);
    return String(row?.found);
  };
  const [relay] = await sql(
    `SELECT id, "currentCaptureId" FROM article WHERE state = 'captured' ORDER BY "createdAt" LIMIT 1`,
  );
  const [mention] = await sql(`SELECT id FROM article WHERE state = 'mentioned' ORDER BY id LIMIT 1`);
  // The demo has no owners: two who may be the same, one of them the owner of an outlet.
  const [entity] = await sql(
    `WITH made AS (INSERT INTO entity (id, name, kind, "otherNames") VALUES (gen_random_uuid(), 'Selby Holding', 'organisation', '{Selby Group}'), (gen_random_uuid(), 'Selby Group', 'organisation', '{}') RETURNING id)
     INSERT INTO entity_link (id, kind, "fromId", "toId", reason) SELECT gen_random_uuid(), 'same-as', min(id), max(id), 'Both are called “Selby Group”' FROM made RETURNING "fromId" AS id`,
  );
  const [outlet] = await sql(`SELECT id FROM outlet ORDER BY id LIMIT 1`);
  const [template] = await sql(`SELECT id FROM template WHERE "retiredAt" IS NULL ORDER BY id LIMIT 1`);
  return {
    open: await one("id", "state = 'in-review'"),
    published: await one("id", "state = 'published'"),
    article: String(relay?.id),
    capture: String(relay?.currentCaptureId),
    original: String(mention?.id),
    outlet: String(outlet?.id),
    entity: String(entity?.id),
    template: String(template?.id),
  };
}

const claimPage = (id: string, ...places: string[]) => places.map((place) => `/desk/claims/${id}${place}`);

const settingsPages = (...names: string[]) => names.map((name) => `/desk/settings/${name}`);

const groups: [who: Person | "reader", what: string, pages: (ids: Ids) => string[]][] = [
  [
    "checker",
    "the desk of a checker",
    (ids) => [
      "/desk",
      "/desk?needs=all",
      "/desk?q=nothing-is-called-this",
      "/desk?needs=all&importance=2&sort=reach",
      "/desk/claims/new",
      ...claimPage(ids.published, "", "/correction"),
    ],
  ],
  [
    "checker",
    "a claim that is worked on",
    (ids) => claimPage(ids.open, "", "/edit", "/verdict", "/sources", "/history"),
  ],
  [
    "second",
    "articles, captures and originals",
    (ids) => [
      "/desk/articles",
      "/desk/articles/new",
      `/desk/articles/${ids.article}`,
      `/desk/captures/${ids.capture}`,
      `/desk/captures/${ids.capture}?as=text`,
      "/desk/originals",
      `/desk/articles/new?original=${ids.original}`,
    ],
  ],
  [
    "second",
    "outlets, owners, tips, search and what was published",
    (ids) => [
      "/desk/settings/outlets",
      `/desk/settings/outlets/${ids.outlet}`,
      "/desk/settings/entities",
      `/desk/settings/entities/${ids.entity}`,
      "/desk/tips",
      "/desk/tips/ledger",
      "/desk/published",
      "/desk/figures",
      "/desk/search?q=Aurus",
      "/desk/nope",
    ],
  ],
  [
    "second",
    "tasks, news and what leans on a source",
    (ids) => [
      "/desk/tasks",
      "/desk/notifications",
      "/desk/tasks?show=done",
      ...settingsPages("notifications"),
      `/desk/articles/${ids.article}/dependants`,
    ],
  ],
  [
    "editor",
    "signing",
    (ids) => [
      ...claimPage(ids.open, "", "/sign-off", "/sources"),
      ...claimPage(ids.published, "/retraction", "/notice"),
    ],
  ],
  [
    "editor",
    "what an editor says about a source, its outlet and its owner",
    (ids) => [
      `/desk/articles/${ids.article}`,
      `/desk/articles/${ids.article}/dependants`,
      `/desk/settings/outlets/${ids.outlet}`,
      "/desk/settings/entities",
      `/desk/settings/entities/${ids.entity}`,
    ],
  ],
  [
    "admin",
    "an admin's own settings, and the page of a capture",
    (ids) => [
      `/desk/captures/${ids.capture}`,
      ...settingsPages("account", "second-factor", "keys", "sessions", "tokens", "ratings", "topics"),
      "/desk/settings",
      "/sign-in/second-factor",
    ],
  ],
  [
    "admin",
    "the newsroom's settings",
    () => settingsPages("people", "site", "desk", "gate", "watch", "webhooks"),
  ],
  [
    "editor",
    "what the newsroom says of itself, and its templates",
    (ids) => [
      ...settingsPages("pages", "pages/contact", "pages/about/sign", "dossier"),
      ...settingsPages("templates", `templates/${ids.template}`),
    ],
  ],
  // Readers' pages are looked at in app/(public)/public-routes.db.test.ts, each that there is.
  ["reader", "signing in", () => ["/sign-in", "/invite/used-up"]],
];

// Each group by itself: what the one looks at changes nothing for another.
test.describe.configure({ mode: "parallel" });

async function faultsOf(page: Page): Promise<string[]> {
  // The frame runs no scripts, axe's neither; what it shows is a reader's page, which is looked at by itself.
  for (const frame of await page.locator("iframe").all()) {
    await expect(frame).toHaveAttribute("title", /./);
    await frame.evaluate((element) => element.remove());
  }
  await page.emulateMedia({ colorScheme: "light" });
  const light = await axeFaults(page);
  // The same page in other colours: only the colours can be wrong.
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await axeFaults(page, { rules: ["color-contrast"] });
  return [...light.map((fault) => `light ${fault}`), ...dark.map((fault) => `dark ${fault}`)];
}

async function tooWideAt320(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 700 });
  const { tooWide, what } = await page.evaluate(() => {
    const beyond = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > window.innerWidth,
    );
    return {
      tooWide: document.documentElement.scrollWidth - window.innerWidth,
      what: beyond.slice(0, 5).map((element) => `${element.tagName} ${element.className}`),
    };
  });
  await page.setViewportSize({ width: 1280, height: 900 });
  return tooWide > 0 ? [`${tooWide} px too wide for 320 px: ${what.join(", ")}`] : [];
}

async function lookAt(page: Page, path: string): Promise<string[]> {
  await page.goto(path);
  const faults = [...(await faultsOf(page)), ...(await tooWideAt320(page))];
  return faults.map((fault) => `${path}: ${fault}`);
}

for (const [who, what, pages] of groups) {
  test(`axe finds nothing on ${what}, light and dark, and nothing scrolls sideways`, async ({ as }) => {
    test.setTimeout(120_000);
    const page = await as(who, { reducedMotion: "reduce" });
    const faults: string[] = [];
    for (const path of pages(await demoIds())) faults.push(...(await lookAt(page, path)));
    expect(faults).toEqual([]);
  });
}

test("what a source's silent change brings is readable and usable by all", async ({ as, api }) => {
  test.setTimeout(120_000);
  const scene = await publishedClaim(await api("checker"), await api("second"), await api("editor"));
  const changed = ferryStory(scene.town).replace("$42 million", "$43 million");
  await (await api("checker")).post(`/articles/${scene.articleId}/captures`, { text: changed });
  const [draft] = await sql(`SELECT id FROM prepared_notice WHERE "claimId" = $1`, [scene.claimId]);
  const page = await as("editor", { reducedMotion: "reduce" });
  const faults: string[] = [];
  for (const path of [
    `/desk/notices/${String(draft?.id)}`,
    "/desk/tasks",
    "/desk/notifications",
    `/desk/articles/${scene.articleId}`,
    `/desk/articles/${scene.articleId}/dependants`,
    `/desk/claims/${scene.claimId}`,
  ])
    faults.push(...(await lookAt(page, path)));
  expect(faults).toEqual([]);
});

test("the page where an editor signs is readable and usable by all", async ({ as, api }) => {
  const { claimId } = await readyClaim(await api("checker"), await api("second"));
  const page = await as("editor", { reducedMotion: "reduce" });
  expect(await lookAt(page, `/desk/claims/${claimId}/sign-off`)).toEqual([]);
  expect(await lookAt(page, `/desk/claims/${claimId}`)).toEqual([]);

  const forced = await as("editor", { reducedMotion: "reduce", forcedColors: "active" });
  const [verdict] = await sql(
    `SELECT p.slug FROM publication p JOIN claim c ON c.id = p."claimId" WHERE c.state = 'published' ORDER BY p."publishedAt" LIMIT 1`,
  );
  const lost: string[] = [];
  for (const path of [
    `/desk/claims/${claimId}`,
    `/desk/claims/${claimId}/sign-off`,
    "/desk/figures",
    `/verdicts/${String(verdict?.slug)}`,
    "/desk?needs=all",
  ]) {
    await forced.goto(path);
    const faults = [...(await lostWithoutColour(forced)), ...(await moving(forced))];
    lost.push(...faults.map((fault) => `${path}: ${fault}`));
  }
  // The row that keys move to.
  await forced.locator("a[data-row]").first().focus();
  await expect(forced.locator("a[data-row]").first()).toHaveCSS("outline-style", "solid");
  expect(lost).toEqual([]);

  // What 1280 by 1024 pixels hold at 400%.
  const zoomed = await as("checker", { viewport: { width: 320, height: 256 }, reducedMotion: "reduce" });
  const hidden: string[] = [];
  for (const path of [
    `/desk/claims/${claimId}?pane=claim`,
    `/desk/claims/${claimId}?pane=article`,
    `/desk/claims/${claimId}/verdict`,
    "/desk?needs=all",
    `/verdicts/${String(verdict?.slug)}`,
  ]) {
    await zoomed.goto(path);
    hidden.push(...(await coveredOrTooWide(zoomed)).map((fault) => `${path}: ${fault}`));
  }
  expect(hidden).toEqual([]);

  // On paper, from a dark desk.
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(255, 255, 255)");
  await expect(page.getByRole("navigation", { name: "Desk" })).toBeHidden();
  await expect(page.getByRole("button")).toHaveCount(0);
  await expect(page.locator("#gate")).toBeVisible();
  // What is folded on the screen.
  await expect(page.getByText("Why we check it")).toBeVisible();
});
