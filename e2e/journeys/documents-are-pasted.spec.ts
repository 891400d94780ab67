import type { Page } from "@playwright/test";
import { clipboards } from "@/lib/paste/fixtures";
import { expect, test } from "../fixtures";
import { claimWithEvidence, ferryStory, orderWords } from "../scenes";
import { editorHere } from "../write-up";

/**
 * Pastes from the browser's own clipboard, by the keyboard, what a program leaves there. It is copied on another page, as
 * from another program: where it is copied the browser says of each style that it does not apply it.
 */
async function paste(page: Page, copied: { html: string; text: string }) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const program = await page.context().newPage();
  await program.goto("/robots.txt");
  await program.evaluate(
    ({ html, text }) =>
      navigator.clipboard.write([
        new ClipboardItem({
          "text/html": new Blob([html], { type: "text/html" }),
          "text/plain": new Blob([text], { type: "text/plain" }),
        }),
      ]),
    copied,
  );
  await program.close();
  await page.bringToFront();
  await page.keyboard.press("ControlOrMeta+V");
}

/** The words alone, as programs put them beside their HTML. */
const wordText =
  "The mayor called it “a bargain”[1]; it’s not.\r\nYear\tFerries\r\n2024\tseven\r\n[1] Council minutes, page 12.";

test("a passage of Word is pasted into the write-up: its words, table and footnote, and nothing of its look", async ({
  as,
  api,
}) => {
  const checker = await api("checker");
  const { claimId } = await claimWithEvidence(checker);
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}/verdict`);
  const title = await page.title();
  await editorHere(page);
  const editor = page.getByRole("textbox", { name: "Write-up" });
  await editor.click();
  await paste(page, { html: clipboards.wordWithFootnote, text: wordText });
  await expect(editor).toContainText("Council minutes, page 12.");
  // A footnote's number is no citation of evidence.
  await expect(editor.locator("[data-cite]")).toHaveCount(0);
  await expect(editor.locator("strong")).toHaveText(["Year", "Ferries"]);
  await expect(editor.locator("[style], script, style, table")).toHaveCount(0);
  await expect(page.getByRole("status").filter({ hasText: /^Saved\.$/ })).toBeVisible();
  expect(await page.title()).toBe(title);
  const { verdict } = await checker.get<{ verdict: { writeUp: string } }>(`/claims/${claimId}`);
  expect(verdict.writeUp.trim().split("\n\n")).toEqual([
    "The mayor called it “a bargain”\\[1\\]; it’s not.",
    "**Year** · **Ferries**",
    "2024 · seven",
    "\\[1\\] Council minutes, page 12.",
  ]);
});

test("rows of Google Sheets are pasted as evidence, a cell with a line break among them", async ({
  as,
  api,
}) => {
  const checker = await api("checker");
  const { claimId, town } = await claimWithEvidence(checker);
  const url = `https://${town.toLowerCase()}.example/ferries`;
  await checker.post("/articles", { text: ferryStory(town), url });
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}`);
  await page.getByText("Paste rows", { exact: true }).click();
  const form = page.getByRole("form", { name: "Paste rows of evidence" });
  await form.getByLabel("Rows").click();
  const note = "From the budget.\nSee page 12.";
  await paste(page, {
    html: `<meta charset="utf-8"><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}--></style><table data-sheets-root="1"><tbody><tr><td><a class="in-cell-link" href="${url}">${url}</a></td><td>${orderWords}</td><td>From the budget.<br>See page 12.</td></tr></tbody></table>`,
    text: `${url}\t${orderWords}\t"${note}"`,
  });
  await form.getByRole("button", { name: "Log the rows" }).click();
  await expect(page.getByText("The row is logged.")).toBeVisible();
  const { evidence } = await checker.get<{
    evidence: { stance: string; shows: string | null; quote: { exact: string } }[];
  }>(`/claims/${claimId}`);
  expect(evidence.at(-1)).toMatchObject({ stance: "context", shows: note, quote: { exact: orderWords } });
});

test("an article is pasted from Google Docs as its words, one paragraph each", async ({ as, api }) => {
  const checker = await api("checker");
  const page = await as("checker");
  await page.goto("/desk/articles/new");
  await page.getByLabel("Text of the article").click();
  await paste(page, {
    html: clipboards.docs,
    text: "The bridge\nIt cost twice as much, says the audit.\nFirst\nWithin\nSecond",
  });
  await expect(page.getByLabel("Text of the article")).toHaveValue(/Second/);
  await page.getByRole("button", { name: "Add the article" }).click();
  await page.waitForURL(/\/desk\/articles\/[^/]+$/);
  const text = page.getByRole("group", { name: /^Text of the article/ });
  await expect(text).toContainText("It cost twice as much, says the audit.");
  const id = page.url().split("/").at(-1)!;
  const { capture } = await checker.get<{ capture: { fullText: string } }>(`/articles/${id}`);
  for (const words of ["The bridge", "It cost twice as much, says the audit.", "First", "Within", "Second"])
    expect(capture.fullText).toContain(words);
  expect(capture.fullText).not.toMatch(/[<>]|font|docs-internal/);
});
