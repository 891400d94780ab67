import { keysReady } from "./by-keyboard";
import { expect, test } from "./fixtures";
import { lookOver } from "./look-at";
import { claimWithEvidence } from "./scenes";
import { moving } from "./seen-by-all";

const chosenWordsBar = "[role=toolbar][aria-label='Use the chosen words']";

test("what opens over a page by a key is readable and usable by all", async ({ as }) => {
  const page = await as("checker");
  await page.goto("/desk");
  await keysReady(page);
  for (const [key, name] of [
    ["?", "Keys"],
    ["ControlOrMeta+k", "Jump to"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole("dialog", { name })).toBeVisible();
    expect(await lookOver(page, "dialog[open]"), name).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog", { name })).toHaveCount(0);
  }
});

test("the account menu and an article's keys are readable and usable by all", async ({ as, api }) => {
  const { articleId } = await claimWithEvidence(await api("checker"));
  const page = await as("checker");
  await page.goto(`/desk/articles/${articleId}`);
  const account = "details:has(> [aria-label^='Account:'])";
  await page.locator(account).locator("summary").click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  expect(await lookOver(page, account)).toEqual([]);
  await page.locator(account).locator("summary").click();

  await page.locator(".key-hint > summary").click();
  await expect(page.getByText("Let go of the words")).toBeVisible();
  expect(await lookOver(page, ".key-hint[open]")).toEqual([]);
});

test("what can be done with words of an article is readable and usable by all, in each of its steps", async ({
  as,
  api,
}) => {
  const { articleId, claimId } = await claimWithEvidence(await api("checker"));
  const page = await as("checker");
  const bar = page.locator(chosenWordsBar);
  const chooseSentence = async () => {
    await keysReady(page);
    await page.locator("#article-text").focus();
    await page.keyboard.press("j");
    await expect(bar).toBeVisible();
  };
  await page.goto(`/desk/articles/${articleId}`);
  await chooseSentence();
  expect(await lookOver(page, chosenWordsBar), "no claim is chosen").toEqual([]);
  await page.keyboard.press("1");
  await expect(bar.getByText("Nothing was logged")).toBeVisible();
  expect(await lookOver(page, chosenWordsBar), "a stance without a claim").toEqual([]);
  await bar.getByLabel("Evidence for").selectOption(claimId);
  await expect(bar.getByRole("button", { name: "Supports" })).not.toHaveAttribute("aria-disabled");
  expect(await lookOver(page, chosenWordsBar), "a claim is chosen").toEqual([]);
  await bar.getByRole("button", { name: "New claim" }).click();
  const field = bar.getByLabel("What we check");
  await expect(field).toBeFocused();
  // The ring around a field is seen on the bar's ground, as its words are.
  await expect(field).toHaveCSS("outline-color", await bar.evaluate((box) => getComputedStyle(box).color));
  expect(await lookOver(page, chosenWordsBar), "a new claim").toEqual([]);

  // Beside a claim, with the words chosen in a window that is as small from the start.
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto(`/desk/claims/${claimId}?pane=article`);
  await chooseSentence();
  expect(await lookOver(page, chosenWordsBar), "beside a claim").toEqual([]);
  await page.keyboard.press("n");
  await expect(field).toBeFocused();
  expect(await lookOver(page, chosenWordsBar), "a new claim beside a claim").toEqual([]);
});

test("a button's colours change little by little, and at once for whoever asked for rest", async ({ as }) => {
  const page = await as("checker");
  await page.goto("/desk/claims/new");
  const html = page.locator("html");
  await html.evaluate((root) => {
    for (const begins of ["transitionrun", "animationstart"])
      document.addEventListener(begins, () => root.setAttribute("data-moved", begins), true);
  });
  const button = page.locator("main .button").first();
  const colour = () => button.evaluate((element) => getComputedStyle(element).backgroundColor);
  await button.hover();
  await expect(html).toHaveAttribute("data-moved", "transitionrun");
  expect(await moving(page)).not.toEqual([]);

  await page.mouse.move(0, 0);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
  await html.evaluate((root) => root.removeAttribute("data-moved"));
  const before = await colour();
  await button.hover();
  await expect.poll(colour).not.toBe(before);
  // What a frame starts it tells by the next one.
  await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))));
  await expect(html).not.toHaveAttribute("data-moved");
  expect(await moving(page)).toEqual([]);
});
