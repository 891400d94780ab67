import { keysReady } from "../by-keyboard";
import { expect, test } from "../fixtures";
import { claimWithEvidence } from "../scenes";

test("nobody sees another's mark, the finding or the talk before giving their own", async ({ as, api }) => {
  const checker = await api("checker");
  const { claimId, town } = await claimWithEvidence(checker);
  await checker.post(`/claims/${claimId}/events`, { event: "submit" });
  await checker.put(`/claims/${claimId}/verdict`, {
    rating: "confirmed",
    finding: `Finding about ${town}`,
    summary: [],
    writeUp: "",
    version: 0,
  });
  await checker.post(`/claims/${claimId}/comments`, { text: `Talk about ${town}` });
  await checker.post(`/claims/${claimId}/reviews`, {
    mark: "disputed",
    rationale: `Rationale about ${town}`,
  });

  const page = await as("second");
  await page.goto(`/desk/claims/${claimId}`);
  const secrets = [`Finding about ${town}`, `Talk about ${town}`, `Rationale about ${town}`];
  await expect(
    page.getByText("One person has reviewed. You see it once you have given yours."),
  ).toBeVisible();
  for (const secret of secrets) await expect(page.locator("body")).not.toContainText(secret);
  // A key for what is hidden leads to the line that says why.
  await keysReady(page);
  await page.keyboard.press("c");
  await expect(page.locator(":focus")).toHaveText("You see them once you have given your review.");
  await page.keyboard.press("v");
  await expect(page.locator(":focus")).toHaveText("You see the draft once you have given your review.");
  await page.goto(`/desk/claims/${claimId}/verdict`);
  await expect(page.getByText("The draft is hidden until you have given your own mark")).toBeVisible();
  await page.goto(`/desk/claims/${claimId}/history`);
  for (const secret of secrets) await expect(page.locator("body")).not.toContainText(secret);

  await page.goto(`/desk/claims/${claimId}`);
  const form = page.getByRole("form", { name: "Your review" });
  await form.getByLabel("What you found, and why").fill("I read the budget first.");
  await form.getByRole("checkbox").first().check();
  await form.getByRole("button", { name: "Confirmed" }).click();
  for (const secret of secrets) await expect(page.getByText(secret)).toBeVisible();
  await expect(page.getByText("before seeing other reviews").first()).toBeVisible();
  await expect(page.getByText("relied on evidence 1")).toBeVisible();
});

test("a review is outdated when the evidence changes, and one press re-affirms it", async ({ as, api }) => {
  const checker = await api("checker");
  const { claimId, evidenceId } = await claimWithEvidence(checker);
  await checker.post(`/claims/${claimId}/events`, { event: "submit" });
  await (
    await api("second")
  ).post(`/claims/${claimId}/reviews`, { mark: "confirmed", rationale: "It is there." });
  const author = await as("checker");
  await author.goto(`/desk/claims/${claimId}`);
  const row = author.locator(`#evidence-${evidenceId}`);
  await row.getByText("Change").click();
  await row.getByLabel("Context").check();
  await row.getByRole("button", { name: "Save" }).click();
  await expect(row.locator("> span")).toContainText("Context");

  const page = await as("second");
  await page.goto(`/desk/claims/${claimId}`);
  await expect(page.getByText("outdated: the claim or its evidence changed")).toBeVisible();
  // It changes once more before the press, which is about what was read.
  await checker.patch(`/evidence/${evidenceId}`, { stance: "disputes", version: 1 });
  await page.getByRole("button", { name: "It still holds" }).click();
  await expect(
    page.getByRole("alert").getByText(/changed since you began, so nothing was noted/),
  ).toBeVisible();
  await expect(page.locator(`#evidence-${evidenceId} > span`)).toContainText("Disputes");
  await page.getByRole("button", { name: "It still holds" }).click();
  await expect(page.getByText("outdated: the claim or its evidence changed")).toHaveCount(0);
  await expect(page.getByText("before seeing other reviews")).toBeVisible();
});

test("a review written while the evidence changed is given once that was seen, and none of its words is lost", async ({
  as,
  api,
}) => {
  const checker = await api("checker");
  const { claimId, evidenceId } = await claimWithEvidence(checker);
  await checker.post(`/claims/${claimId}/events`, { event: "submit" });
  const page = await as("second");
  await page.goto(`/desk/claims/${claimId}`);
  const form = page.getByRole("form", { name: "Your review" });
  const words = form.getByLabel("What you found, and why");
  await words.fill("The report says so.");
  await checker.patch(`/evidence/${evidenceId}`, { stance: "disputes", version: 0 });
  await form.getByRole("button", { name: "Confirmed" }).click();
  await expect(form.getByRole("alert").getByText(/answer again/)).toBeVisible();
  await expect(page.locator(`#evidence-${evidenceId} > span`)).toContainText("Disputes");
  await expect(words).toHaveValue("The report says so.");
  await words.fill("It says the contrary.");
  await form.getByRole("button", { name: "Disputed" }).click();
  await expect(page.locator("#reviews").getByText("It says the contrary.").first()).toBeVisible();
  await expect(page.getByText("outdated: the claim or its evidence changed")).toHaveCount(0);
});
