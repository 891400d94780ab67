import { expect as usual, type Locator, type Page } from "@playwright/test";

/** A benchmark uses these too, outside of the runner, whose settings would give a busy machine its time. */
const expect = usual.configure({ timeout: 30_000 });

/** Waits until the page hears single keys: its scripts come after its words. */
export async function keysReady(page: Page): Promise<void> {
  await expect(page.locator("html[data-keys]")).toBeAttached();
}

/** Goes on with Tab, as a person without a mouse does, until this has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 150; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${String(target)}.`);
}

/** Tab to a field, then what is typed. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.insertText(text);
}

/** Tab to a button or a link, then Enter. */
export async function pressEnterOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

/** Finds a claim through the palette, and opens it. */
export async function jumpTo(page: Page, words: string): Promise<void> {
  await keysReady(page);
  await page.keyboard.press("ControlOrMeta+k");
  const palette = page.getByRole("dialog", { name: "Jump to" });
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type(words);
  await expect(
    palette.getByRole("option", { name: new RegExp(`^(?!Search).*${words}`) }).first(),
  ).toBeVisible();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/desk\/claims\//);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(words);
}

/** The key "s" goes to the claim's next step, Enter takes it. */
export async function takeNextStep(page: Page, step: string): Promise<void> {
  const button = page.getByRole("button", { name: step });
  await expect(button).toBeVisible();
  await page.keyboard.press("s");
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(button).toHaveCount(0);
}

/** From sentence to sentence of the article in hand, until the chosen one has these words. */
export async function chooseSentence(page: Page, words: string): Promise<void> {
  const chosen = page.getByRole("toolbar", { name: "Use the chosen words" }).getByRole("status");
  let before = "";
  for (let sentence = 0; sentence < 6; sentence += 1) {
    await page.keyboard.press("j");
    await expect(chosen).toBeVisible();
    if (before) await expect(chosen).not.toHaveText(before);
    before = await chosen.innerText();
    if (before.includes(words)) return;
  }
  throw new Error(`No sentence of the first six has “${words}”.`);
}

/** Writes a review, ticks the first evidence and marks it unproven, all by keys. */
export async function giveReview(page: Page, words: string): Promise<void> {
  const field = page.getByLabel("What you found, and why");
  await expect(field).toBeAttached();
  await keysReady(page);
  await page.keyboard.press("r");
  await expect(field).toBeFocused();
  await page.keyboard.insertText(words);
  await tabTo(page, page.getByRole("checkbox", { name: /^1\./ }));
  // Away from the text, the keys for a mark lead to its button; giving it takes Enter.
  await page.keyboard.press("m");
  await page.keyboard.press("3");
  await expect(page.getByRole("button", { name: "Unproven" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#reviews").getByText(words).first()).toBeVisible();
}
