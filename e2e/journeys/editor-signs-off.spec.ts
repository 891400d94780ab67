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
