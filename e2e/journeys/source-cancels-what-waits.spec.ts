import { expect, test } from "../fixtures";
import { readyClaim } from "../scenes";
import { signForLater, waitsAs } from "../sign-for-later";

test("an article's own page says whose publication a change to it cancels, and asks first", async ({
  as,
  api,
}) => {
  test.setTimeout(120_000);
  const { claimId, articleId, town } = await readyClaim(await api("checker"), await api("second"));
  await signForLater(await as("editor"), claimId);
  const page = await as("checker");
  await page.goto(`/desk/articles/${articleId}`);
  await page.getByText("Change what is known").click();
  const form = page.locator("#edit-article");
  await form.getByLabel(/^Title/).fill("Another headline");
  const save = form.getByRole("button", { name: "Save" });
  await expect(save).toHaveAccessibleDescription(
    new RegExp(`cancels the scheduled publication of “.*${town}`),
  );
  await save.click();
  await expect(form.getByText(/^Nothing was done yet/)).toBeVisible();
  expect(await waitsAs(claimId)).toEqual(["waiting"]);
  await save.click();
  await expect(form.getByText(/^This cancelled a scheduled publication: /)).toBeVisible();
  expect(await waitsAs(claimId)).toEqual(["cancelled"]);
});

test("a source decided for every claim asks first where that cancels what another claim waits for, and for one claim it does not", async ({
  as,
  api,
}) => {
  test.setTimeout(120_000);
  const checker = await api("checker");
  const { claimId, articleId, town } = await readyClaim(checker, await api("second"));
  await checker.post(`/articles/${articleId}/attributions`, {
    type: "cites",
    status: "suggested",
    to: { origin: { name: `The clerk of ${town}`, kind: "person", naming: "named", primary: false } },
  });
  // A route that is not decided yet is a change as well.
  await checker.post(`/claims/${claimId}/events`, { event: "ready" });
  const { id: otherId } = await checker.post("/claims", { text: `What else ${town} bought` });
  await checker.post(`/claims/${otherId}/events`, { event: "start-research" });
  const { evidence } = await checker.get<{ evidence: { quote: { exact: string } }[] }>(`/claims/${claimId}`);
  const quote = { exact: evidence[0]!.quote.exact };
  await checker.post(`/claims/${otherId}/evidence`, { articleId, quote, stance: "context" });
  await signForLater(await as("editor"), claimId);

  const page = await as("checker");
  await page.goto(`/desk/claims/${otherId}/sources`);
  const line = page.locator("li").filter({ hasText: `The clerk of ${town}` });
  const cancels = new RegExp(`For every claim: a change .* cancels the scheduled publication of “.*${town}`);
  const confirm = line.getByRole("button", { name: /^Confirm/ });
  await expect(line.getByText(cancels)).toBeHidden();
  await line.getByLabel("For which claims").selectOption("every-claim");
  await expect(line.getByText(cancels)).toBeVisible();
  await expect(confirm).toHaveAccessibleDescription(cancels);
  await confirm.click();
  await expect(line.getByText(/^Nothing was done yet/)).toBeVisible();
  await line.getByLabel("For which claims").selectOption("this-claim");
  await expect(line.getByText(cancels)).toBeHidden();
  await confirm.click();
  await expect(line.getByText("confirmed for this claim")).toBeVisible();
  expect(await waitsAs(claimId)).toEqual(["waiting"]);

  await line.getByLabel("For which claims").selectOption("every-claim");
  const reject = line.getByRole("button", { name: /^Reject/ });
  await reject.click();
  await expect(line.getByText(/^Nothing was done yet/)).toBeVisible();
  expect(await waitsAs(claimId)).toEqual(["waiting"]);
  await reject.click();
  await expect.poll(() => waitsAs(claimId)).toEqual(["cancelled"]);
  // What was rejected is folded away, with its form: what it cancelled is said where that can be taken back.
  await expect(page.getByText("1 rejected")).toBeVisible();
  const said = page.getByRole("status").filter({ hasText: "Source rejected." });
  await expect(said).toContainText(/This cancelled a scheduled publication: “.*”/);
  await expect(said).toContainText(town);
  await expect(said.getByRole("button", { name: /^Undo/ })).toBeVisible();
});
