import { join } from "node:path";
import { expect as usual } from "@playwright/test";
import type { Page } from "playwright";
import {
  chooseSentence,
  giveReview,
  jumpTo,
  keysReady,
  pressEnterOn,
  tabTo,
  takeNextStep,
  typeInto,
} from "../../e2e/by-keyboard";
import { ferryStory, password, uniqueName } from "../../e2e/scenes";
import type { Person } from "../../e2e/sessions";
import type { Note } from "./browser";
import { beginTrace, effortOf, endTrace, type Trace } from "./trace";

/** A busy machine takes its time. */
const expect = usual.configure({ timeout: 60_000 });

type Open = (person: Person) => Promise<Page>;

const whole = "from a tip to the signed publication, three people";
const logging = "from the open article to evidence logged";

/**
 * Two pieces of work by keyboard alone, each from its first page to its last, counted from Playwright's traces, which stay
 * in `folder`. The script waits for pages, not to think.
 */
export async function timeWork(open: Open, note: Note, folder: string): Promise<void> {
  const town = uniqueName();
  const pages = {
    checker: await open("checker"),
    second: await open("second"),
    editor: await open("editor"),
  };
  const { checker, second, editor } = pages;
  await checker.request.post("/api/v1/tips", { data: { text: `${town} ordered seven electric ferries.` } });
  for (const page of Object.values(pages)) {
    await page.goto("/desk");
    await keysReady(page);
    await beginTrace(page.context());
  }
  const { tracing } = checker.context();
  await tracing.group(whole);
  await chooseTip(checker, town);
  await addArticle(checker, town);
  await tracing.group(logging);
  await logEvidence(checker);
  await tracing.groupEnd();
  await writeVerdict(checker, town);
  await giveReview(checker, "Only one report is known.");
  await keysReady(second);
  await jumpTo(second, town);
  await giveReview(second, "I know of no other report.");
  await checker.reload();
  await keysReady(checker);
  await takeNextStep(checker, "Ready for an editor");
  await sign(editor, town);
  await tracing.groupEnd();

  const traces: Trace[] = [];
  for (const [person, page] of Object.entries(pages))
    traces.push(await endTrace(page.context(), join(folder, `${person}.zip`)));
  for (const piece of [whole, logging]) {
    const { keys, texts, seconds } = effortOf(piece, traces);
    note(`${piece}: keys`, keys, null, "");
    note(`${piece}: texts typed`, texts, null, "");
    note(`${piece}: time`, seconds, null, "s");
  }
}

async function chooseTip(page: Page, town: string): Promise<void> {
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  const tip = page.getByRole("listitem").filter({ hasText: town });
  await expect(tip).toBeVisible();
  await page.keyboard.press("j");
  await expect(tip.getByText("Decide", { exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await pressEnterOn(page, tip.getByRole("button", { name: "Make it a claim" }));
  await page.waitForURL(/\/desk\/claims\//);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(town);
  await takeNextStep(page, "Start research");
}

async function addArticle(page: Page, town: string): Promise<void> {
  await page.keyboard.press("e");
  await page.keyboard.press("Enter");
  await typeInto(page, page.getByLabel("Text of the article"), ferryStory(town));
  await page.keyboard.press("ControlOrMeta+Enter");
  await page.waitForURL(/\/desk\/(claims|articles)\/(?!new)/);
  if (!page.url().includes("/claims/")) await jumpTo(page, town);
  await expect(page.getByRole("group", { name: /Text of the article/ })).toBeVisible();
}

async function logEvidence(page: Page): Promise<void> {
  await page.keyboard.press("e");
  await expect(page.getByRole("group", { name: /Text of the article/ })).toBeFocused();
  await chooseSentence(page, "ordered seven electric ferries");
  await page.keyboard.press("1");
  await expect(page.locator("#evidence > ul > li[id]")).toHaveCount(1);
}

async function writeVerdict(page: Page, town: string): Promise<void> {
  await page.keyboard.press("v");
  await page.waitForURL(/\/verdict$/);
  await tabTo(page, page.getByRole("radio", { name: /^None yet/ }));
  const reported = page.getByRole("radio", { name: /^Reported, not confirmed/ });
  while (!(await reported.isChecked())) await page.keyboard.press("ArrowDown");
  await typeInto(page, page.getByRole("textbox", { name: "Finding" }), `${town}: one report says so`);
  await page.keyboard.press("ControlOrMeta+Enter");
  await page.waitForURL(/\/desk\/claims\/[^/]+$/);
  await takeNextStep(page, "Submit for review");
}

async function sign(page: Page, town: string): Promise<void> {
  await keysReady(page);
  await jumpTo(page, town);
  await page.keyboard.press("s");
  await expect(page.getByRole("link", { name: "Read it as readers will, and sign" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("form", { name: "Sign" })).toBeVisible();
  for (const box of await page.getByLabel(/Publish although/).all()) {
    await tabTo(page, box);
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.insertText("The report is all there is.");
  }
  await typeInto(page, page.getByLabel(/Your password/), password);
  await pressEnterOn(page, page.getByRole("button", { name: /^Publish version 1/ }));
  await page.waitForURL(/\/verdicts\//);
}
