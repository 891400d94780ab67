import type { Page } from "@playwright/test";
import { keysReady } from "../by-keyboard";
import { expect, test, type Api } from "../fixtures";
import { claimWithEvidence } from "../scenes";

const place = (page: Page) => page.getByRole("textbox", { name: /^Where/ });
const save = (page: Page) => page.locator("#claim-form button[type=submit]").first();
const bothKept = (page: Page) => page.getByRole("alert").filter({ hasText: "Both versions are" });

async function openWords(page: Page, claimId: string): Promise<void> {
  await page.goto(`/desk/claims/${claimId}/edit`);
  await keysReady(page);
}

type Desk = {
  as: (who: "checker" | "editor") => Promise<Page>;
  api: (who: "checker") => Promise<Api>;
};

/** The first has begun to write about where a claim was said, and the second, who opens it too, sees that. */
async function bothAtOne({ as, api }: Desk) {
  const { claimId } = await claimWithEvidence(await api("checker"));
  const [first, second] = [await as("checker"), await as("editor")];
  await openWords(first, claimId);
  await place(first).pressSequentially("Selby");
  await openWords(second, claimId);
  await expect(second.getByText("Checker One is writing (just now).")).toBeVisible();
  return { claimId, first, second };
}

test("a claim's words: the second sees who writes and takes over, the first is told at once, and both keep their words", async ({
  as,
  api,
}) => {
  const { claimId, first, second } = await bothAtOne({ as, api });
  await second.getByRole("button", { name: "Take over" }).click();
  await expect(second.getByText("Checker One is writing")).toHaveCount(0);
  await expect(first.getByText("Editor One is writing (just now) and took over.")).toBeVisible();
  await expect(place(first)).toHaveValue("Selby");

  await place(second).fill("The harbour");
  await save(second).click();
  await second.waitForURL(new RegExp(`/desk/claims/${claimId}$`));
  await save(first).click();
  await expect(bothKept(first)).toContainText("The harbour");
  await expect(place(first)).toHaveValue("Selby");
  await save(first).click();
  await first.waitForURL(new RegExp(`/desk/claims/${claimId}$`));
  const { place: kept } = await (await api("second")).get<{ place: string }>(`/claims/${claimId}`);
  expect(kept).toBe("Selby");
});

test("whoever's browser is gone holds nobody up, and finds their words again beside those that were saved meanwhile", async ({
  as,
  api,
}) => {
  const { claimId, first, second } = await bothAtOne({ as, api });
  // It says no goodbye.
  await first.context().setOffline(true);
  await first.close();
  await second.getByRole("button", { name: "Take over" }).click();
  await expect(second.getByText("Checker One is writing")).toHaveCount(0);
  await place(second).fill("The harbour");
  await save(second).click();
  await second.waitForURL(new RegExp(`/desk/claims/${claimId}$`));

  await first.context().setOffline(false);
  const again = await first.context().newPage();
  await openWords(again, claimId);
  await expect(place(again)).toHaveValue("Selby");
  await save(again).click();
  await expect(bothKept(again)).toContainText("The harbour");
  await bothKept(again).getByRole("button", { name: "Take theirs" }).click();
  await expect(place(again)).toHaveValue("The harbour");
});

test("a page of the newsroom: who saves second sees both texts and chooses", async ({ as }) => {
  const [first, second] = [await as("admin"), await as("editor")];
  const text = (page: Page) => page.locator("#site-page-text");
  const draft = (page: Page) => page.getByRole("button", { name: "Save draft" }).click();
  for (const page of [first, second]) {
    await page.goto("/desk/settings/pages/ratings");
    await keysReady(page);
  }
  await text(first).fill("Five words, from confirmed to disputed.");
  await text(second).fill("Six words, from confirmed to unproven.");
  await draft(second);
  await expect(second.getByRole("form", { name: "The text" }).getByRole("status")).toBeVisible();
  await draft(first);
  const conflict = first
    .getByRole("alert")
    .filter({ hasText: "Editor One saved this page after you opened it." });
  await expect(conflict).toContainText("Six words, from confirmed to unproven.");
  await expect(text(first)).toHaveValue("Five words, from confirmed to disputed.");
});
