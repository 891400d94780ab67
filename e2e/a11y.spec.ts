import { readdirSync } from "node:fs";
import { relative } from "node:path";
import type { Page } from "@playwright/test";
import { axeFaults } from "@/scripts/test/axe-faults";
import { keysReady } from "./by-keyboard";
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

/** Opens all that the page keeps folded: what is hidden nobody can find fault with. */
function unfold(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const folded of document.querySelectorAll<HTMLDetailsElement>("main details:not([open])")) {
      // Of those that share a name only one may be open.
      folded.removeAttribute("name");
      folded.open = true;
      // What lies over the page is closed by whoever goes on.
      const lies = [...folded.children].some((child) => getComputedStyle(child).position === "absolute");
      if (lies) folded.open = false;
    }
  });
}

/** What a narrow window hides: 320 px, and what 1280 by 1024 pixels hold at 400%, which is as wide and not as high. */
async function hiddenAt400Percent(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 256 });
  const faults = await coveredOrTooWide(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  return faults.map((fault) => `400% ${fault}`);
}

/** What is lost where a person's own few colours stand for all others, and what moves although they asked for rest. */
async function lostInForcedColours(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: "active" });
  const faults = [...(await lostWithoutColour(page)), ...(await moving(page))];
  await page.emulateMedia({ forcedColors: "none" });
  return faults;
}

async function lookAt(page: Page, path: string): Promise<string[]> {
  await page.goto(path);
  await unfold(page);
  const faults = [
    ...(await faultsOf(page)),
    ...(await lostInForcedColours(page)),
    ...(await hiddenAt400Percent(page)),
  ];
  return faults.map((fault) => `${path}: ${fault}`);
}

for (const [who, what, pages] of groups) {
  test(`axe finds nothing on ${what}, unfolded, light and dark; forced colours and 400% hide nothing`, async ({
    as,
  }) => {
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

  // The row that keys move to.
  const forced = await as("editor", { reducedMotion: "reduce", forcedColors: "active" });
  await forced.goto("/desk?needs=all");
  await forced.locator("a[data-row]").first().focus();
  await expect(forced.locator("a[data-row]").first()).toHaveCSS("outline-style", "solid");

  // A verdict, as readers have it: it runs no scripts, so what is looked at is what it is.
  const [verdict] = await sql(
    `SELECT p.slug FROM publication p JOIN claim c ON c.id = p."claimId" WHERE c.state = 'published' ORDER BY p."publishedAt" LIMIT 1`,
  );
  const reader = await as("reader", { reducedMotion: "reduce" });
  await reader.goto(`/verdicts/${String(verdict?.slug)}`);
  expect([...(await lostInForcedColours(reader)), ...(await hiddenAt400Percent(reader))]).toEqual([]);

  // On paper, from a dark desk.
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(255, 255, 255)");
  await expect(page.getByRole("navigation", { name: "Desk" })).toBeHidden();
  await expect(page.getByRole("button")).toHaveCount(0);
  await expect(page.locator("#gate")).toBeVisible();
  // What is folded on the screen.
  await expect(page.getByText("Why we check it")).toBeVisible();
});

/** Controls of the open dialog that cannot be brought into sight in a window as narrow and low as 400% leaves it. */
async function outOfReachIn(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 256 });
  const lost = await page.locator("dialog[open]").evaluate((dialog) => {
    const controls = [...dialog.querySelectorAll<HTMLElement>("a, button, input, select, [role=option]")];
    return controls
      .filter((control) => {
        control.scrollIntoView({ block: "nearest" });
        const { left, right, top, bottom } = control.getBoundingClientRect();
        return left < 0 || top < 0 || right > window.innerWidth || bottom > window.innerHeight;
      })
      .map((control) => `400% ${control.textContent}`);
  });
  await page.setViewportSize({ width: 1280, height: 900 });
  return lost;
}

test("what opens over a page by a key is readable and usable by all", async ({ as }) => {
  const page = await as("checker", { reducedMotion: "reduce" });
  await page.goto("/desk");
  await keysReady(page);
  for (const [key, name] of [
    ["?", "Keys"],
    ["ControlOrMeta+k", "Jump to"],
  ] as const) {
    await page.emulateMedia({ colorScheme: "light" });
    await page.keyboard.press(key);
    await expect(page.getByRole("dialog", { name })).toBeVisible();
    const light = await axeFaults(page, { inside: "dialog" });
    await page.emulateMedia({ colorScheme: "dark" });
    const dark = await axeFaults(page, { inside: "dialog", rules: ["color-contrast"] });
    const faults = [...light, ...dark, ...(await lostInForcedColours(page)), ...(await outOfReachIn(page))];
    expect(faults, name).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog", { name })).toHaveCount(0);
  }
});
