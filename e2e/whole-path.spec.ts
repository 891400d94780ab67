import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { chooseWords } from "./choose-words";
import { expect, test } from "./fixtures";
import { password, uniqueName } from "./scenes";
import { editorHere, writeUp } from "./write-up";

/** Two real page dumps when the machine has them, else two written for these tests. */
function twoTexts(): [relay: string, rewrite: string] {
  const folder = [process.env.SEEDS_DIR, join(process.cwd(), "../shared/seeds")].find(
    (path) => path && existsSync(path),
  );
  const files = folder
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".txt"))
        .sort()
    : [];
  const own = ["relay.txt", "rewrite.txt"].map((name) => join(process.cwd(), "e2e/fixtures", name));
  const [relay, rewrite] = files.length >= 2 ? files.map((name) => join(folder!, name)) : own;
  return [readFileSync(relay!, "utf8"), readFileSync(rewrite!, "utf8")];
}

async function paste(page: Page, text: string, outlet: string): Promise<string> {
  await page.goto("/desk/articles/new");
  await page.getByLabel("Text of the article").fill(text);
  await page.getByRole("textbox", { name: "Outlet" }).fill(outlet);
  await page.getByRole("button", { name: "Add the article" }).click();
  await page.waitForURL(/\/desk\/articles\/(?!new)/);
  return new URL(page.url()).pathname.split("/").at(-1)!;
}

/** Words of the main text that carry a sum: what a checker would choose first. */
async function sumIn(page: Page): Promise<string> {
  const text = await page.getByRole("group", { name: /Text of the article/ }).evaluate((root) => {
    const copy = root.cloneNode(true) as HTMLElement;
    for (const label of copy.querySelectorAll("[data-not-text]")) label.remove();
    return [...copy.querySelectorAll("p")].map((paragraph) => paragraph.textContent).join("\n");
  });
  const found = /[^.\n]*\$\d+ million[^.\n]*|[^.\n]*millions of dollars[^.\n]*/i.exec(text);
  if (!found) throw new Error("The main text names no sum.");
  return found[0].trim();
}

test("from two pasted pages to a signed, public, verifiable verdict, by three people", async ({ as }) => {
  test.setTimeout(180_000);
  const name = uniqueName();
  const [relayText, rewriteText] = twoTexts();
  const checker = await as("checker");
  const relay = await paste(checker, relayText, `${name} Relay`);
  const rewrite = await paste(checker, rewriteText, `${name} Rewrite`);

  // A claim in the first page, evidence in both.
  await checker.goto(`/desk/articles/${relay}`);
  const words = await sumIn(checker);
  await chooseWords(checker, words);
  await checker.keyboard.press("n");
  const bar = checker.getByRole("toolbar", { name: "Use the chosen words" });
  await bar.getByLabel("What we check").fill(`${name}: the sum is as the page says`);
  await bar.getByRole("button", { name: /Make this a claim/ }).click();
  const mark = checker
    .getByRole("link", { name: new RegExp(`where this claim was found, for: ${name}`) })
    .first();
  await mark.focus();
  await checker.keyboard.press("Enter");
  await expect(checker.getByRole("heading", { level: 1 })).toContainText(name);
  const claimPath = new URL(checker.url()).pathname;
  await checker.getByRole("button", { name: "Start research" }).click();
  await expect(checker.getByRole("button", { name: "Submit for review" })).toBeVisible();
  await chooseWords(checker, words);
  await checker.keyboard.press("1");
  const rows = checker.locator("#evidence > ul > li[id]");
  await expect(rows).toHaveCount(1);
  await checker.goto(`${claimPath}?article=${rewrite}&pane=article`);
  await chooseWords(checker, await sumIn(checker));
  await checker.keyboard.press("3");
  await expect(rows).toHaveCount(2);

  // Where it comes from is entered by hand; the other side is searched.
  await checker.goto(`/desk/articles/${relay}`);
  const sources = checker.locator("#attributions");
  await sources.getByText("Add by hand").click();
  await sources.getByRole("textbox", { name: "Name" }).fill(`Harbour records of ${name}`);
  await sources.getByRole("button", { name: "Add and confirm" }).click();
  await expect(sources.getByText(`Harbour records of ${name}`).first()).toBeVisible();
  await checker.goto(claimPath);
  await expect(checker.locator("#sources")).toContainText("1 independent origin");
  const searches = checker.locator("#searches");
  await searches.getByText("Log a search", { exact: true }).first().click();
  await searches.getByLabel("Where").fill("Register");
  await searches.getByLabel("What you looked for").fill("another sum");
  await searches.getByLabel("Looking for evidence").selectOption("disputes");
  await searches.getByLabel("Nothing", { exact: true }).check();
  await searches.getByRole("button", { name: "Log the search" }).click();
  await expect(searches.getByText("another sum")).toBeVisible();
  await checker.getByRole("button", { name: "Submit for review" }).click();
  await expect(checker.locator("header").getByText("In review")).toBeVisible();

  // Two reviews, the second one blind.
  const second = await as("second");
  for (const page of [checker, second]) {
    await page.goto(claimPath);
    const review = page.getByRole("form", { name: "Your review" });
    await review.getByLabel("What you found, and why").fill("Only one route is known.");
    await review.getByRole("button", { name: "Unproven" }).click();
    await expect(page.locator("#reviews").getByText("Only one route is known.").first()).toBeVisible();
  }

  // The finding.
  await checker.goto(`${claimPath}/verdict`);
  await checker.getByRole("radio", { name: /^Reported, not confirmed/ }).check();
  await checker.getByRole("textbox", { name: "Finding" }).fill(`${name}: one source gives the sum`);
  await editorHere(checker);
  await writeUp(checker).click();
  await checker.keyboard.type("One page gives a sum.");
  await checker.getByRole("combobox", { name: "Cite" }).selectOption({ index: 1 });
  await checker.getByRole("button", { name: "Save the draft" }).click();
  await checker.waitForURL(new RegExp(`${claimPath}$`));
  for (const tick of await second.getByRole("button", { name: "The cut is fair" }).all()) await tick.click();
  await checker.getByRole("button", { name: "Ready for an editor" }).click();
  await expect(checker.locator("header").getByText("Ready for an editor")).toBeVisible();

  // The signature, and the public page with its proof.
  const editor = await as("editor");
  await editor.goto("/desk");
  await editor.getByRole("link", { name: new RegExp(name) }).click();
  await editor.getByRole("link", { name: "Read it as readers will, and sign" }).click();
  await expect(editor.frameLocator("iframe").getByRole("heading", { level: 1 })).toContainText(name);
  for (const box of await editor.getByLabel(/Publish although/).all()) await box.check();
  for (const reason of await editor.getByLabel("Reason, which readers see").all())
    await reason.fill("Made for a test.");
  await editor.getByLabel(/Your password/).fill(password);
  await editor.getByRole("button", { name: "Publish version 1 as Reported, not confirmed" }).click();
  await editor.waitForURL(/\/verdicts\//);

  const reader = await as("reader", { javaScriptEnabled: false });
  await reader.goto(new URL(editor.url()).pathname);
  await expect(reader.getByRole("heading", { level: 1 })).toContainText(`${name}: one source gives the sum`);
  await expect(reader.getByText("Made for a test.").first()).toBeVisible();
  const slug = new URL(reader.url()).pathname.split("/").at(-1)!;
  const api = await reader.request.get(`/api/v1/publications/${slug}`);
  expect(await api.json()).toMatchObject({
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    signature: expect.any(String),
  });
});
