import { expect, test } from "../fixtures";
import { password, publishedClaim } from "../scenes";

test("a correction publishes version 2 with its reason and what changed; version 1 stays", async ({
  as,
  api,
}) => {
  const checker = await api("checker");
  const second = await api("second");
  const { claimId, slug, town } = await publishedClaim(checker, second, await api("editor"));
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}`);
  await page.getByRole("link", { name: "Open a correction" }).click();
  await page.getByRole("radio", { name: /^Correction/ }).check();
  await page.getByLabel("What readers are told").fill("We wrote $42 million; the sum was $43 million.");
  await page.getByRole("button", { name: "Open the correction" }).click();
  await page.waitForURL(new RegExp(`/desk/claims/${claimId}$`));
  await expect(page.getByRole("link", { name: "correction open", exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Write it" }).first().click();
  await page.getByRole("textbox", { name: "Finding" }).fill(`${town} ordered seven ferries for $43 million`);
  await page.getByRole("button", { name: "Save the draft" }).click();
  await page.waitForURL(new RegExp(`/desk/claims/${claimId}$`));
  await page.getByRole("button", { name: "Ready for an editor" }).click();
  await expect(page.locator("header").getByText("Ready for an editor")).toBeVisible();

  const signer = await as("editor");
  await signer.goto(`/desk/claims/${claimId}/sign-off`);
  const changes = signer.locator("#changes");
  await expect(changes.locator("ins").first()).toContainText("43");
  await expect(changes.locator("del").first()).toContainText("42");
  for (const box of await signer.getByLabel(/Publish although/).all()) await box.check();
  for (const reason of await signer.getByLabel("Reason, which readers see").all())
    await reason.fill("Made for a test.");
  await signer.getByLabel(/Your password/).fill(password);
  await signer.getByRole("button", { name: "Publish version 2 as Confirmed" }).click();
  await signer.waitForURL(new RegExp(`/verdicts/${slug}$`));
  await expect(signer.getByRole("heading", { level: 1 })).toContainText("$43 million");
  await expect(signer.getByText("We wrote $42 million; the sum was $43 million.").first()).toBeVisible();
  await signer.goto(`/verdicts/${slug}/v/1`);
  await expect(signer.getByRole("heading", { level: 1 })).toContainText("$42 million");
});

test("a correction is called something else, and taken back; meanwhile the verdict can be retracted", async ({
  as,
  api,
}) => {
  const { claimId } = await publishedClaim(await api("checker"), await api("second"), await api("editor"));
  const page = await as("editor");
  await page.goto(`/desk/claims/${claimId}/correction`);
  await page.getByRole("radio", { name: /^Typing error/ }).check();
  await page.getByLabel("What readers are told").fill("A letter was missing.");
  await page.getByRole("button", { name: "Open the correction" }).click();
  await page.waitForURL(new RegExp(`/desk/claims/${claimId}$`));
  await page.getByRole("link", { name: "correction open (typing error)" }).click();
  await expect(page.getByLabel("What readers are told")).toHaveValue("A letter was missing.");
  await page.getByRole("radio", { name: /^Update/ }).check();
  await page.getByRole("button", { name: "Save kind and words" }).click();
  await page.waitForURL(new RegExp(`/desk/claims/${claimId}$`));
  await page.getByRole("link", { name: "Retract it" }).click();
  await expect(page.getByRole("button", { name: "Retract version 1" })).toBeVisible();
  await page.goto(`/desk/claims/${claimId}/correction`);
  await page.getByRole("button", { name: "Take the correction back" }).click();
  await page.waitForURL(new RegExp(`/desk/claims/${claimId}$`));
  await expect(page.getByRole("link", { name: "Open a correction" })).toBeVisible();
});

test("an editor signs a notice, and then retracts; the page says why and answers 410", async ({
  as,
  api,
}) => {
  const { claimId, slug } = await publishedClaim(
    await api("checker"),
    await api("second"),
    await api("editor"),
  );
  const page = await as("editor");
  await page.goto(`/desk/claims/${claimId}`);
  await page.getByRole("link", { name: "Sign a notice" }).click();
  await page.getByRole("radio", { name: /^Under review/ }).check();
  await page.getByLabel("What readers are told").fill("The budget office is looking again.");
  // Shown before it is signed, in its place on the page, without a password and without a word of it being public.
  const shown = page.frameLocator('iframe[title="What readers will see"]').locator(".note-box.notice");
  await expect(shown).toHaveCount(0);
  await page.getByRole("button", { name: "Show what readers will see" }).click();
  await expect(shown).toContainText("Under review");
  await expect(shown).toContainText("The budget office is looking again. Signed by Editor One.");
  await expect(page.getByLabel("What readers are told")).toHaveValue("The budget office is looking again.");
  await expect(page.getByRole("radio", { name: /^Under review/ })).toBeChecked();
  // No address, and so no log and no history, has words that nobody signed.
  for (const frame of page.frames()) expect(frame.url()).not.toContain("looking");
  expect(await (await page.request.get(`/verdicts/${slug}`)).text()).not.toContain("looking again");
  await page.getByLabel(/Your password/).fill(password);
  await page.getByRole("button", { name: "Publish this notice beside version 1" }).click();
  await page.waitForURL(new RegExp(`/verdicts/${slug}$`));
  await expect(page.getByText("The budget office is looking again.").first()).toBeVisible();

  await page.goto(`/desk/claims/${claimId}/retraction`);
  const preview = page.frameLocator('iframe[title="What readers will see"]');
  await expect(preview.getByRole("heading", { level: 1 })).toHaveText("This verdict has been retracted");
  await expect(preview.getByText("Your reason stands here", { exact: false }).first()).toBeVisible();
  await expect(preview.getByText(/^Retracted .* · signed by Editor One$/)).toBeVisible();
  await page.getByLabel("Why, in words for readers").fill("The budget that we quoted was a draft.");
  await page.getByLabel(/Your password/).fill(password);
  await page.getByRole("button", { name: "Retract version 1" }).click();
  await page.waitForURL(new RegExp(`/verdicts/${slug}$`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This verdict has been retracted");
  await expect(page.getByText("The budget that we quoted was a draft.").first()).toBeVisible();
  expect((await page.request.get(`/verdicts/${slug}`)).status()).toBe(410);

  // The desk says it, too, where the claim is opened.
  await page.goto(`/desk/claims/${claimId}`);
  await expect(page.getByText(/^Retracted by Editor One, /)).toBeVisible();
  await expect(page.getByText("The budget that we quoted was a draft.")).toBeVisible();
  await expect(page.getByRole("link", { name: "What readers see in its place" })).toHaveAttribute(
    "href",
    `/verdicts/${slug}`,
  );
  expect((await page.request.get(`/verdicts/${slug}/v/1`)).status()).toBe(200);
});
