import type { Page } from "@playwright/test";
import { keysReady } from "../by-keyboard";
import { expect, test, type Api } from "../fixtures";
import { uniqueName } from "../scenes";
import { openSessionOf, sql } from "../sessions";

/** Claims of one topic, more than are drawn at once: number 1 is the newest, then `count` down to 2. */
async function manyClaims(api: Api, topic: string, count: number): Promise<void> {
  const { id } = await api.post("/claims", { text: `${topic} says 1`, topics: [topic] });
  await sql(
    `INSERT INTO claim (id, text, state, topics, "createdById", "createdAt", "updatedAt")
     SELECT left(c.id, 24) || lpad(to_hex(n), 12, '0'), $2 || ' says ' || n, c.state, c.topics, c."createdById", now(), now()
     FROM claim c, generate_series(2, $3::int) n WHERE c.id = $1`,
    [id, topic, count],
  );
}

const rowOf = (page: Page, topic: string, n: number) =>
  page.locator("a[data-row]", { hasText: new RegExp(`^${topic} says ${n}(?!\\d)`) });

/** Goes down the list until the row has the focus, as fast as its rows come. */
async function goDownTo(page: Page, topic: string, n: number): Promise<void> {
  const inHand = () => page.evaluate(() => /says (\d+)/.exec(document.activeElement?.textContent ?? "")?.[1]);
  await expect(async () => {
    const at = await inHand();
    const steps = at === undefined || at === "1" ? 1 : Math.min(20, Number(at) - n);
    for (let step = 0; step < steps; step += 1) await page.keyboard.press("j");
    await expect(rowOf(page, topic, n)).toBeFocused({ timeout: 100 });
  }).toPass({ intervals: [1], timeout: 60_000 });
}

test("a long queue loses no row and no place: going back, loading again, others' new claims, what leaves it", async ({
  as,
  api,
}) => {
  test.setTimeout(240_000);
  const topic = uniqueName();
  const checker = await api("checker");
  await manyClaims(checker, topic, 170);
  const page = await as("checker");
  await page.goto(`/desk?topic=${topic}&state=new`);
  await keysReady(page);
  await goDownTo(page, topic, 60);
  const row = rowOf(page, topic, 60);
  const top = () => row.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const left = await top();

  await page.keyboard.press("Enter");
  await page.waitForURL(/\/desk\/claims\//);
  await expect(page.getByRole("region", { name: "Queue" }).locator("a[data-row]").first()).toBeVisible();
  await page.goBack();
  await expect(row).toBeFocused();
  await expect.poll(async () => Math.abs((await top()) - left)).toBeLessThanOrEqual(1);

  // The browser forgot the list: its address still says which row was in hand, and which are selected.
  await page.keyboard.press("x");
  await expect(page).toHaveURL(/[?&]sel=/);
  await page.reload();
  await expect(row).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "1 claim selected" })).toBeVisible();

  // Claims of others come at the head of the list, which is drawn again: those below are all still there.
  for (const n of [1, 2, 3])
    await (await api("second")).post("/claims", { text: `${topic} adds ${n}`, topics: [topic] });
  await page.getByRole("button", { name: "Watch", exact: true }).click();
  await expect(page.getByText("1 claim watched by you.")).toBeVisible();
  const table = page.getByRole("table", { name: "Claims" });
  await expect(table).toHaveAttribute("aria-rowcount", "174");
  await expect(row).toBeVisible();
  await goDownTo(page, topic, 2);
  await expect(page.locator("tr[data-index]").last()).toHaveAttribute("data-index", "172");

  // What is declined leaves a list of new claims, and the next key takes the row that stands in its place.
  await page.keyboard.press("k");
  await expect(rowOf(page, topic, 3)).toBeFocused();
  await page.keyboard.press("x");
  await page.getByLabel("Decline, because").selectOption("opinion");
  await page.getByRole("button", { name: "Decline", exact: true }).click();
  await expect(page.getByText("1 claim declined.")).toBeVisible();
  await expect(rowOf(page, topic, 3)).toHaveCount(0);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("j");
  await expect(rowOf(page, topic, 2)).toBeFocused();
});

test("a search that is logged is sent by Control and Enter, and claims are found by how words begin", async ({
  as,
  api,
}) => {
  const topic = uniqueName();
  const { id } = await (await api("checker")).post("/claims", { text: `${topic} says so`, topics: [topic] });
  const page = await as("checker");
  await page.goto(`/desk/claims/${id}`);
  await keysReady(page);
  await page.locator("#searches summary", { hasText: "Log a search" }).click();
  const form = page.locator("#add-search");
  await form.getByLabel("Where").fill("Town archive");
  await form.getByLabel("What you looked for").fill(topic);
  await form.getByLabel("Nothing", { exact: true }).check();
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.locator("#searches li")).toContainText("nothing found");

  await page.goto(`/desk?needs=all&q=${topic.slice(0, -2)}`);
  await expect(page.locator("a[data-row]", { hasText: `${topic} says so` })).toBeVisible();
});

test("what is done to many claims is not done for whoever signed in to the browser since", async ({
  as,
  api,
}) => {
  const topic = uniqueName();
  await manyClaims(await api("checker"), topic, 5);
  const page = await as("checker");
  await page.goto(`/desk?topic=${topic}&state=new`);
  await keysReady(page);
  await page.keyboard.press("X");
  await page.context().addCookies([(await openSessionOf("editor")).cookie]);
  await page.getByRole("button", { name: "Watch", exact: true }).click();
  await expect(
    page.getByRole("alert").filter({ hasText: "opened by another account" }).first(),
  ).toContainText("you are signed in as Editor One now");
  expect(
    await sql(`SELECT 1 FROM watch w JOIN claim c ON c.id = w."claimId" WHERE $1 = ANY (c.topics)`, [topic]),
  ).toEqual([]);
  await expect(page.getByText("0 claims watched by you.")).toBeVisible();
});

test("a selection that is too long for an address outlives a reload in its tab, and says what of it left the list", async ({
  as,
  api,
}) => {
  const topic = uniqueName();
  await manyClaims(await api("checker"), topic, 130);
  const page = await as("checker");
  await page.goto(`/desk?topic=${topic}&state=new`);
  await keysReady(page);
  await goDownTo(page, topic, 15);
  const said = (words: string) => page.getByRole("status").filter({ hasText: words });
  await expect(page.getByRole("checkbox", { name: "Select all 130 claims that are loaded" })).toBeAttached();
  await page.keyboard.press("X");
  await expect(said("130 claims selected")).toBeVisible();
  await expect(page).toHaveURL(/[?&]sel=kept(&|$)/);
  await page.reload();
  await expect(said("130 claims selected")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: `${topic} says 1`, exact: false }).first()).toBeChecked();

  await sql(`UPDATE claim SET state = 'researching' WHERE text IN ($1, $2)`, [
    `${topic} says 3`,
    `${topic} says 120`,
  ]);
  await page.reload();
  await expect(said("128 claims selected")).toBeVisible();
  const gone = said("2 claims that you selected are no longer in this list: nothing is done to them.");
  await gone.getByRole("button", { name: "Leave them out" }).click();
  await expect(gone).toHaveCount(0);
  await expect(said("128 claims selected")).toBeVisible();
  // In another tab the address alone selects nothing.
  const other = await page.context().newPage();
  await other.goto(page.url());
  await keysReady(other);
  await expect(other.getByRole("status").filter({ hasText: "Nothing selected" })).toBeAttached();
});

test("a key or the box in the head selects all claims that are loaded, says how many, and gives them up again", async ({
  as,
  api,
}) => {
  const topic = uniqueName();
  await manyClaims(await api("checker"), topic, 12);
  const page = await as("checker");
  await page.goto(`/desk?topic=${topic}&state=new`);
  await keysReady(page);
  const said = (words: string) => page.getByRole("status").filter({ hasText: words });
  const all = page.getByRole("checkbox", { name: "Select all 12 claims that are loaded" });
  await all.check();
  await expect(said("12 claims selected")).toBeVisible();
  await all.uncheck();
  await expect(said("Nothing selected")).toBeAttached();
  await rowOf(page, topic, 1).focus();
  await page.keyboard.press("X");
  await expect(all).toBeChecked();
  await page.keyboard.press("x");
  await expect(all).toBeChecked({ indeterminate: true });
});
