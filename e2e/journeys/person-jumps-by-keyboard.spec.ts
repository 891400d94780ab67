import { axeFaults } from "@/scripts/test/axe-faults";
import { keysReady } from "../by-keyboard";
import { expect, test } from "../fixtures";
import { claimWithEvidence } from "../scenes";

test("Ctrl K finds a claim as it is typed, and Escape gives the focus back", async ({ as, api }) => {
  const { claimId, town } = await claimWithEvidence(await api("checker"));
  const page = await as("second");
  await page.goto("/desk");
  const newClaim = page.locator("main").getByRole("link", { name: "New claim" });
  await newClaim.focus();
  await page.keyboard.press("ControlOrMeta+k");
  const palette = page.getByRole("dialog", { name: "Jump to" });
  await expect(palette.getByRole("combobox")).toBeFocused();
  await expect(palette.getByRole("option", { name: "New claim" }).first()).toBeVisible();
  expect(await axeFaults(page, { inside: "dialog" })).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(palette).toHaveCount(0);
  await expect(newClaim).toBeFocused();

  await page.keyboard.press("ControlOrMeta+k");
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type(town);
  await expect(
    palette.getByRole("option", { name: new RegExp(`^(?!Search).*${town}`) }).first(),
  ).toBeVisible();
  await page.keyboard.press("Enter");
  await page.waitForURL(new RegExp(`/desk/claims/${claimId}`));
});

test("the key r goes to the review", async ({ as, api }) => {
  const checker = await api("checker");
  const { claimId } = await claimWithEvidence(checker);
  await checker.post(`/claims/${claimId}/events`, { event: "submit" });
  const page = await as("second");
  await page.goto(`/desk/claims/${claimId}`);
  await expect(page.getByRole("form", { name: "Your review" })).toBeAttached();
  await keysReady(page);
  await page.keyboard.press("r");
  await expect(page.getByLabel("What you found, and why")).toBeFocused();
});

test("on an article's own page nothing is logged before a claim is chosen, and a log can be undone", async ({
  as,
  api,
}) => {
  const checker = await api("checker");
  const { claimId, articleId, town } = await claimWithEvidence(checker);
  const count = async () =>
    (await checker.get<{ evidence: unknown[] }>(`/claims/${claimId}`)).evidence.length;
  const before = await count();
  const page = await as("checker");
  await page.goto(`/desk/articles/${articleId}`);
  await keysReady(page);
  await page.getByRole("group", { name: /Text of the article/ }).focus();
  await page.keyboard.press("j");
  const bar = page.getByRole("toolbar", { name: "Use the chosen words" });
  await expect(bar).toBeVisible();
  await expect(bar.getByRole("button", { name: /Supports/ })).toBeDisabled();
  await page.keyboard.press("1");
  const choice = bar.getByLabel("Evidence for");
  await expect(choice).toBeFocused();
  await expect(choice).toHaveValue("");
  expect(await count()).toBe(before);

  await choice.selectOption(claimId);
  await bar.getByRole("button", { name: /Context/ }).click();
  const logged = page.getByText("Logged as context");
  await expect(logged.getByRole("link", { name: new RegExp(town) })).toBeVisible();
  expect(await count()).toBe(before + 1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(logged).toHaveCount(0);
  await expect.poll(count).toBe(before);
});
