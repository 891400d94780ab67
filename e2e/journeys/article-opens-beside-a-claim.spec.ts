import { axeFaults } from "@/scripts/test/axe-faults";
import { chooseSentence, keysReady, pressEnterOn, tabTo, typeInto } from "../by-keyboard";
import { expect, test, type Api } from "../fixtures";
import { ferryStory, uniqueName } from "../scenes";

/** A claim that fifty newer ones stand before, and an article that was here before all of them. */
async function oldClaim(checker: Api) {
  const town = uniqueName();
  const { id: articleId } = await checker.post("/articles", {
    text: ferryStory(town),
    outlet: `${town} Herald`,
  });
  const { id: claimId } = await checker.post("/claims", { text: `${town} ordered seven electric ferries` });
  for (let n = 0; n < 5; n += 1) {
    const ten = Array.from({ length: 10 }, () => ({ text: `${uniqueName()} is a newer claim` }));
    await Promise.all(ten.map((claim) => checker.post("/claims", claim)));
  }
  return { town, articleId, claimId };
}

test("by keyboard alone, an article that nobody quoted yet is opened beside an old claim and quoted, and a second one stays beside it", async ({
  as,
  api,
}) => {
  test.setTimeout(180_000);
  const checker = await api("checker");
  const { town, claimId } = await oldClaim(checker);
  await checker.post("/articles", { text: ferryStory(`${town}a`), outlet: `${town}a Post` });
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}`);
  await keysReady(page);
  for (const outlet of [`${town}a Post`, `${town} Herald`]) {
    await page.keyboard.press("f");
    await page.waitForURL(/\/desk\/articles\?claim=/);
    await expect(page.getByText(`Choose one to open beside “${town}`)).toBeVisible();
    expect(await axeFaults(page)).toEqual([]);
    await typeInto(page, page.getByRole("main").getByLabel("Words to search for"), outlet);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/desk\/search\?/);
    await pressEnterOn(page, page.getByRole("main").getByRole("link", { name: new RegExp(outlet) }));
    await page.waitForURL(new RegExp(`/desk/claims/${claimId}\\?article=`));
    await keysReady(page);
  }
  const tabs = page.getByRole("navigation", { name: "Articles of this claim" });
  await expect(tabs.getByRole("link", { name: `${town} Herald` })).toHaveAttribute("aria-current", "page");
  await expect(tabs.getByRole("link", { name: `${town}a Post` })).toBeVisible();

  await page.keyboard.press("e");
  await chooseSentence(page, "ordered seven electric ferries");
  await page.keyboard.press("1");
  const rows = page.locator("#evidence > ul > li[id]");
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(`${town} Herald`);
  await pressEnterOn(page, tabs.getByRole("link", { name: `${town}a Post` }));
  await expect(tabs.getByRole("link", { name: `${town}a Post` })).toHaveAttribute("aria-current", "page");
  await expect(tabs.getByRole("link", { name: `${town} Herald` })).toBeVisible();
});

test("from an article any open claim is found by its words, also without scripts", async ({ as, api }) => {
  test.setTimeout(180_000);
  const checker = await api("checker");
  const { town, articleId, claimId } = await oldClaim(checker);
  // Somebody who never looked at it: neither among the last ones nor in hand.
  const page = await as("second", { javaScriptEnabled: false });
  await page.goto(`/desk/articles/${articleId}`);
  await tabTo(page, page.getByText("Quote it for a claim"));
  await page.keyboard.press("Enter");
  const field = page.getByRole("searchbox", { name: "Words of the claim" });
  await typeInto(page, field, `${town} nothing of the kind`);
  await page.keyboard.press("Enter");
  await expect(page.getByText("No open claim has these words.")).toBeVisible();
  await field.fill(`${town} ordered seven`);
  await page.getByRole("main").getByRole("button", { name: "Search" }).click();
  await pressEnterOn(page, page.getByRole("link", { name: `${town} ordered seven electric ferries` }));
  await page.waitForURL(new RegExp(`/desk/claims/${claimId}\\?article=${articleId}`));
  await page.getByText("Log evidence by pasting the words").click();
  const form = page.locator("#paste-words");
  await form.getByLabel("Paste the words").fill("ordered seven electric ferries for $42 million in 2024");
  await form.getByLabel("These words").selectOption("supports");
  await form.getByRole("button", { name: "Log as evidence" }).click();
  await expect(page.locator("#evidence > ul > li[id]")).toHaveCount(1);
});

test("an article's page offers the claims that somebody looked at last, however many are newer", async ({
  as,
  api,
}) => {
  test.setTimeout(180_000);
  const checker = await api("checker");
  const { town, articleId, claimId } = await oldClaim(checker);
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}`);
  await keysReady(page);
  // It is noted when they leave the claim.
  const looked = page.waitForResponse((answer) => answer.url().endsWith("/live/looked"));
  await page.getByRole("navigation", { name: "Desk" }).getByRole("link", { name: "Articles" }).click();
  await looked;
  await page.goto(`/desk/articles/${articleId}`);
  await keysReady(page);
  await page.getByRole("group", { name: /Text of the article/ }).focus();
  await page.keyboard.press("j");
  const bar = page.getByRole("toolbar", { name: "Use the chosen words" });
  // Other tests look at claims as the same person, so it need not be the first one.
  await expect(bar.getByLabel("Evidence for").locator("option", { hasText: town })).toHaveCount(1);
});

test("an article that is added for a claim opens beside it, and the list that it was opened from stays", async ({
  as,
  api,
}) => {
  const town = uniqueName();
  const checker = await api("checker");
  const { id: claimId } = await checker.post("/claims", { text: `${town} ordered seven electric ferries` });
  const list = "needs=all&sort=oldest";
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}?pane=article&in=${encodeURIComponent(list)}`);
  await page.getByRole("link", { name: "+ Add article" }).click();
  await page.waitForURL(/\/desk\/articles\/new\?claim=/);
  await page.getByLabel("Text of the article").fill(ferryStory(town));
  await page.getByRole("button", { name: "Add the article" }).click();
  await page.waitForURL(new RegExp(`/desk/claims/${claimId}\\?article=`));
  expect(new URL(page.url()).searchParams.get("in")).toBe(list);
});
