import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { password, readyClaim } from "../scenes";

const tomorrowAtSix = () => `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T06:00`;

async function signForLater(page: Page, claimId: string): Promise<void> {
  await page.goto(`/desk/claims/${claimId}/sign-off`);
  for (const box of await page.getByLabel(/Publish although/).all()) await box.check();
  for (const reason of await page.getByLabel("Reason, which readers see").all())
    await reason.fill("Made for a test.");
  await page.getByLabel(/Your password/).fill(password);
  await page.getByLabel(/Or sign now and publish later/).fill(tomorrowAtSix());
  await page.getByRole("button", { name: /^Schedule version 1 as / }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-off"));
  await expect(page.getByText(/^It will be published on/).first()).toBeVisible();
}

test("what is signed for six in the morning is not public before; a colleague's edit cancels it and the signer is told", async ({
  as,
  api,
}) => {
  test.setTimeout(120_000);
  const checker = await api("checker");
  const { claimId, town } = await readyClaim(checker, await api("second"));
  const editor = await as("editor");
  await signForLater(editor, claimId);

  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}`);
  await expect(page.getByText(/^It will be published on/).first()).toBeVisible();
  await editor.goto(`/preview/claims/${claimId}`);
  await expect(editor.getByText(/^Scheduled for .* · signed by Editor One/)).toBeVisible();
  const reader = await as("reader");
  await reader.goto(`/search?q=${town}`);
  await expect(reader.getByRole("link", { name: new RegExp(town) })).toHaveCount(0);

  await page.goto(`/desk/claims/${claimId}/edit`);
  await page.getByRole("textbox", { name: /^What we check/ }).fill(`${town} ordered eight ferries`);
  const save = page.getByRole("button", { name: /^Save/ }).first();
  await expect(save).toHaveAccessibleDescription(
    /A change to what readers will see cancels the publication scheduled for/,
  );
  await save.click();
  await expect(page.getByText("Nothing was done yet. To do it all the same, press again.")).toBeVisible();
  await save.click();
  await page.waitForURL(new RegExp(`/desk/claims/${claimId}$`));
  await expect(page.getByText(/^It will not be published on/)).toBeVisible();
  await expect(page.getByText(/Checker One .*: that changed what would be published\./)).toBeVisible();

  await editor.goto("/desk/notifications");
  await expect(editor.getByRole("listitem").filter({ hasText: town }).first()).toContainText(
    "It will not be published",
  );
});

test("what cancels it says so where the hand is, and no key or press cancels it unseen", async ({
  as,
  api,
}) => {
  test.setTimeout(120_000);
  const { claimId } = await readyClaim(await api("checker"), await api("second"));
  await signForLater(await as("editor"), claimId);
  const page = await as("checker");
  const stillWaits = async () => {
    await page.goto(`/desk/claims/${claimId}`);
    await expect(page.getByText(/^It will be published on/).first()).toBeVisible();
  };
  await stillWaits();
  await page.locator("summary").filter({ hasText: "Review again" }).click();
  await page.keyboard.press("m");
  await page.keyboard.press("1");
  const mark = page.getByRole("button", { name: "Confirmed", exact: true });
  await expect(mark).toBeFocused();
  await expect(mark).toHaveAccessibleDescription(
    /A change to what readers will see cancels the publication scheduled for/,
  );
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").getByText(/^Nothing was done yet/)).toBeVisible();

  await stillWaits();
  await page.locator("#article-text").focus();
  await page.keyboard.press("j");
  await page.keyboard.press("3");
  const toolbar = page.getByRole("toolbar", { name: "Use the chosen words" });
  await expect(toolbar.getByRole("alert")).toHaveText(/^Nothing was done yet/);
  await stillWaits();

  await page.locator("#article-text").focus();
  await page.keyboard.press("j");
  await page.keyboard.press("3");
  await page.keyboard.press("3");
  await expect(page.getByText(/^It will not be published on/)).toBeVisible();
});

test("its signer publishes it sooner than it was signed for, and another editor cannot", async ({
  as,
  api,
}) => {
  const { claimId, town } = await readyClaim(await api("checker"), await api("second"));
  const editor = await as("editor");
  await signForLater(editor, claimId);

  const other = await as("otherEditor");
  await other.goto(`/desk/claims/${claimId}/sign-off`);
  await expect(other.getByText(/^Only Editor One can publish it sooner/)).toBeVisible();
  await expect(other.getByRole("button", { name: /^Publish version/ })).toHaveCount(0);

  await editor.goto(`/desk/claims/${claimId}/sign-off`);
  const form = editor.getByRole("form", { name: "Publish now" });
  await form.getByLabel(/Your password/).fill(password);
  await form.getByRole("button", { name: /^Publish version 1 now/ }).click();
  await editor.waitForURL(/\/verdicts\//);
  await expect(editor.getByRole("heading", { level: 1 })).toContainText(town);
});
