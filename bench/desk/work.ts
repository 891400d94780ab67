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

/** A busy machine takes its time. */
const expect = usual.configure({ timeout: 60_000 });

type Open = (person: Person) => Promise<Page>;
type Counted = { presses: number; texts: number };

/** Counts what a person does: each key, each text typed or pasted. */
function count(page: Page, counted: Counted): Page {
  const { keyboard } = page;
  const [press, insert, type] = [keyboard.press, keyboard.insertText, keyboard.type].map((one) =>
    one.bind(keyboard),
  ) as [typeof keyboard.press, typeof keyboard.insertText, typeof keyboard.type];
  keyboard.press = (...given) => ((counted.presses += 1), press(...given));
  keyboard.insertText = (...given) => ((counted.texts += 1), insert(...given));
  keyboard.type = (...given) => ((counted.texts += 1), type(...given));
  return page;
}

/** Two pieces of work by keyboard alone, each from its first page to its last. The script waits for pages, not to think. */
export async function timeWork(open: Open, note: Note): Promise<void> {
  const counted = { presses: 0, texts: 0 };
  const tell = (what: string, begin: number) => {
    note(`${what}: keys`, counted.presses, null, "");
    note(`${what}: texts typed`, counted.texts, null, "");
    note(`${what}: time`, (performance.now() - begin) / 1000, null, "s");
  };
  const town = uniqueName();
  const page = count(await open("checker"), counted);
  await page.request.post("/api/v1/tips", { data: { text: `${town} ordered seven electric ferries.` } });
  await page.goto("/desk");
  await keysReady(page);
  const people = {
    second: count(await open("second"), counted),
    editor: count(await open("editor"), counted),
  };
  for (const other of Object.values(people)) await other.goto("/desk");

  Object.assign(counted, { presses: 0, texts: 0 });
  const begin = performance.now();
  await chooseTip(page, town);
  await addArticle(page, town);
  const before = { ...counted };
  const opened = performance.now();
  await logEvidence(page);
  const evidence = { keys: counted.presses - before.presses, seconds: (performance.now() - opened) / 1000 };
  await writeVerdict(page, town);
  await giveReview(page, "Only one report is known.");
  await keysReady(people.second);
  await jumpTo(people.second, town);
  await giveReview(people.second, "I know of no other report.");
  await page.reload();
  await keysReady(page);
  await takeNextStep(page, "Ready for an editor");
  await sign(people.editor, town);
  tell("from a tip to the signed publication, three people", begin);
  note("from the open article to evidence logged: keys", evidence.keys, null, "");
  note("from the open article to evidence logged: time", evidence.seconds, null, "s");
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
