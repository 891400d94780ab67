import type { Page } from "playwright";
import { chooseWords } from "../../e2e/choose-words";
import { changeClaimAs } from "./desk-people";
import type { Moment } from "./moment";
import { momentsBetweenPeople } from "./moments-between-people";
import { momentsOfProof } from "./moments-of-proof";
import { momentsOfUndo } from "./moments-of-undo";

const open = (summary: string) => (page: Page) =>
  page.locator("summary", { hasText: summary }).first().click();
const way = (label: string) => (page: Page) => page.getByRole("radio", { name: label }).check();

async function select(page: Page, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1)
    await page.locator("tbody input[type=checkbox]").nth(index).check();
}

/** Somebody else saves the claim while its form is open, and then it is saved here. */
async function saveOver(page: Page): Promise<void> {
  const [, id] = /claims\/([^/]+)/.exec(page.url())!;
  await page
    .getByRole("textbox", { name: "What we check" })
    .fill("Mine: the board ordered seven ferries in 2024");
  await changeClaimAs("checker", id!, "Theirs: the board of Lindvik ordered seven ferries");
  await page.locator("#claim-form button[type=submit]").click();
  await page.getByRole("button", { name: "Take theirs" }).first().waitFor();
}

/** Several claims are given to somebody at once; the strip offers to take it back. */
async function assignSelected(page: Page): Promise<void> {
  await select(page, 3);
  const more = page.getByRole("button", { name: "Actions" });
  if (await more.isVisible()) await more.click();
  const bar = page.locator("#bulk-actions");
  await bar
    .getByRole("combobox")
    .first()
    .selectOption({ index: inTurn(colleagues) });
  await bar.getByRole("button").first().click();
  await page.getByRole("button", { name: "Undo" }).first().waitFor();
}

async function type(page: Page, words: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").fill(words);
  await page.waitForTimeout(500);
}

/** A page is asked for and does not come. */
async function waitFor(page: Page): Promise<void> {
  await page.route("**/desk/articles*", () => undefined);
  await page.getByRole("navigation", { name: "Desk" }).getByRole("link", { name: "Articles" }).click();
  await page.getByText("Opening the page…").waitFor();
}

/** Somebody signs out elsewhere while a claim is written here, and it is sent. */
async function sendSignedOut(page: Page): Promise<void> {
  await page.getByRole("textbox", { name: "What we check" }).fill("The board ordered seven ferries in 2024");
  await page.context().clearCookies();
  await page.locator("#claim-form button[type=submit]").click();
}

async function sendSignedOutWithoutScripts(page: Page): Promise<void> {
  await page.route(/\.js(\?|$)/, (route) => route.abort());
  await page.reload();
  await sendSignedOut(page);
  await page.getByRole("heading", { name: "Your session has ended" }).waitFor();
}

/** What a draft says while its words cannot be kept. */
async function draftSignedOut(page: Page): Promise<void> {
  await page.context().clearCookies();
  await page.getByRole("textbox", { name: "Finding" }).fill("Written after the session ended");
  await page.getByRole("alert").filter({ hasText: "session has ended" }).first().waitFor();
}

/** What changes something is done with another word for each look: the same again would change nothing. */
function inTurn<T>(words: T[]): T {
  words.push(words.shift()!);
  return words.at(-1)!;
}

const sentence = "Islanders say that nobody asked them before the order was placed.";
const sentences = [
  sentence,
  "More than 300,000 people crossed on the old boats last year, the port authority said.",
  "boats will cut the fuel bill by 20 percent.",
  "nobody asked them before the order",
];
const colleagues = [2, 3, 4, 5];

/** Dialogs, menus, bars and answers: what no address leads to. */
export const moments: Moment[] = [
  // First: what others do to a claim takes it back from the editor who signs.
  ...momentsOfProof,
  { name: "selected", route: "/desk", as: "all", act: (page) => select(page, 3) },
  { name: "filter", route: "/desk", act: open("Filter and order") },
  { name: "save-view", route: "/desk", as: "filtered", act: open("Save this as a view") },
  { name: "palette", route: "/desk", act: (page) => type(page, "") },
  { name: "palette-typed", route: "/desk", act: (page) => type(page, "ferries") },
  { name: "palette-nothing", route: "/desk", act: (page) => type(page, "zzzz") },
  {
    name: "help",
    route: "/desk",
    act: async (page) => {
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
    },
  },
  { name: "account", route: "/desk", act: (page) => page.locator("summary[aria-label^=Account]").click() },
  { name: "skip", route: "/desk", act: (page) => page.keyboard.press("Tab") },
  { name: "html", route: "/desk/articles/new", act: way("I paste its HTML") },
  { name: "file", route: "/desk/articles/new", act: way("I have a file") },
  { name: "address", route: "/desk/articles/new", act: way("I have its address, fetch it") },
  { name: "mention", route: "/desk/articles/new", act: way("Another article names it") },
  {
    name: "words-chosen",
    route: "/desk/articles/[id]",
    as: "watched",
    act: (page) => chooseWords(page, sentence),
  },
  {
    name: "words-chosen",
    route: "/desk/claims/[id]",
    as: "article-pane",
    act: (page) => chooseWords(page, sentence),
  },
  {
    name: "logged",
    route: "/desk/claims/[id]",
    as: "article-pane",
    act: async (page) => {
      await chooseWords(page, inTurn(sentences));
      await page.keyboard.press("3");
      await page.getByText("Evidence logged.").first().waitFor();
    },
  },
  {
    name: "mention",
    route: "/desk/claims/[id]",
    as: "long",
    act: (page) => page.getByRole("textbox", { name: "Comment" }).pressSequentially("@e"),
  },
  { name: "blind", route: "/desk/claims/[id]", as: "", who: "admin", act: async () => undefined },
  { name: "blind-draft", route: "/desk/claims/[id]/verdict", who: "admin", act: async () => undefined },
  {
    name: "marks",
    route: "/desk/claims/[id]",
    as: "",
    who: "admin",
    act: (page) => page.getByText("Pressing one gives your review").scrollIntoViewIfNeeded(),
  },
  { name: "palette", route: "/desk/claims/[id]", as: "", act: (page) => type(page, "") },
  { name: "merge", route: "/desk/settings/topics", act: open("Rename, merge or retire") },
  { name: "assigned", route: "/desk", as: "all", act: assignSelected },
  { name: "conflict", route: "/desk/claims/[id]/edit", act: saveOver },
  { name: "opening", route: "/desk", act: waitFor },
  {
    name: "session-ended",
    route: "/desk/claims/[id]/edit",
    act: async (page) => {
      await sendSignedOut(page);
      await page.locator("form [role=alert]").waitFor();
    },
  },
  { name: "session-ended-no-scripts", route: "/desk/claims/[id]/edit", act: sendSignedOutWithoutScripts },
  { name: "session-ended", route: "/desk/claims/[id]/verdict", act: draftSignedOut },
  { name: "no-such-claim", route: "/desk/claims/[id]", act: (page) => page.goto("/desk/claims/none") },
  { name: "all-asked", route: "/desk", who: "checker", act: async () => undefined },
  ...momentsBetweenPeople,
  ...momentsOfUndo,
];
