import type { Page } from "playwright";
import { changeClaimAs } from "./desk-people";
import type { Moment } from "./moment";

let turn = 0;
/** Words that nobody wrote yet: the same again would change nothing. */
const newWords = (words: string) => `${words} ${(turn += 1)}`;
const offered = (page: Page) => page.getByRole("button", { name: "Undo" }).first().waitFor();

/** An edit leads on to the claim, and what takes it back comes along. */
async function changeClaim(page: Page): Promise<void> {
  await page
    .getByRole("textbox", { name: "What we check" })
    .fill(newWords("The board ordered this many ferries:"));
  await page.locator("#claim-form button[type=submit]").click();
  await page.waitForURL(/\/claims\/[^/]+$/);
  await page.getByText("Claim changed.").waitFor();
  await offered(page);
}

/** Somebody changes the same claim before it is taken back. */
async function takeBackTooLate(page: Page): Promise<void> {
  await changeClaim(page);
  const [, id] = /claims\/([^/?]+)/.exec(page.url())!;
  await changeClaimAs("checker", id!, "The board ordered this many ferries, they say");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText(/nothing was put back/).waitFor();
}

async function saveDraft(page: Page): Promise<void> {
  await page.getByRole("textbox", { name: "Finding" }).fill(newWords("The sum is for this many countries:"));
  await page.getByRole("button", { name: "Save the draft" }).click();
  await offered(page);
}

async function saveView(page: Page): Promise<void> {
  // A filter that is a view by now offers nothing to save.
  await page.goto(`/desk?needs=all&q=${encodeURIComponent(newWords("ferries"))}`);
  await page.locator("summary", { hasText: "Save this as a view" }).click();
  await page
    .getByRole("form", { name: "Save the view" })
    .getByLabel("Name")
    .fill(newWords("Evening edition"));
  await page.getByRole("button", { name: "Save the view" }).click();
  await offered(page);
}

/** What a sheet itself said of a claim, on the claim that was made of its row. */
async function readSheetComment(page: Page): Promise<void> {
  const made = page
    .getByRole("region", { name: "Rows of the sheet" })
    .getByRole("link", { name: "a new claim" });
  if ((await made.count()) === 0) await page.getByRole("button", { name: /^(Import|Go through) / }).click();
  await made.first().click();
  await page.getByText("What the sheet said (no review):").first().scrollIntoViewIfNeeded();
}

/** What is offered after an act, and what became of a sheet's own verdicts. */
export const momentsOfUndo: Moment[] = [
  { name: "changed", route: "/desk/claims/[id]/edit", as: "", act: changeClaim },
  { name: "undone-too-late", route: "/desk/claims/[id]/edit", as: "", act: takeBackTooLate },
  { name: "saved", route: "/desk/claims/[id]/verdict", as: "", act: saveDraft },
  { name: "view-saved", route: "/desk", as: "filtered", act: saveView },
  { name: "sheet-said", route: "/desk/claims/import/[id]", as: "", act: readSheetComment },
];
