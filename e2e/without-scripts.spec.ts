import { pdfOf } from "@/scripts/test/media-files";
import { changeSearch } from "./change-search";
import { expect, test } from "./fixtures";
import { claimWithEvidence, ferryStory, password, readyClaim, uniqueName } from "./scenes";
import { people } from "./sessions";

const plain = { javaScriptEnabled: false } as const;

test("sign-in works before scripts load, and says what is wrong", async ({ as }) => {
  const page = await as("reader", plain);
  await page.goto("/sign-in?from=/desk/published");
  await page.getByLabel("E-mail").fill(people.otherEditor);
  await page.getByLabel("Password").fill("something else");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("The e-mail address or the password is wrong.").first()).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(people.otherEditor);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Published" })).toBeVisible();
});

test("an article is added and its words are quoted by plain forms", async ({ as, api }) => {
  const town = uniqueName();
  const { claimId, articleId } = await claimWithEvidence(await api("checker"));
  const page = await as("checker", plain);
  await page.goto("/desk/articles/new");
  await page.getByLabel("Text of the article").fill(ferryStory(town));
  await page.getByRole("button", { name: "Add the article" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${town} orders seven electric ferries`);

  await page.goto(`/desk/claims/${claimId}?article=${articleId}`);
  await page.getByText("Log evidence by pasting the words").click();
  const form = page.getByRole("region", { name: "Article" }).locator("form").last();
  await form.locator("textarea[name=exact]").fill("words that are not there");
  await form.getByLabel("These words").selectOption("context");
  await form.getByRole("button").last().click();
  await expect(page.getByRole("alert").first()).toContainText("What you typed is still here.");
  const again = page.getByRole("region", { name: "Article" }).locator("textarea[name=exact]");
  await expect(again).toHaveValue("words that are not there");
  await again.fill("the new boats will cut the fuel bill by 20 percent");
  await page
    .getByRole("region", { name: "Article" })
    .locator("form")
    .last()
    .getByRole("button")
    .last()
    .click();
  await expect(page.locator("#evidence > ul > li").nth(1)).toContainText("cut the fuel bill");
});

test("a place on a page of a PDF is marked where it is seen, and confirmed by a second person", async ({
  as,
  api,
}) => {
  const { claimId, town } = await claimWithEvidence(await api("checker"));
  const page = await as("checker", plain);
  await page.goto(`/desk/claims/${claimId}/evidence?kind=page`);
  const buffer = Buffer.from(pdfOf([`The register of ${town}.`, `${town} owns seven ferries.`]));
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles({ name: "register.pdf", mimeType: "application/pdf", buffer });
  await page.getByLabel("What it is").fill(`Register of ${town}`);
  await page.getByRole("button", { name: "Go on with this file" }).click();
  await page.getByRole("link", { name: "Next page" }).click();
  const picture = page.getByRole("img", { name: `Page 2 of Register of ${town}` });
  const answer = await page.request.get((await picture.getAttribute("src"))!);
  expect([answer.headers()["content-type"], answer.headers()["cache-control"]]).toEqual([
    "image/png",
    "no-store",
  ]);
  await expect(page.getByRole("region", { name: "Words on page 2" })).toContainText("owns seven ferries");
  await page.getByLabel("What is seen there").fill("A stamp of the harbour office");
  for (const side of ["From the left", "From the top", "Width", "Height"])
    await page.getByLabel(`${side}, %`).fill("20");
  await page.getByRole("radio", { name: "Supports the claim" }).check();
  await page.getByRole("button", { name: "Add evidence" }).click();
  await expect(page.locator("#evidence")).toContainText("A stamp of the harbour office");

  const second = await as("second", plain);
  await second.goto(`/desk/claims/${claimId}`);
  const item = second.locator("#evidence > ul > li", { hasText: "A stamp of the harbour office" });
  await expect(item.getByRole("img", { name: `Page 2 of Register of ${town}` })).toBeVisible();
  await item.getByRole("button", { name: "I see the same" }).click();
  await expect(item).toContainText("page 2, a part of it · confirmed by");
});

test("a review and a verdict are given by plain forms, and a search is changed and put back", async ({
  as,
  api,
}) => {
  const checker = await api("checker");
  const { claimId, evidenceId, town } = await claimWithEvidence(checker);
  await checker.post(`/claims/${claimId}/searches`, { where: "Town archive", query: "a denial" });
  await checker.post(`/claims/${claimId}/events`, { event: "submit" });
  const page = await as("checker", plain);
  await page.goto(`/desk/claims/${claimId}`);
  await page.getByLabel("What you found, and why").fill("The budget says so.");
  await page.getByRole("form", { name: "Your review" }).getByRole("button", { name: "Confirmed" }).click();
  await expect(page.getByText("The budget says so.").first()).toBeVisible();

  const searches = page.locator("#searches");
  await changeSearch(searches, "Town archive", "a correction");
  await expect(searches.getByText("Search changed.")).toBeVisible();
  await searches.getByRole("button", { name: "Undo" }).click();
  await expect(searches.locator("q")).toHaveText("a denial");

  await page.goto(`/desk/claims/${claimId}/verdict`);
  await page.getByRole("radio", { name: /^Confirmed/ }).check();
  await page.getByRole("textbox", { name: "Finding" }).fill(`${town} ordered seven ferries`);
  await page
    .getByRole("textbox", { name: "Write-up" })
    .fill(`The board ordered them in 2024.[^${evidenceId}]`);
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.locator("#verdict")).toContainText(`${town} ordered seven ferries`);
});

test("two people who write at once see both versions without scripts too", async ({ as, api }) => {
  const checker = await api("checker");
  const { claimId } = await claimWithEvidence(checker);
  const page = await as("checker", plain);
  await page.goto(`/desk/claims/${claimId}/verdict`);
  await checker.put(`/claims/${claimId}/verdict`, {
    rating: null,
    finding: "Theirs",
    summary: [],
    writeUp: "",
    version: 0,
  });
  await page.getByRole("textbox", { name: "Finding" }).fill("Mine");
  await page.getByRole("button", { name: "Save the draft" }).click();
  const answer = page.getByRole("alert").first();
  await expect(answer).toContainText("Mine");
  await expect(answer).toContainText("Theirs");
  await expect(page.getByRole("textbox", { name: "Finding" })).toHaveValue("Mine");
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.locator("#verdict")).toContainText("Mine");
});

test("a sentence of the draft is marked without scripts, each by a link to its forms", async ({
  as,
  api,
}) => {
  const checker = await api("checker");
  const { claimId, town } = await claimWithEvidence(checker);
  const writeUp = `${town} ordered seven. ${town} has a harbour.`;
  await checker.put(`/claims/${claimId}/verdict`, { finding: "", writeUp, version: 0 });
  const page = await as("checker", plain);
  await page.goto(`/desk/claims/${claimId}/verdict/sentences`);
  const sentence = page.getByRole("listitem", { name: /^Sentence 2/ });
  await sentence.getByRole("link", { name: /^Cite or mark it/ }).click();
  await sentence.getByLabel("Why it is background").fill("It is on every map");
  await sentence.getByRole("button", { name: "Background" }).click();
  await expect(sentence).toContainText("It is on every map");
});

test("an editor signs by a plain form", async ({ as, api }) => {
  const { claimId, town } = await readyClaim(await api("checker"), await api("second"));
  const page = await as("otherEditor", plain);
  await page.goto(`/desk/claims/${claimId}/sign-off`);
  for (const box of await page.getByLabel(/Publish although/).all()) await box.check();
  for (const reason of await page.getByLabel("Reason, which readers see").all())
    await reason.fill("Made for a test.");
  await page.getByLabel(/Your password/).fill(password);
  await page.getByRole("button", { name: "Publish version 1 as Confirmed" }).click();
  await page.waitForURL(/\/verdicts\//);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(town);
});
