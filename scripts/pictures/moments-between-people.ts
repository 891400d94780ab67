import type { Page } from "playwright";
import { openSessionOf, sql, type Person } from "../../e2e/sessions";
import { apiOf } from "./desk-people";
import type { Moment } from "./moment";

const claimOf = (page: Page) => /claims\/([^/?]+)/.exec(page.url())![1]!;

/** The same page in the browser of somebody else, for as long as this one is open. */
async function alsoOpen(page: Page, person: Person): Promise<Page> {
  const other = await page
    .context()
    .browser()!
    .newContext({ baseURL: new URL(page.url()).origin });
  await other.addCookies([(await openSessionOf(person)).cookie]);
  page.once("close", () => void other.close());
  const theirs = await other.newPage();
  await theirs.goto(page.url());
  return theirs;
}

/** Somebody else writes the draft that is open here, and this person takes over. */
async function takeOver(page: Page): Promise<void> {
  await otherWrites(page);
  await page.getByRole("button", { name: "Take over" }).click();
  await page.waitForTimeout(500);
}

async function otherWrites(page: Page): Promise<void> {
  await sql("DELETE FROM writing_lock");
  const theirs = await alsoOpen(page, "checker");
  await theirs.locator("html[data-keys]").waitFor({ state: "attached" });
  await theirs.getByRole("textbox", { name: "Why the marks differ" }).pressSequentially("The register ");
  await page.getByText(/ is writing /).waitFor();
}

/** The draft is saved by somebody else while it is written here. */
async function draftSavedOver(page: Page): Promise<void> {
  await sql(
    `UPDATE verdict SET finding = 'Theirs: the sum is for all countries', version = version + 1 WHERE "claimId" = $1`,
    [claimOf(page)],
  );
  await page.getByRole("textbox", { name: "Finding" }).fill("Mine: the sum is for three countries");
  await page.getByRole("button", { name: "Take theirs" }).first().scrollIntoViewIfNeeded();
}

let turn = 0;

/** The same person saved the draft in another tab while it is written here; each time with other words, or nothing is saved. */
async function ownDraftSavedOver(page: Page): Promise<void> {
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.locator("html[data-keys]").waitFor({ state: "attached" });
  await other
    .getByRole("textbox", { name: "Finding" })
    .fill(`Saved in the other tab: six ferries (${(turn += 1)})`);
  await other.getByText("Saved.", { exact: true }).waitFor();
  await other.close();
  await page.getByRole("textbox", { name: "Finding" }).fill("Written here: seven ferries");
  await page.getByRole("button", { name: "Take what I saved" }).first().scrollIntoViewIfNeeded();
}

/** Two people have the claim open, and a third changes it. */
async function changedHere(page: Page): Promise<void> {
  await alsoOpen(page, "otherEditor");
  await page.getByText("Editor Two is here").waitFor();
  const api = await apiOf("checker");
  await api.post(`/claims/${claimOf(page)}/searches`, {
    where: "Town archive",
    query: "ferries",
    found: "nothing",
  });
  await api.request.dispose();
  await page.getByText("Changed by Checker One just now.").waitFor();
}

/** What was written and not sent is there again after the page was lost. */
async function comesBack(page: Page): Promise<void> {
  await page.getByRole("textbox", { name: "What we check" }).fill("The board ordered seven ferries in 2024");
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.includes(".kept.")));
  await page.reload();
  await page.getByText(/^This is what you wrote /).waitFor();
}

/** What a page shows when two people work on one thing, and what comes back of what was not sent. */
export const momentsBetweenPeople: Moment[] = [
  { name: "other-writes", route: "/desk/claims/[id]/verdict", act: otherWrites },
  { name: "taken-over", route: "/desk/claims/[id]/verdict", act: takeOver },
  { name: "conflict", route: "/desk/claims/[id]/verdict", act: draftSavedOver },
  { name: "own-conflict", route: "/desk/claims/[id]/verdict", act: ownDraftSavedOver },
  { name: "changed-here", route: "/desk/claims/[id]", as: "", act: changedHere },
  { name: "comes-back", route: "/desk/claims/[id]/edit", as: "long", act: comesBack },
];
