import { expect, test } from "../fixtures";
import { password, publishedClaim, readyClaim, reviewedClaim } from "../scenes";
import { sql } from "../sessions";
import { signForLater, waitsAs } from "../sign-for-later";

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
  await expect(
    page.getByText(/You changed the claim.*: that changed what would be published\./),
  ).toBeVisible();

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
  const toolbar = page.getByRole("toolbar", { name: "Use the chosen words" });
  // The text hears keys once its scripts run, which no page tells.
  const chooseWords = () =>
    expect(async () => {
      await page.locator("#article-text").focus();
      await page.keyboard.press("j");
      await expect(toolbar).toBeVisible({ timeout: 500 });
    }).toPass();
  await chooseWords();
  await page.keyboard.press("3");
  await expect(toolbar.getByRole("alert")).toHaveText(/^Nothing was done yet/);
  await stillWaits();

  await chooseWords();
  await page.keyboard.press("3");
  await page.keyboard.press("3");
  await expect(page.getByText(/^It will not be published on/)).toBeVisible();
});

test("a draft that was open before it was signed for later does not cancel that by itself, says what to do, and loses no words", async ({
  as,
  api,
}) => {
  test.setTimeout(120_000);
  const checker = await api("checker");
  const { claimId } = await reviewedClaim(checker, await api("second"));
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}/verdict`);
  const finding = page.getByRole("textbox", { name: "Finding" });
  await expect(page.getByText("Saved as you write.")).toBeVisible();
  await checker.post(`/claims/${claimId}/events`, { event: "ready" });
  await signForLater(await as("editor"), claimId);
  const words = "Written while it was being signed.";
  await finding.fill(words);
  const why = page.getByRole("alert").filter({ hasText: "This was signed for later while you wrote" });
  await expect(why).toContainText("What you wrote is still here.");
  await expect(why).toContainText("press “Save the draft”");
  await expect(finding).toHaveValue(words);
  expect(await waitsAs(claimId)).toEqual(["waiting"]);

  await page.reload();
  await expect(finding).toHaveValue(words);
  const save = page.getByRole("button", { name: "Save the draft" });
  await save.click();
  await expect(page.getByText(/^Nothing was done yet/)).toBeVisible();
  expect(await waitsAs(claimId)).toEqual(["waiting"]);
  await save.click();
  await page.waitForURL(new RegExp(`/desk/claims/${claimId}$`));
  expect(await waitsAs(claimId)).toEqual(["cancelled"]);
});

const stateOf = async (claimId: string) =>
  (await sql(`SELECT state FROM claim WHERE id = $1`, [claimId]))[0]!.state;

test("what is ready for an editor is not taken back by a draft that saves itself: the pages say what a change does, and only a hand does it", async ({
  as,
  api,
}) => {
  test.setTimeout(120_000);
  const checker = await api("checker");
  const { claimId } = await reviewedClaim(checker, await api("second"));
  const page = await as("checker");
  const finding = page.getByRole("textbox", { name: "Finding" });
  await page.goto(`/desk/claims/${claimId}/verdict`);
  await expect(page.getByText("Saved as you write.")).toBeVisible();
  await expect(page.getByText("This claim is ready for an editor")).toHaveCount(0);
  await checker.post(`/claims/${claimId}/events`, { event: "ready" });
  const words = "Written while it was called ready.";
  await finding.fill(words);
  const why = page
    .getByRole("alert")
    .filter({ hasText: "This was called ready for an editor while you wrote" });
  await expect(why).toContainText("press “Save the draft”");
  expect(await stateOf(claimId)).toBe("ready");

  // Opened anew it says so first, has the words, and does not save itself.
  await page.reload();
  await expect(page.getByText("This claim is ready for an editor")).toBeVisible();
  await expect(page.getByText("Saved as you write.")).toHaveCount(0);
  await expect(finding).toHaveValue(words);
  await finding.fill(`${words} And more.`);
  await page.goto(`/desk/claims/${claimId}`);
  await expect(page.getByText(/^Any change to what readers will see sends it back to review/)).toBeVisible();
  expect(await stateOf(claimId)).toBe("ready");
  await page.goto(`/desk/claims/${claimId}/verdict`);
  await expect(finding).toHaveValue(`${words} And more.`);
  await page.getByRole("button", { name: "Save the draft" }).click();
  await page.waitForURL(new RegExp(`/desk/claims/${claimId}$`));
  expect(await stateOf(claimId)).toBe("in-review");
  await page.goto(`/desk/claims/${claimId}/verdict`);
  await expect(page.getByText("Saved as you write.")).toBeVisible();
});

test("the page of an open correction asks before it cancels what was signed for later, and the claim then says so", async ({
  as,
  api,
}) => {
  test.setTimeout(120_000);
  const checker = await api("checker");
  const { claimId, town } = await publishedClaim(checker, await api("second"), await api("editor"));
  const reason = "The board has named the sum since.";
  await checker.post(`/claims/${claimId}/corrections`, { class: "update", reason });
  const { verdict } = await checker.get<{ verdict: { version: number } & Record<string, unknown> }>(
    `/claims/${claimId}`,
  );
  const finding = `${town} ordered seven ferries for $42 million, the board says`;
  await checker.put(`/claims/${claimId}/verdict`, { ...verdict, finding });
  await checker.post(`/claims/${claimId}/events`, { event: "ready" });
  await signForLater(await as("editor"), claimId);

  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}/correction`);
  await expect(page.getByText(/^Signed, to be published on /)).toBeVisible();
  const cancels = /A change to what readers will see cancels the publication scheduled for/;
  await expect(page.getByRole("button", { name: "Take the correction back" })).toHaveAccessibleDescription(
    cancels,
  );
  await page.getByLabel("What readers are told").fill("The board has named the sum.");
  const save = page.getByRole("button", { name: "Save kind and words" });
  await expect(save).toHaveAccessibleDescription(cancels);
  await save.click();
  await expect(page.getByText(/^Nothing was done yet/)).toBeVisible();
  expect(await waitsAs(claimId)).toEqual(["waiting"]);
  await save.click();
  await page.waitForURL(new RegExp(`/desk/claims/${claimId}$`));
  await expect(page.getByText(/^It will not be published on/)).toBeVisible();
  expect(await waitsAs(claimId)).toEqual(["cancelled"]);
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
