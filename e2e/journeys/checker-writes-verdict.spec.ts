import type { Page } from "@playwright/test";
import { keysReady } from "../by-keyboard";
import { expect, test } from "../fixtures";
import { lookAt } from "../look-at";
import { claimWithEvidence } from "../scenes";
import { editorHere, writeUp as editor } from "../write-up";

const saved = (page: Page) => expect(page.getByRole("status").filter({ hasText: /^Saved\.$/ })).toBeVisible();

test("a draft saves itself, and a sentence of it cites evidence", async ({ as, api }) => {
  const checker = await api("checker");
  const { claimId, evidenceId, town } = await claimWithEvidence(checker);
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}/verdict`);
  await expect(page.getByRole("complementary", { name: "Evidence to cite" })).toContainText(
    "seven electric ferries",
  );
  await page.getByRole("radio", { name: /^Confirmed/ }).check();
  await page.getByRole("textbox", { name: "Finding" }).fill(`${town} ordered seven ferries`);
  await page.getByLabel("Point 1").fill("The budget names\nthe sum.");
  await editorHere(page);
  await editor(page).click();
  await page.keyboard.type("The board ordered seven ferries in 2024.");
  await page.getByRole("combobox", { name: "Cite" }).selectOption(evidenceId);
  await expect(editor(page).locator("[data-cite]")).toHaveText("1");
  await saved(page);

  await page.reload();
  await expect(page.getByRole("textbox", { name: "Finding" })).toHaveValue(`${town} ordered seven ferries`);
  await editorHere(page);
  await expect(editor(page).locator("[data-cite]")).toHaveText("1");
  const { verdict } = await checker.get<{ verdict: { writeUp: string } }>(`/claims/${claimId}`);
  expect(verdict).toMatchObject({ rating: "confirmed", summary: ["The budget names the sum."] });
  expect(verdict.writeUp.trim()).toBe(`The board ordered seven ferries in 2024.[^${evidenceId}]`);
});

test("the editor comes with the first sign of a person, and takes over what was typed meanwhile", async ({
  as,
  api,
}) => {
  const { claimId } = await claimWithEvidence(await api("checker"));
  const page = await as("checker");
  const scripts: string[] = [];
  page.on("request", (request) => void (/\.js\b/.test(request.url()) && scripts.push(request.url())));
  await page.goto(`/desk/claims/${claimId}/verdict`);
  await keysReady(page);
  const first = new Set(scripts);
  await expect(page.locator("[contenteditable=true]")).toHaveCount(0);
  await page.route(
    (url) => url.pathname.endsWith(".js") && !first.has(url.href),
    async (route) => {
      await new Promise((later) => setTimeout(later, 1_500));
      await route.continue();
    },
  );
  await editor(page).click();
  await page.keyboard.type("The board");
  await expect(page.getByText("The tools for writing are loading …")).toBeVisible();
  // Typed on while the editor comes: each letter is in one of the two when the other takes over.
  const on = " ordered seven ferries, and none of them has come to the harbour since the board ordered them";
  await page.keyboard.type(`${on}.`, { delay: 20 });
  await expect(page.locator("[contenteditable=true]")).toHaveText(`The board${on}.`);
  await expect(page.locator("[contenteditable=true]")).toBeFocused();
  await page.keyboard.type(" They float.");
  await expect(editor(page)).toHaveText(`The board${on}. They float.`);
  await saved(page);
});

test("two people who write at once see both versions, and nothing is lost", async ({ as, api }) => {
  const checker = await api("checker");
  const { claimId } = await claimWithEvidence(checker);
  const one = await as("checker");
  // An editor may look at a draft without having reviewed.
  const two = await as("editor");
  await one.goto(`/desk/claims/${claimId}/verdict`);
  await two.goto(`/desk/claims/${claimId}/verdict`);
  await one.getByRole("textbox", { name: "Finding" }).fill("Finding of the first");
  await saved(one);
  await two.getByRole("textbox", { name: "Finding" }).fill("Finding of the second");
  const conflict = two.getByRole("alert").filter({ hasText: "Both versions are below" });
  await expect(conflict).toContainText("Finding of the first");
  await expect(conflict).toContainText("Finding of the second");
  await expect(two.getByRole("textbox", { name: "Finding" })).toHaveValue("Finding of the second");
  await expect(conflict).toContainText(/Theirs: Checker One, today, \d\d:\d\d/);
  expect(await lookAt(two)).toEqual([]);

  await conflict.getByRole("button", { name: "Take theirs" }).click();
  await expect(two.getByRole("textbox", { name: "Finding" })).toHaveValue("Finding of the first");
  await expect(conflict.getByRole("button", { name: "Take theirs" })).toHaveAttribute("aria-pressed", "true");
  await conflict.getByRole("button", { name: "Keep mine" }).click();
  await expect(two.locator("#verdict-form .button-primary")).toHaveText(["Save what I chose"]);
  await two.getByRole("button", { name: "Save what I chose" }).click();
  await saved(two);
  const finding = async () =>
    (await checker.get<{ verdict: { finding: string } }>(`/claims/${claimId}`)).verdict.finding;
  expect(await finding()).toBe("Finding of the second");

  // Taken back once the form is left, it says what the first had written.
  await two.getByRole("button", { name: "Save the draft" }).click();
  await two.waitForURL(new RegExp(`/desk/claims/${claimId}$`));
  await two.getByRole("button", { name: "Undo" }).click();
  await expect.poll(finding).toBe("Finding of the first");
});
