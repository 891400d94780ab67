import type { Page } from "@playwright/test";
import { axeFaults } from "@/scripts/test/axe-faults";
import { expect, test } from "../fixtures";
import { uniqueName } from "../scenes";
import { sql } from "../sessions";

async function expectUsable(page: Page): Promise<void> {
  expect(await axeFaults(page)).toEqual([]);
}

/** Sends a report from the public page, where no scripts run. */
async function report(page: Page, what: string): Promise<void> {
  await page.goto("/report");
  await page.getByLabel("What is wrong, and what is right?").fill(what);
  await page.getByLabel("Where can we see it? (if you know)").fill("https://example.org/notice");
  await page.getByLabel("How can we reach you? (if you like)").fill("reader@example.org");
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("We have your report");
}

const sendButton = (page: Page) => page.getByRole("button", { name: "Send the suggestion" });

/** Fills the field that people do not see, as a password manager does. */
async function fillUnseen(page: Page): Promise<void> {
  await page.getByLabel("Leave this empty").evaluate((field: HTMLInputElement) => (field.value = "Jo Quay"));
}

/** Sends what a program filled in too, which is refused with all that was written still there. */
async function meetTheTrap(page: Page, what: string): Promise<void> {
  await fillUnseen(page);
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await sendButton(page).click();
  expect((await answer).status()).toBe(422);
  await expect(page.getByRole("alert")).toContainText("A field that people do not see was filled in");
  await expect(page.getByLabel("What should we check?")).toHaveValue(what);
  await expect(page.getByLabel("Where did you see or hear it? (if you know)")).toHaveValue("On the ferry.");
  expect(await sql(`SELECT 1 FROM tip WHERE text LIKE $1`, [`${what}%`])).toEqual([]);
}

/** The same, and then says that a person wrote it. */
async function sendPastTheTrap(page: Page, what: string): Promise<void> {
  await meetTheTrap(page, what);
  await page.getByRole("button", { name: "I wrote this: send it" }).click();
}

/** Writes what to check, from the front page on. */
async function write(page: Page, what: string): Promise<void> {
  await page.goto("/");
  await page.getByRole("main").getByRole("link", { name: "Suggest what to check" }).click();
  await page.getByLabel("What should we check?").fill(what);
  await page.getByLabel("Where did you see or hear it? (if you know)").fill("On the ferry.");
}

// Readers are counted by address, and all of these come from one: the count begins anew for each.
test.beforeEach(() => sql(`DELETE FROM rate_window`).then(() => undefined));

test("what a reader reports is chosen and becomes a claim", async ({ as }) => {
  const town = uniqueName();
  const reader = await as("reader");
  await report(reader, `${town} has nine ferries and not seven.`);
  await expectUsable(reader);

  const checker = await as("checker");
  await checker.goto("/desk/tips");
  const tip = checker.getByRole("listitem").filter({ hasText: town });
  await expect(tip.getByText("reach them at reader@example.org")).toBeVisible();
  await tip.getByText("Decide").click();
  await expectUsable(checker);
  const form = tip.getByRole("form", { name: "Check this" });
  await form.getByLabel("The claim, as we will check it").fill(`${town} has nine ferries`);
  await form.getByLabel("Why we check it").fill("A reader counted them.");
  await form.getByRole("button", { name: "Make it a claim" }).click();
  await checker.waitForURL(/\/desk\/claims\//);
  await expect(checker.getByRole("heading", { level: 1 })).toHaveText(`${town} has nine ferries`);
  await expect(checker.getByRole("region", { name: "From readers" })).toContainText(
    "nine ferries and not seven",
  );

  await checker.goto("/desk/tips?state=chosen");
  await expect(checker.getByRole("listitem").filter({ hasText: town })).toContainText(
    "A reader counted them.",
  );
});

test("what a reader suggests comes in once though a program filled the field that nobody sees, and is declined with the reason, once", async ({
  as,
}) => {
  const town = uniqueName();
  const words = `${town} is the finest town of all.`;
  // Scripts look at the page here; readers have none.
  const looking = await as("reader");
  await write(looking, words);
  await meetTheTrap(looking, words);
  await expectUsable(looking);

  const reader = await as("reader", { javaScriptEnabled: false });
  await write(reader, words);
  await sendPastTheTrap(reader, words);
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Thank you: we have your suggestion");
  expect(await sql(`SELECT 1 FROM tip WHERE text LIKE $1`, [`${words}%`])).toHaveLength(1);
  const checker = await as("checker", { javaScriptEnabled: false });
  const second = await as("second");
  await second.goto("/desk/tips");
  await checker.goto("/desk/tips");
  const tip = checker.getByRole("listitem").filter({ hasText: town });
  await tip.getByText("Decide").click();
  const form = tip.getByRole("form", { name: "Decline this" });
  await form.getByLabel("Why not").selectOption("opinion");
  await form.getByLabel("In your words").fill("The finest is no measure.");
  await form.getByRole("button", { name: "Decline" }).click();
  await checker.goto("/desk/tips?state=declined");
  await expect(checker.getByRole("listitem").filter({ hasText: town })).toContainText(
    "It is an opinion · The finest is no measure.",
  );

  await checker.goto("/desk/tips/ledger?reason=opinion&source=no-address");
  await expect(checker.getByRole("listitem").filter({ hasText: town })).toContainText(
    "The finest is no measure.",
  );

  // Somebody who decides later learns who was faster.
  const late = second.getByRole("listitem").filter({ hasText: town });
  await late.getByText("Decide").click();
  await late.getByRole("button", { name: "Make it a claim" }).click();
  await expect(late.getByRole("alert")).toContainText("decided already: the tip was declined.");
});
