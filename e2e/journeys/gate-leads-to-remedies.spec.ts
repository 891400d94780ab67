import { changeSearch } from "../change-search";
import { expect, test } from "../fixtures";
import { claimWithEvidence } from "../scenes";

test("each line of the gate leads to where it is put right, and the claim becomes ready", async ({
  as,
  api,
}) => {
  const checker = await api("checker");
  const { claimId, town } = await claimWithEvidence(checker);
  await checker.post(`/claims/${claimId}/events`, { event: "submit" });
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}`);
  const gate = page.locator("#gate");
  await expect(gate).toBeInViewport();
  await gate.getByRole("link", { name: "Log a search" }).click();
  await expect(page.locator("#searches")).toBeInViewport();
  await page.getByText("Log a search", { exact: true }).first().click();
  const search = page.locator("#searches");
  await search.getByLabel("Where").fill("Town archive");
  await search.getByLabel("What you looked for").fill("a denial");
  await search.getByLabel("Looking for evidence").selectOption("disputes");
  await search.getByLabel("Nothing", { exact: true }).check();
  await search.getByRole("button", { name: "Log the search" }).click();
  await expect(gate.getByText("Other side not searched")).toHaveCount(0);
  const undo = page.getByRole("button", { name: "Undo" });
  const [atGate, atUndo] = [await gate.boundingBox(), await undo.boundingBox()];
  // The offer takes nothing of the panes, and lies beside the gate, over the foot of the queue.
  // To the pixel: boxes are measured in fractions of one.
  expect(atGate!.y + atGate!.height).toBeCloseTo(page.viewportSize()!.height, 0);
  expect(atUndo!.x + atUndo!.width).toBeLessThanOrEqual(atGate!.x);
  await undo.click();
  await expect(gate.getByText("Other side not searched")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(gate.getByText("Other side not searched")).toHaveCount(0);
  await changeSearch(search, "Town archive", "a correction");
  await expect(page.getByText("Search changed.")).toBeVisible();
  await page.keyboard.press("z");
  await expect(search.locator("q")).toHaveText("a denial");

  await gate.getByRole("link", { name: "Review" }).click();
  await expect(page.locator("#review")).toBeInViewport();
  const draft = async (rating: RegExp) => {
    await gate.getByRole("link", { name: "Choose one" }).click();
    await page.waitForURL(/\/verdict$/);
    await page.getByRole("radio", { name: rating }).check();
    await page.getByRole("textbox", { name: "Finding" }).fill(`${town} ordered seven ferries`);
    await page.getByRole("button", { name: "Save the draft" }).click();
    await page.waitForURL(new RegExp(`/desk/claims/${claimId}$`));
    await expect(gate.getByText("No rating yet")).toHaveCount(0);
  };
  await draft(/^Disputed/);
  await expect(page.getByText("Draft saved.")).toBeVisible();
  await page.keyboard.press("z");
  await expect(gate.getByText("No rating yet")).toBeVisible();
  await draft(/^Confirmed/);
  await gate.getByText(/^\d+ done$/).click();
  await expect(gate.getByText("Rating and finding")).toBeVisible();
  await page.getByRole("button", { name: "Ready for an editor" }).click();
  await expect(page.locator("header").getByText("Ready for an editor")).toBeVisible();
});

test("a reply that was asked for is logged with what came back, and quoted as evidence", async ({
  as,
  api,
}) => {
  const { claimId } = await claimWithEvidence(await api("checker"));
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}`);
  const replies = page.locator("#replies");
  await replies.getByText("Log that someone was asked").click();
  await replies.getByLabel("Who", { exact: true }).fill("The harbour board");
  await replies.getByLabel("How", { exact: true }).fill("E-mail");
  await replies.getByLabel("What you asked").fill("Is the sum right?");
  await replies.getByLabel("Asked, UTC").fill("2025-03-12T09:00");
  await replies.getByRole("button", { name: "Log the request" }).click();
  await expect(replies.getByText("The harbour board")).toBeVisible();
  await replies.getByText("What came back").click();
  await replies.getByLabel("Their words").fill("We stand by the sum.");
  await replies.getByRole("button", { name: "Save" }).click();
  await expect(replies.getByText("We stand by the sum.").first()).toBeVisible();
  await replies.getByText("Quote it as evidence").click();
  await replies.getByRole("button", { name: "Log as evidence" }).click();
  await replies.getByRole("link", { name: /^quoted as evidence \d+$/ }).click();
  await expect(page.locator("#evidence").getByText("We stand by the sum.")).toBeInViewport();
});
