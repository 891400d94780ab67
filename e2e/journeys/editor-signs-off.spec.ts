import { expect, test } from "../fixtures";
import { password, readyClaim } from "../scenes";

test("an editor reads what readers will get, says why an open line may stay open, and publishes", async ({
  as,
  api,
}) => {
  const { claimId, town } = await readyClaim(await api("checker"), await api("second"));
  const page = await as("editor");
  await page.goto(`/desk/claims/${claimId}`);
  await page.getByRole("link", { name: "Read it as readers will, and sign" }).click();
  await expect(page.getByRole("heading", { name: "Sign version 1" })).toBeVisible();
  const preview = page.frameLocator("iframe");
  await expect(preview.getByRole("heading", { level: 1 })).toContainText(`${town} ordered seven ferries`);
  await expect(page.getByText("Checker One", { exact: true })).toBeVisible();

  const publish = page.getByRole("button", { name: "Publish version 1 as Confirmed" });
  for (const box of await page.getByLabel(/Publish although/).all()) await box.check();
  for (const reason of await page.getByLabel("Reason, which readers see").all())
    await reason.fill("Made for a test.");
  await page.getByLabel(/Your password/).fill("not the password");
  await publish.click();
  await expect(page.getByRole("alert").getByText("The password is wrong.").first()).toBeVisible();
  for (const reason of await page.getByLabel("Reason, which readers see").all())
    await expect(reason).toHaveValue("Made for a test.");

  await page.getByLabel(/Your password/).fill(password);
  await publish.click();
  await page.waitForURL(/\/verdicts\//);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${town} ordered seven ferries`);
  await expect(page.getByText("Editor One").first()).toBeVisible();
});

test("on a telephone the page to be published is shown whole above the signing, with one thing to scroll", async ({
  as,
  api,
}) => {
  const { claimId } = await readyClaim(await api("checker"), await api("second"));
  const page = await as("editor", { viewport: { width: 390, height: 844 } });
  await page.goto(`/desk/claims/${claimId}/sign-off`);
  const frame = page.locator("iframe");
  const hidden = () =>
    frame.evaluate((element: HTMLIFrameElement) => {
      const { scrollHeight, scrollWidth } = element.contentDocument!.documentElement;
      return [scrollHeight - element.clientHeight, scrollWidth - element.clientWidth];
    });
  await expect(page.frameLocator("iframe").getByRole("heading", { level: 1 })).toBeVisible();
  await expect.poll(hidden).toEqual([0, 0]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.getByRole("link", { name: "Go on to signing" }).click();
  await expect(page.getByRole("heading", { name: "Sign version 1" })).toBeInViewport();
});

test("who cannot sign, and when there is nothing to sign, is told what there is to do", async ({
  as,
  api,
}) => {
  const { claimId } = await readyClaim(await api("checker"), await api("second"));
  const checker = await as("checker");
  await checker.goto(`/desk/claims/${claimId}/sign-off`);
  await expect(checker.getByText("Only an editor can sign")).toBeVisible();
  await checker.getByRole("link", { name: "Back to the claim" }).click();
  await checker.waitForURL(new RegExp(`/desk/claims/${claimId}$`));

  const editor = await as("editor");
  await editor.goto("/desk/settings/pages/ratings/sign");
  await expect(editor.getByText("Nothing is written yet that could be signed")).toBeVisible();
  await expect(editor.getByRole("link", { name: /^To its text/ })).toHaveAttribute(
    "href",
    "/desk/settings/pages/ratings",
  );
});
