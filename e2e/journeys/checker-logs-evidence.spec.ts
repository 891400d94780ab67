import { silence } from "@/scripts/test/media-files";
import { keysReady } from "../by-keyboard";
import { chooseWords } from "../choose-words";
import { expect, test } from "../fixtures";
import { lookAt, lookOver } from "../look-at";
import { claimWithEvidence, ferryStory, orderWords, uniqueName } from "../scenes";

test("words chosen in an article become a claim, and stay marked there", async ({ as, api }) => {
  const town = uniqueName();
  const { id } = await (await api("checker")).post("/articles", { text: ferryStory(town) });
  const page = await as("checker");
  await page.goto(`/desk/articles/${id}`);
  await chooseWords(page, orderWords);
  await page.keyboard.press("n");
  const bar = page.getByRole("toolbar", { name: "Use the chosen words" });
  await bar.getByLabel("What we check").fill(`${town} ordered seven ferries`);
  await bar.getByRole("button", { name: /Make this a claim/ }).click();
  const mark = page.getByRole("link", { name: new RegExp(`where this claim was found, for: ${town}`) });
  await expect(mark).toContainText(orderWords);
  await page.reload();
  // The words run over two lines, so the middle of their box is not theirs.
  await mark.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${town} ordered seven ferries`);
  await expect(page.locator(".passage-current")).toContainText(orderWords);
});

test("a claim that was begun with words of an article is gone on with by one press when it is opened again", async ({
  as,
  api,
}) => {
  const town = uniqueName();
  const { id } = await (await api("checker")).post("/articles", { text: ferryStory(town) });
  const page = await as("checker");
  await page.goto(`/desk/articles/${id}`);
  await keysReady(page);
  const goOn = page.getByRole("button", { name: "Go on with the new claim" });
  const begun = page.getByRole("textbox", { name: "What we check" });
  await expect(goOn).toHaveCount(0);
  await chooseWords(page, orderWords);
  await page.keyboard.press("n");
  await begun.fill(`${town} ordered seven`);
  const kept = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
  await expect.poll(kept).toContain(`${town} ordered seven`);

  await page.reload();
  await expect(goOn).toBeVisible();
  // It moves nothing, neither when it comes nor when it goes.
  const top = () => page.locator("#article-text").evaluate((text) => text.getBoundingClientRect().top);
  expect(await lookAt(page)).toEqual([]);
  const before = await top();
  await page.getByRole("button", { name: "Not now" }).click();
  await expect(goOn).toHaveCount(0);
  expect(await top()).toBe(before);

  await page.reload();
  await goOn.click();
  await expect(begun).toBeFocused();
  await expect(begun).toHaveValue(`${town} ordered seven`);
  const bar = page.getByRole("toolbar", { name: "Use the chosen words" });
  await expect(bar.getByRole("status").first()).toHaveText(`Chosen: ${orderWords}`);
  expect(await lookOver(page, "[role=toolbar]")).toEqual([]);
  await begun.fill(`${town} ordered seven ferries`);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: /where this claim was found, for: / })).toContainText(
    orderWords,
  );
  await page.reload();
  await keysReady(page);
  await expect(goOn).toHaveCount(0);
});

test("a suggested sentence shows why it is suggested and becomes a claim", async ({ as, api }) => {
  const town = uniqueName();
  const { id } = await (await api("checker")).post("/articles", { text: ferryStory(town) });
  const page = await as("checker");
  await page.goto(`/desk/articles/${id}`);
  await page.getByText(/passages? may be worth checking/).click();
  const first = page.locator("li", { hasText: "ordered seven electric ferries" }).last();
  await expect(first.getByText(/^Because: /)).toBeVisible();
  await first.getByText("Make this a claim").first().click();
  await first.getByRole("button", { name: "Make this a claim" }).click();
  await expect(page.getByRole("link", { name: /where this claim was found/ }).first()).toBeVisible();
});

test("from the article to logged evidence it takes one choice and one key, and no page load", async ({
  as,
  api,
}) => {
  const { claimId } = await claimWithEvidence(await api("checker"));
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}`);
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await chooseWords(page, "the new boats will cut the fuel bill by 20 percent");
  await page.keyboard.press("3");
  const row = page.locator("#evidence > ul > li").nth(1);
  await expect(row).toContainText("cut the fuel bill by 20 percent", { timeout: 1_000 });
  await expect(row).toContainText("Context");
  await expect(row.getByText("Change")).toBeVisible();
  await expect(page.locator(".passage-current", { hasText: "fuel bill" })).toBeVisible();
  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
});

test("the same by keyboard alone", async ({ as, api }) => {
  const { claimId, town } = await claimWithEvidence(await api("checker"));
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}`);
  const text = page.getByRole("group", { name: /Text of the article/ });
  await text.focus();
  const bar = page.getByRole("toolbar", { name: "Use the chosen words" });
  // Keys do nothing until scripts run, which no page tells.
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(bar.getByRole("status")).toContainText("Islanders", { timeout: 500 });
  }).toPass();
  await page.keyboard.press("2");
  await expect(page.locator("#evidence > ul > li").nth(1)).toContainText(
    "Islanders say that nobody asked them",
  );
  await expect(page.locator("#evidence")).toContainText("Disputes");
  expect(town).not.toBe("");
});

test("rows pasted from a spreadsheet are each answered, and those that failed stay to be put right", async ({
  as,
  api,
}) => {
  const checker = await api("checker");
  const { claimId } = await claimWithEvidence(checker);
  const town = uniqueName();
  const url = `https://${town.toLowerCase()}.example.com/story`;
  await checker.post("/articles", { text: ferryStory(town), url });
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}`);
  await page.getByText("Paste rows", { exact: true }).click();
  const rows = page.getByRole("textbox", { name: "Rows", exact: true });
  const good = `${url}\tMore than 300,000 people crossed on the old boats last year\tsays how many`;
  const bad = `${url}\tNobody crossed on the old boats\tinvented`;
  await rows.fill(`${good}\n${bad}`);
  await page.getByRole("button", { name: "Log the rows" }).click();
  await expect(page.getByText("1 row is logged, 1 is not")).toBeVisible();
  await expect(rows).toHaveValue(bad);
  await expect(page.locator("#evidence > ul")).toContainText("More than 300,000 people crossed");
  await expect(page.locator("#evidence > ul")).toContainText("says how many");
  // Those that were logged are taken back together; the one that was not is still there to be put right.
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator("#evidence > ul")).not.toContainText("says how many");
  await expect(rows).toHaveValue(bad);
});

test("evidence is changed and removed, and the list says so at once", async ({ as, api }) => {
  const { claimId, evidenceId } = await claimWithEvidence(await api("checker"));
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}`);
  const row = page.locator(`#evidence-${evidenceId}`);
  await row.getByText("Change").click();
  await row.getByLabel("What it shows").fill("The sum and the year.");
  await row.getByLabel("Context").check();
  await row.getByRole("button", { name: "Save" }).click();
  await expect(row.getByText("The sum and the year.").first()).toBeVisible();
  await expect(row.locator("> span")).toContainText("Context");
  await row.getByRole("button", { name: "Remove evidence 1" }).click();
  await expect(row).toHaveCount(0);
  await expect(page.locator("#evidence")).toContainText("None yet.");
});

test("a suggested source is confirmed, and one that a person knows is added", async ({ as, api }) => {
  const town = uniqueName();
  const { id } = await (await api("checker")).post("/articles", { text: ferryStory(town) });
  const page = await as("checker");
  await page.goto(`/desk/articles/${id}`);
  const panel = page.locator("#attributions");
  const line = panel.locator("li", { hasText: /This article credits budget office/i });
  await expect(line).toContainText("according to the budget office");
  await line.getByRole("button", { name: "Confirm" }).click();
  await expect(line).toContainText("confirmed");
  await panel.getByText("Add by hand").click();
  await panel
    .locator(`#add-attribution-${id}`)
    .getByLabel("Name", { exact: false })
    .first()
    .fill(`Harbour log of ${town}`);
  await panel.getByRole("button", { name: "Add and confirm" }).click();
  await expect(panel.locator("li", { hasText: `Harbour log of ${town}` })).toContainText("confirmed");
});

test("a checker brings a recording of several megabytes and plays it from any place", async ({ as, api }) => {
  const { claimId } = await claimWithEvidence(await api("checker"));
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}/evidence?kind=recording`);
  const form = page.getByRole("form", { name: "Bring a recording" });
  const buffer = Buffer.from(silence(400));
  const whatItIs = form.getByRole("textbox", { name: "What it is" });
  // What was written outlives the page; only the file is chosen anew.
  await keysReady(page);
  await whatItIs.fill("Harbour radio, 3 May");
  await page.reload();
  await expect(whatItIs).toHaveValue("Harbour radio, 3 May");
  await form
    .getByLabel("File", { exact: true })
    .setInputFiles({ name: "radio.wav", mimeType: "audio/wav", buffer });
  // Whether a script or the browser itself sends it.
  await form.getByRole("button", { name: "Go on with this file" }).click();
  await page.waitForURL(/evidence\?article=/);
  const player = page.locator("audio");
  await expect(player).toHaveAccessibleName(/Harbour radio, 3 May/);
  const src = (await player.getAttribute("src"))!;
  const last = buffer.length - 1;
  const part = await page.request.get(src, { headers: { range: `bytes=2000000-${last}` } });
  expect([part.status(), part.headers()["content-range"]]).toEqual([
    206,
    `bytes 2000000-${last}/${buffer.length}`,
  ]);
  expect((await part.body()).equals(buffer.subarray(2_000_000))).toBe(true);
});
