import { readdirSync } from "node:fs";
import { relative } from "node:path";
import type { Page } from "@playwright/test";
import { axeFaults } from "@/scripts/test/axe-faults";
import { demoIds, groups } from "./desk-pages";
import { expect, test } from "./fixtures";
import { ferryStory, publishedClaim, readyClaim } from "./scenes";
import { coveredOrTooWide, lostWithoutColour, moving } from "./seen-by-all";
import { sql } from "./sessions";

/** Looked at where they are brought about: a notice that waits, below, and a sheet on its way, in its journey. */
const elsewhere = ["/desk/notices/[id]", "/desk/claims/import/[id]"];

test("every page of the desk is looked at", () => {
  const id = "[id]";
  const ids = {
    open: id,
    published: id,
    article: id,
    capture: id,
    original: id,
    outlet: id,
    entity: id,
    template: id,
  };
  const looked = groups.flatMap(([, , pages]) =>
    pages(ids).map((path) =>
      path
        .replace(/\?.*$/, "")
        .replace(/(settings\/pages)\/\w+/, "$1/[page]")
        .replace("/desk/nope", "/desk/[...rest]"),
    ),
  );
  const folder = "app/(desk)";
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name === "page.tsx")
    .map(({ parentPath }) => `/${relative(folder, parentPath)}`);
  expect(found.filter((page) => ![...looked, ...elsewhere].includes(page))).toEqual([]);
});

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
