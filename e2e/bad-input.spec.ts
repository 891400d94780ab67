import { keysReady } from "./by-keyboard";
import { expect, test } from "./fixtures";
import { claimWithEvidence, ferryStory, uniqueName } from "./scenes";
import { openSessionOf, sql } from "./sessions";

const alert = "form [role=alert]";

test("an empty form and a binary file say so and keep what was typed", async ({ as }) => {
  const page = await as("checker");
  await page.goto("/desk/articles/new");
  const address = page.getByRole("textbox", { name: "Address" });
  await address.fill("https://example.org/kept");
  await page.getByRole("button", { name: "Add the article" }).click();
  await expect(page.locator(alert)).toContainText("Write something here.");
  await expect(address).toHaveValue("https://example.org/kept");

  await page.getByRole("radio", { name: "I have a file" }).check();
  const buffer = Buffer.from([0, 1, 2, 3, 255, 254, 0, 9, 8, 7, 6, 5]);
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles({ name: "a.bin", mimeType: "application/octet-stream", buffer });
  await page.getByRole("button", { name: "Add the article" }).click();
  await expect(page.locator(alert)).toContainText("This is not a page, text, PDF, Word document");
  await expect(page.locator(alert)).toContainText("What you typed is still here; choose the file again.");
  await expect(address).toHaveValue("https://example.org/kept");
});

for (const [size, times] of [
  ["a little over 10 MB", 524_400],
  ["far over 10 MB", 700_000],
] as const) {
  test(`a paste of ${size} is refused and still there`, async ({ as }) => {
    const page = await as("checker");
    await page.goto("/desk/articles/new");
    await page.getByRole("textbox", { name: "Address" }).fill("https://example.org/kept");
    const text = page.getByLabel("Text of the article");
    await text.evaluate((field: HTMLTextAreaElement, count) => {
      field.value = "Ferries cost money. ".repeat(count);
    }, times);
    await page.getByRole("button", { name: "Add the article" }).click();
    await expect(page.locator(alert)).toContainText(/too (long|large)/i, { timeout: 30_000 });
    await expect(page.getByRole("textbox", { name: "Address" })).toHaveValue("https://example.org/kept");
    expect(await text.evaluate((field: HTMLTextAreaElement) => field.value.length)).toBe(20 * times);
  });
}

test("without a network what was typed is still there", async ({ as }) => {
  const page = await as("checker");
  await page.goto("/desk/claims/new");
  const text = page.locator("textarea[name=text]");
  await text.fill("Words written on a train");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Add the claim" }).click();
  await expect(page.locator(alert)).toContainText("You are offline. Nothing was sent.");
  await expect(text).toHaveValue("Words written on a train");
});

test("a claim of 5,000 words is refused with its length and is still there", async ({ as }) => {
  const page = await as("checker");
  await page.goto("/desk/claims/new");
  const text = page.locator("textarea[name=text]");
  await text.fill("word ".repeat(5_000));
  await page.getByRole("button", { name: "Add the claim" }).click();
  await expect(page.locator(alert)).toContainText("this has 5,000 words");
  expect((await text.inputValue()).length).toBe(25_000);
});

test("halves of characters, right-to-left and zero-width letters neither break a claim nor a quote", async ({
  as,
  api,
}) => {
  const town = uniqueName();
  const odd = `The mayor of ${town} said שלום to 300 people\u200b and مرحبا to 20.`;
  const { id } = await (await api("checker")).post("/articles", { text: `${ferryStory(town)}\n\n${odd}` });
  const page = await as("checker");
  await page.goto("/desk/claims/new");
  await page.locator("textarea[name=text]").evaluate((field: HTMLTextAreaElement, words) => {
    field.value = words;
  }, `${town} \ud83d said שלום\u200b`);
  await page.getByRole("button", { name: "Add the claim" }).click();
  await page.waitForURL(/\/desk\/claims\/(?!new)/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(town);
  await page.goto(`${new URL(page.url()).pathname}?article=${id}`);
  await page.getByText("Log evidence by pasting the words").click();
  await page
    .getByRole("region", { name: "Article" })
    .locator("textarea[name=exact]")
    .fill("said שלום to 300 people");
  await page.getByRole("region", { name: "Article" }).getByLabel("These words").selectOption("supports");
  await page
    .getByRole("region", { name: "Article" })
    .locator("form")
    .last()
    .getByRole("button")
    .last()
    .click();
  await expect(page.locator("#evidence > ul")).toContainText("said שלום to 300 people");
});

test("a file in another encoding is read as what it is", async ({ as }) => {
  const page = await as("checker");
  await page.goto("/desk/articles/new");
  await page.getByRole("radio", { name: "I have a file" }).check();
  const words = `<html><head><meta charset="windows-1251"><title>T</title></head><body><article><h1>T</h1><p>`;
  const cyrillic = Buffer.from([0xcf, 0xe0, 0xf0, 0xee, 0xec]);
  const rest = Buffer.from(
    ` ${uniqueName()} ordered seven ferries for 42 million. ${"The board paid for them in 2024. ".repeat(12)}</p></article></body></html>`,
  );
  const buffer = Buffer.concat([Buffer.from(words), cyrillic, rest]);
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles({ name: "a.html", mimeType: "text/html", buffer });
  await page.getByRole("button", { name: "Add the article" }).click();
  await expect(page.getByRole("group", { name: /Text of the article/ })).toContainText("Паром");
});

test("a session that ended while a form was filled in loses nothing", async ({ as, api }) => {
  const { claimId } = await claimWithEvidence(await api("checker"));
  // A session of its own: other tests work as the same person meanwhile.
  const { id, cookie } = await openSessionOf("checker");
  const page = await as("reader");
  await page.context().addCookies([cookie]);
  await page.goto(`/desk/claims/${claimId}/edit`);
  await keysReady(page);
  await page.locator("textarea[name=text]").fill("Words written before the session ended");
  await sql(`UPDATE "session" SET "revokedAt" = now() WHERE id = $1`, [id]);
  await page.getByRole("button", { name: "Save the claim" }).click();
  await expect(page.locator(alert)).toContainText("Your session has ended.");
  await expect(page.locator("textarea[name=text]")).toHaveValue("Words written before the session ended");
});

test("a claim that somebody else changed meanwhile shows both versions", async ({ as, api }) => {
  const checker = await api("checker");
  const { claimId } = await claimWithEvidence(checker);
  const page = await as("checker");
  const other = await as("second");
  await page.goto(`/desk/claims/${claimId}/edit`);
  await other.goto(`/desk/claims/${claimId}/edit`);
  await other.locator("textarea[name=text]").fill("Their wording of the claim");
  await other.getByRole("button", { name: "Save the claim" }).click();
  await other.waitForURL(new RegExp(`/desk/claims/${claimId}$`));
  await page.locator("textarea[name=text]").fill("My wording of the claim");
  await page.getByRole("button", { name: "Save the claim" }).click();
  await expect(page.locator(alert)).toContainText("Their wording of the claim");
  await expect(page.locator("textarea[name=text]")).toHaveValue("My wording of the claim");
  await page.getByRole("button", { name: "Save the claim" }).click();
  await page.waitForURL(new RegExp(`/desk/claims/${claimId}$`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("My wording of the claim");
  await expect(page.getByText("Claim changed.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Their wording of the claim");
});

test("what does not exist says so on every page of the desk", async ({ as }) => {
  const page = await as("editor");
  for (const path of [
    "claims/nope",
    "claims/nope/verdict",
    "claims/nope/sign-off",
    "claims/nope/history",
    "articles/nope",
    "nope",
  ]) {
    const response = await page.goto(`/desk/${path}`);
    expect(response?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
  }
});
