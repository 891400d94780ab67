import type { BrowserContext, Page, Route } from "@playwright/test";
import { keysReady } from "../by-keyboard";
import { expect, test, type Api } from "../fixtures";
import { claimWithEvidence } from "../scenes";
import { openSessionOf, people, sql } from "../sessions";
import { editorHere } from "../write-up";

// Most of it is waiting for saves that come after a pause.
test.describe.configure({ timeout: 120_000 });

const finding = (page: Page) => page.getByRole("textbox", { name: "Finding" });
const conflict = (page: Page) => page.getByRole("alert").filter({ hasText: "Both versions are below" });
const isSaved = (page: Page) => expect(page.getByText("Saved.", { exact: true })).toBeVisible();

async function openDraft(context: BrowserContext, claimId: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`/desk/claims/${claimId}/verdict`);
  await editorHere(page);
  return page;
}

type Desk = { as: (who: "checker") => Promise<Page>; api: (who: "checker") => Promise<Api> };

/** The first checker's draft of a claim of their own, open in a browser that they are signed in to. */
async function checkersDraft({ as, api }: Desk) {
  const { claimId } = await claimWithEvidence(await api("checker"));
  const context = (await as("checker")).context();
  return { claimId, context, page: await openDraft(context, claimId) };
}

/** A draft that says "One two": that save is done, and its answer lost, or never given, as `lose` does with it. */
async function savedWithoutAnswer(desk: Desk, lose: (route: Route) => Promise<void>) {
  const { claimId, page } = await checkersDraft(desk);
  await finding(page).fill("One");
  await isSaved(page);
  let isLost = false;
  await page.route("**/verdict", async (route) => {
    if (isLost || route.request().method() !== "POST") return route.fallback();
    isLost = true;
    await route.fetch();
    await lose(route);
  });
  await finding(page).fill("One two");
  return { claimId, page };
}

/** The draft as it is stored, with who wrote to it last. */
async function draftOf(claimId: string) {
  const [row] = await sql(
    `SELECT v.finding, v.version, u.email FROM verdict v JOIN "user" u ON u.id = v."updatedById" WHERE v."claimId" = $1`,
    [claimId],
  );
  return row ?? { finding: null, version: 0, email: null };
}

test("a page that one person opened saves nothing as whoever signed in to the browser since", async ({
  as,
  api,
}) => {
  const { claimId, context, page } = await checkersDraft({ as, api });
  await finding(page).fill("Written by one");
  await isSaved(page);
  await context.addCookies([(await openSessionOf("editor")).cookie]);
  await finding(page).fill("Written by one, and on");
  await expect(
    page.getByRole("alert").filter({ hasText: "This page was opened by another account" }),
  ).toContainText("you are signed in as Editor One now");
  expect(await draftOf(claimId)).toMatchObject({ finding: "Written by one", email: people.checker });
  expect(
    await sql(
      `SELECT 1 FROM contribution c JOIN "user" u ON u.id = c."userId" WHERE c."claimId" = $1 AND u.email = $2`,
      [claimId, people.editor],
    ),
  ).toEqual([]);
  // Whoever wrote it signs in again, and it is saved as theirs.
  await context.addCookies([(await openSessionOf("checker")).cookie]);
  await isSaved(page);
  expect(await draftOf(claimId)).toMatchObject({ finding: "Written by one, and on", email: people.checker });
});

test("a save whose answer was lost is not taken for somebody else's, and what was typed since follows it", async ({
  as,
  api,
}) => {
  const { claimId, page } = await savedWithoutAnswer({ as, api }, (route) => route.abort());
  await expect(page.getByText("Not saved.", { exact: false }).first()).toBeVisible();
  expect(await draftOf(claimId)).toMatchObject({ finding: "One two", version: 2 });
  await finding(page).fill("One two three");
  await expect.poll(async () => (await draftOf(claimId)).finding, { timeout: 20_000 }).toBe("One two three");
  await isSaved(page);
  await expect(conflict(page)).toHaveCount(0);
});

test("a save that hangs is given up, says what is not certain, goes again by itself and is saved once", async ({
  as,
  api,
}) => {
  const { claimId, page } = await savedWithoutAnswer({ as, api }, async () => {});
  const notCertain = page.getByText("Whether your last words are saved is not certain");
  await expect(notCertain).toBeVisible({ timeout: 40_000 });
  await isSaved(page);
  await expect(notCertain).toHaveCount(0);
  await expect(conflict(page)).toHaveCount(0);
  expect(await draftOf(claimId)).toMatchObject({ finding: "One two", version: 2 });
});

test("Control S over two versions saves what is chosen there, and from a field leads to them", async ({
  as,
  api,
}) => {
  const { claimId, context, page } = await checkersDraft({ as, api });
  const other = await openDraft(context, claimId);
  await finding(other).fill("From the other tab");
  await isSaved(other);
  await other.close();
  await finding(page).fill("From this tab");
  await expect(conflict(page)).toBeVisible();
  await keysReady(page);
  await finding(page).focus();
  await page.keyboard.press("Control+s");
  await expect(page.locator("#not-saved")).toBeFocused();
  await page.getByRole("button", { name: "Take what I saved" }).click();
  await page.keyboard.press("Control+s");
  await isSaved(page);
  await expect(conflict(page)).toHaveCount(0);
  await expect(finding(page)).toHaveValue("From the other tab");
});

test("what was typed on a save whose answer never came goes over it when the page was lost meanwhile", async ({
  as,
  api,
}) => {
  const { claimId, context, page } = await checkersDraft({ as, api });
  await finding(page).fill("One");
  await isSaved(page);
  // It is saved, and nobody is told before the page is gone.
  await page.route("**/verdict", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fetch();
  });
  await finding(page).fill("One two");
  await expect.poll(async () => (await draftOf(claimId)).finding).toBe("One two");
  await finding(page).fill("One two three");
  await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain("three");
  await page.close();
  const again = await openDraft(context, claimId);
  await expect(finding(again)).toHaveValue("One two three");
  await isSaved(again);
  await expect(conflict(again)).toHaveCount(0);
  expect(await draftOf(claimId)).toMatchObject({ finding: "One two three", version: 3 });
});

test("one's own newer words from another tab are called one's own", async ({ as, api }) => {
  const { claimId, context, page } = await checkersDraft({ as, api });
  const other = await openDraft(context, claimId);
  await finding(other).fill("From the other tab");
  await isSaved(other);
  await other.close();
  await finding(page).fill("From this tab");
  await expect(conflict(page)).toContainText(/What you saved, today, \d\d:\d\d/);
  await expect(conflict(page)).not.toContainText(/their/i);
  await page.getByRole("button", { name: "Take what I saved" }).click();
  await page.getByRole("button", { name: "Save what I chose" }).click();
  await isSaved(page);
  await expect(finding(page)).toHaveValue("From the other tab");
});

test("an ordinary form over which a conflict was shown shows it again after a reload", async ({
  as,
  api,
}) => {
  const { claimId } = await claimWithEvidence(await api("checker"));
  const page = await as("checker");
  const path = `/desk/claims/${claimId}/edit`;
  await page.goto(path);
  await keysReady(page);
  const words = page.getByRole("textbox", { name: "What we check" });
  const save = page.getByRole("button", { name: "Save the claim" });
  const alert = page.locator("form [role=alert]");
  await words.fill("Mine");
  await sql(`UPDATE claim SET text = 'Theirs', version = version + 1 WHERE id = $1`, [claimId]);
  await save.click();
  await expect(alert).toContainText("Theirs");
  await page.getByRole("button", { name: "Keep mine" }).click();
  await words.fill("Mine, written on");
  await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain("written on");
  await page.reload();
  await keysReady(page);
  await expect(words).toHaveValue("Mine, written on");
  await save.click();
  await expect(alert).toContainText("Theirs");
  expect(await sql(`SELECT text FROM claim WHERE id = $1`, [claimId])).toEqual([{ text: "Theirs" }]);
  await save.click();
  await page.waitForURL(new RegExp(`/desk/claims/${claimId}$`));
  expect(await sql(`SELECT text FROM claim WHERE id = $1`, [claimId])).toEqual([
    { text: "Mine, written on" },
  ]);
});

test("what is put back over newer words of somebody else is still a conflict after it was shown as one", async ({
  as,
  api,
}) => {
  const { claimId, context, page } = await checkersDraft({ as, api });
  await finding(page).fill("Mine");
  await isSaved(page);
  const { version } = await draftOf(claimId);
  await (await api("editor")).put(`/claims/${claimId}/verdict`, { finding: "Theirs", version });
  await finding(page).fill("Mine two");
  await expect(conflict(page)).toBeVisible();
  await finding(page).fill("Mine two, written on");
  const kept = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
  await expect.poll(kept).toContain("written on");
  await page.close();
  const again = await openDraft(context, claimId);
  await expect(finding(again)).toHaveValue("Mine two, written on");
  await expect(conflict(again)).toContainText("Theirs");
  expect(await draftOf(claimId)).toMatchObject({ finding: "Theirs" });
});

test("what came back and saved itself is thrown away without a conflict, and what was taken out stays out", async ({
  as,
  api,
}) => {
  const { claimId, context, page: first } = await checkersDraft({ as, api });
  let page = first;
  await finding(page).fill("Base");
  await isSaved(page);
  await finding(page).fill("Base, wrong");
  await expect.poll(async () => (await draftOf(claimId)).finding).toBe("Base, wrong");
  await isSaved(page);

  // Back to what the page was opened with, without a network, and the page is lost.
  await context.setOffline(true);
  await finding(page).fill("");
  await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain("kept");
  await page.close();
  await context.setOffline(false);
  page = await openDraft(context, claimId);
  await expect(finding(page)).toHaveValue("");
  await expect.poll(async () => (await draftOf(claimId)).finding).toBe("");

  await page.getByRole("button", { name: "Throw it away" }).click();
  await expect(finding(page)).toHaveValue("Base, wrong");
  await expect.poll(async () => (await draftOf(claimId)).finding).toBe("Base, wrong");
  await expect(conflict(page)).toHaveCount(0);
});

test("what was typed in the last second goes when another page of the desk is opened", async ({
  as,
  api,
}) => {
  const { claimId, page } = await checkersDraft({ as, api });
  await keysReady(page);
  // Typed and left in one go, so that no pause of the machine's is a pause in typing.
  await page.evaluate(() => {
    const field = document.querySelector<HTMLTextAreaElement>("#verdict-form textarea[name=finding]")!;
    field.value = "Left at once";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    document.querySelector<HTMLAnchorElement>('nav a[href="/desk/articles"]')!.click();
  });
  await expect(page.getByRole("heading", { level: 1, name: "Articles" })).toBeVisible();
  await expect.poll(async () => (await draftOf(claimId)).finding).toBe("Left at once");
  const kept = () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("countersign.kept.")));
  await expect.poll(kept).toEqual([]);
});

test("two tabs of one person keep the words of each", async ({ as, api }) => {
  const { claimId } = await claimWithEvidence(await api("checker"));
  const one = await as("checker");
  const two = await one.context().newPage();
  for (const page of [one, two]) {
    await page.goto(`/desk/claims/${claimId}`);
    await keysReady(page);
  }
  const comment = (page: Page) => page.getByRole("textbox", { name: "Comment" });
  const kept = () => two.evaluate(() => JSON.stringify({ ...localStorage }));
  await comment(one).fill("A long thought in one tab");
  await expect.poll(kept).toContain("A long thought");
  await comment(two).fill("A short one in the other");
  await expect.poll(kept).toContain("A short one");
  await two.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(two.locator("#comments li").getByText("A short one in the other")).toBeVisible();
  await one.reload();
  await expect(comment(one)).toHaveValue("A long thought in one tab");
});

test("rows of evidence that could not be sent stay in the form", async ({ as, api }) => {
  const { claimId } = await claimWithEvidence(await api("checker"));
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}`);
  await keysReady(page);
  const form = page.getByRole("form", { name: "Paste rows of evidence", includeHidden: true });
  await form.evaluate((element) => {
    for (let at = element.closest("details"); at; at = at.parentElement?.closest("details") ?? null)
      at.open = true;
  });
  const rows = "https://paper.example/a\tSome words\tA note";
  await form.getByRole("textbox", { name: "Rows" }).fill(rows);
  await page.context().setOffline(true);
  await form.getByRole("button").click();
  await expect(
    form.getByText(
      "You are offline. Nothing was sent. Try again once you are back. The rows are still here.",
    ),
  ).toBeVisible();
  await expect(form.getByRole("textbox", { name: "Rows" })).toHaveValue(rows);
  await page.context().setOffline(false);
});
