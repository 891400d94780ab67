import { expect, test } from "../fixtures";
import { password, readyClaim, reviewedClaim } from "../scenes";

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

test("whoever asks for what changed reads it in the frame, beside the hash that is then signed; reasons stay, ticks do not", async ({
  as,
  api,
}) => {
  test.setTimeout(120_000);
  const checker = await api("checker");
  const { claimId, evidenceId, town } = await reviewedClaim(checker, await api("second"));
  // Whoever said it was not asked: a line that an editor may override.
  const { version } = await checker.get<{ version: number }>(`/claims/${claimId}`);
  const data = { claimant: `The mayor of ${town}`, version };
  expect((await checker.request.patch(`/api/v1/claims/${claimId}`, { data })).ok()).toBe(true);
  await checker.post(`/claims/${claimId}/events`, { event: "ready" });
  const page = await as("editor");
  await page.goto(`/desk/claims/${claimId}/sign-off`);
  const heading = page.frameLocator("iframe").getByRole("heading", { level: 1 });
  await expect(heading).toContainText(`${town} ordered seven ferries`);
  const box = page.getByLabel(/Publish although/).first();
  const reason = page.getByLabel("Reason, which readers see").first();
  await box.check();
  await reason.fill("Asked twice, by letter.");

  const { verdict } = await checker.get<{ verdict: { version: number } }>(`/claims/${claimId}`);
  await checker.put(`/claims/${claimId}/verdict`, {
    rating: "confirmed",
    finding: `The board of ${town} ordered ferries for $42 million`,
    summary: [],
    writeUp: `The board ordered seven ferries for $42 million in 2024.[^${evidenceId}]`,
    version: verdict.version,
  });
  const show = page.getByRole("button", { name: "Show", exact: true });
  await show.click();
  await expect(page.getByText("It is not ready to be signed")).toBeVisible();
  await checker.post(`/claims/${claimId}/events`, { event: "ready" });
  await show.click();
  const gate = await (await api("editor")).get<{ revision: { hash: string } }>(`/claims/${claimId}/gate`);
  await expect(page.getByText(gate.revision.hash)).toBeVisible();
  await expect(heading).toContainText(`The board of ${town} ordered ferries`);
  await expect(reason).toHaveValue("Asked twice, by letter.");
  await expect(box).not.toBeChecked();
  await expect(page.getByText("It changed since: what you ticked is not ticked any more.")).toBeVisible();

  await box.check();
  await page.reload();
  await expect(reason).toHaveValue("Asked twice, by letter.");
  await expect(box).toBeChecked();
  for (const one of await page.getByLabel(/Publish although/).all()) await one.check();
  for (const one of await page.getByLabel("Reason, which readers see").all())
    await one.fill("Asked twice, by letter.");
  await page.getByLabel(/Your password/).fill(password);
  await page.getByRole("button", { name: "Publish version 1 as Confirmed" }).click();
  await page.waitForURL(/\/verdicts\//);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`The board of ${town} ordered ferries`);
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
