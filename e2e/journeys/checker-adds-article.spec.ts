import { expect, test } from "../fixtures";
import { docxOf, pdfOf } from "../make-files";
import { ferryStory, uniqueName } from "../scenes";
import { sql } from "../sessions";
import type { Page } from "@playwright/test";

const articlePage = /\/desk\/articles\/(?!new)[\w-]+$/;

async function openForm(page: Page, way: string): Promise<void> {
  await page.goto("/desk/articles/new");
  await page.getByRole("radio", { name: way }).check();
}

const add = (page: Page) => page.getByRole("button", { name: "Add the article" }).click();
const address = (page: Page) => page.getByRole("textbox", { name: "Address" });

test("pasted text becomes an article whose date and words are found and whose menus are not", async ({
  as,
}) => {
  const town = uniqueName();
  const page = await as("checker");
  await openForm(page, "I paste its text");
  const menu = "Home\nSubscribe\nSign up for our newsletter\nSupport us with a donation\n\n";
  await page.getByLabel("Text of the article").fill(menu + ferryStory(town));
  await add(page);
  await page.waitForURL(articlePage);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${town} orders seven electric ferries`);
  await expect(page.getByText("12 March 2025").first()).toBeVisible();
  await expect(page.getByText("outlet unknown")).toBeVisible();
  const text = page.getByRole("group", { name: /Text of the article/ });
  await expect(text).toContainText("300,000 people crossed");
  await expect(text).not.toContainText("newsletter");
  await page.getByLabel("Whole capture").check();
  await expect(text).toContainText("newsletter");
});

test("pasted HTML keeps the date and the outlet, and what is wrong can be changed", async ({ as }) => {
  const town = uniqueName();
  const page = await as("checker");
  await openForm(page, "I paste its HTML");
  await page.getByLabel("HTML of the page").fill(htmlStory(town));
  await add(page);
  await page.waitForURL(articlePage);
  await expect(page.getByText("13 March 2025").first()).toBeVisible();
  await expect(page.getByText("Coast Gazette").first()).toBeVisible();
  await page.getByText("Change what is known").click();
  await page.getByLabel("Byline").fill("Ada Lind");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/Ada Lind · 1 capture/)).toBeVisible();
});

const paragraphs = (town: string) => ferryStory(town).split("\n\n").slice(2);

function htmlStory(town: string): string {
  const body = paragraphs(town)
    .map((words) => `<p>${words}</p>`)
    .join("");
  return `<!doctype html><html lang="en"><head><title>${town} orders ferries</title>
<meta property="og:site_name" content="Coast Gazette"><meta property="article:published_time" content="2025-03-13T10:00:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>${town} orders ferries</h1>${body}</article></body></html>`;
}

const files: Record<string, (town: string) => { name: string; mimeType: string; buffer: Buffer }> = {
  text: (town) => ({ name: "story.txt", mimeType: "text/plain", buffer: Buffer.from(ferryStory(town)) }),
  HTML: (town) => ({ name: "story.html", mimeType: "text/html", buffer: Buffer.from(htmlStory(town)) }),
  PDF: (town) => ({ name: "story.pdf", mimeType: "application/pdf", buffer: pdfOf(paragraphs(town)) }),
  Word: (town) => ({
    name: "story.docx",
    mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    buffer: docxOf([`${town} orders ferries`, ...paragraphs(town)]),
  }),
};

for (const [kind, make] of Object.entries(files)) {
  test(`a ${kind} file becomes an article with its words`, async ({ as }) => {
    const town = uniqueName();
    const page = await as("checker");
    await openForm(page, "I have a file");
    await page.getByLabel("File", { exact: true }).setInputFiles(make(town));
    await add(page);
    await page.waitForURL(articlePage);
    await expect(page.getByRole("group", { name: /Text of the article/ })).toContainText(
      "300,000 people crossed",
    );
  });
}

test("an address that cannot be reached says why, keeps what was entered and can be tried again", async ({
  as,
}) => {
  const page = await as("checker");
  const url = `https://${uniqueName().toLowerCase()}.example.org/story`;
  await openForm(page, "I have its address, fetch it");
  await address(page).fill(url);
  await add(page);
  await page.waitForURL(articlePage);
  const again = page.getByRole("button", { name: "Try again" });
  await expect(again).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("What you entered is kept.")).toBeVisible();
  await expect(page.getByRole("link", { name: url })).toBeVisible();
  await again.click();
  await expect(page.getByText(/Fetching|No site answers|could not/).first()).toBeVisible();
  await expect(again).toBeVisible({ timeout: 30_000 });
  // Nothing has to be opened first: the field stands below the words that speak of it.
  await page.getByLabel("Text of the article").fill(ferryStory(uniqueName()));
  await page.getByRole("button", { name: "Capture", exact: true }).click();
  await expect(page.getByRole("group", { name: /Text of the article/ })).toContainText(
    "300,000 people crossed",
  );
});

test("an article that was only named cannot be quoted, and why it cannot be had is logged", async ({
  as,
}) => {
  const page = await as("checker");
  await openForm(page, "Another article names it");
  await page.getByRole("textbox", { name: "Outlet" }).fill(uniqueName());
  await page.getByRole("button", { name: "Note the article" }).click();
  await page.waitForURL(articlePage);
  await expect(page.getByText("It cannot be quoted before it is captured.")).toBeVisible();
  await page.getByText("It cannot be obtained").click();
  await page.getByLabel("Why").fill("Behind a wall, and the library has no copy.");
  await page.getByRole("button", { name: "Log it" }).click();
  await expect(page.getByText("Logged as not obtainable: Behind a wall")).toBeVisible();
});

test("a fetch that takes too long is stopped, with and without scripts, and can be tried again", async ({
  as,
}) => {
  for (const javaScriptEnabled of [true, false]) {
    const id = `slow-${uniqueName()}`;
    // A site that keeps us waiting for ever.
    await sql(
      `INSERT INTO article (id, state, url, "createdById") SELECT $1, 'fetching', $2, id FROM "user" WHERE email = 'checker1@demo.local'`,
      [id, `https://${id.toLowerCase()}.example.org/`],
    );
    const page = await as("checker", { javaScriptEnabled });
    await page.goto(`/desk/articles/${id}`);
    await expect(page.getByText("Fetching the page")).toBeVisible();
    await page.getByRole("button", { name: "Stop" }).click();
    await expect(page.getByText("Checker One stopped the fetch.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  }
});
