import { keysReady } from "../by-keyboard";
import { expect, test } from "../fixtures";
import { lookAt } from "../look-at";
import { claimWithEvidence, orderWords, publishedClaim, uniqueName } from "../scenes";
import { sql } from "../sessions";

test("undo takes back what was done last, such as words that were pasted, and never an older act", async ({
  as,
  api,
}) => {
  const checker = await api("checker");
  const { claimId, articleId } = await claimWithEvidence(checker);
  const words = async () =>
    (await checker.get<{ evidence: { quote: { exact: string } }[] }>(`/claims/${claimId}`)).evidence.map(
      ({ quote }) => quote.exact,
    );
  const before = await words();
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}?article=${articleId}`);
  await keysReady(page);
  const rows = page.locator("#evidence > ul > li[id]");
  const undo = page.locator("[data-undo]");

  await page.getByText("Log evidence by pasting the words").click();
  const form = page.locator("#paste-words");
  await form.getByLabel("Paste the words").fill("the new boats will cut the fuel bill by 20 percent");
  await form.getByLabel("These words").selectOption("context");
  await form.getByRole("button", { name: "Log as evidence" }).click();
  await expect(rows).toHaveCount(2);
  await expect(page.getByText("Evidence logged.")).toBeVisible();
  await page.locator("h1").click();
  await page.keyboard.press("z");
  await expect(rows).toHaveCount(1);
  expect(await words()).toEqual(before);

  // What is offered is the last act alone, and nothing of the one before it once that is taken back.
  await page.getByRole("group", { name: /Text of the article/ }).focus();
  await page.keyboard.press("j");
  await page.keyboard.press("3");
  await expect(rows).toHaveCount(2);
  await expect(undo).toBeVisible();
  const comment = page.locator("#add-comment");
  await comment.getByRole("textbox").fill("Somebody should ask the budget office.");
  await comment.getByRole("button").last().click();
  await expect(page.locator("#comments").getByText("ask the budget office")).toBeVisible();
  await expect(page.getByText("Comment sent.")).toBeVisible();
  expect(await lookAt(page)).toEqual([]);
  await page.locator("h1").click();
  await page.keyboard.press("z");
  await expect(page.locator("#comments").getByText("ask the budget office")).toHaveCount(0);
  await expect(page.getByText("The comment is taken back. You had written:")).toContainText(
    "Somebody should ask the budget office.",
  );
  await expect(undo).toHaveCount(0);
  await page.keyboard.press("z");
  await page.reload();
  await expect(rows).toHaveCount(2);
  // Its words are where they were written, as what was not sent.
  await expect(comment.getByRole("textbox")).toHaveValue("Somebody should ask the budget office.");
  await comment.getByRole("button", { name: "Throw it away" }).click();
  await expect(comment.getByRole("textbox")).toHaveValue("");
  await page.reload();
  await expect(comment.getByRole("textbox")).toHaveValue("");
});

test("undo that is asked for while an act is under way takes back that act, once, and not what is still offered of an older one", async ({
  as,
  api,
}) => {
  const { claimId, articleId } = await claimWithEvidence(await api("checker"));
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}?article=${articleId}`);
  await keysReady(page);
  await page.getByText("Log evidence by pasting the words").click();
  const form = page.locator("#paste-words");
  await form.getByLabel("Paste the words").fill("the new boats will cut the fuel bill by 20 percent");
  await form.getByLabel("These words").selectOption("context");
  await form.getByRole("button", { name: "Log as evidence" }).click();
  await expect(page.getByText("Evidence logged.")).toBeVisible();

  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/desk/claims/**", async (route) => {
    if (route.request().method() === "POST") await released;
    await route.continue();
  });
  const comment = page.locator("#add-comment");
  await comment.getByRole("textbox").fill("Sent too soon.");
  await comment.getByRole("button").last().click();
  await page.locator("h1").click();
  await page.keyboard.press("z");
  await page.keyboard.press("z");
  await expect(page.getByText("Evidence logged.")).toBeVisible();
  release();
  await expect(page.getByText("The comment is taken back. You had written:")).toContainText("Sent too soon.");
  await expect(page.locator("#comments").getByText("Sent too soon.")).toHaveCount(0);
  await expect(page.locator("#evidence > ul > li[id]")).toHaveCount(2);
});

test("that a cut quote is fair can be taken back, and the gate asks again", async ({ as, api }) => {
  const checker = await api("checker");
  const { claimId, articleId } = await claimWithEvidence(checker);
  await checker.post(`/claims/${claimId}/evidence`, {
    articleId,
    quote: { exact: orderWords },
    stance: "context",
  });
  const page = await as("second");
  await page.goto(`/desk/claims/${claimId}`);
  await keysReady(page);
  const fair = page.getByRole("button", { name: "The cut is fair" });
  await fair.click();
  // On the page too: until then its button is there, as one that is under way, and the key has to wait.
  await expect(page.getByText("found fair how the quote is cut")).toBeVisible();
  await expect(fair).toHaveCount(0);
  await expect(page.getByText("You said that the cut is fair.")).toBeVisible();
  await page.keyboard.press("z");
  await expect(fair).toBeVisible();
});

test("that a finding was looked at again is taken back: it is overdue as before, on the list and on the claim", async ({
  as,
  api,
}) => {
  const { claimId } = await publishedClaim(await api("checker"), await api("second"), await api("editor"));
  await sql(`UPDATE shelf_life SET "recheckAt" = now() - interval '900 days' WHERE "claimId" = $1`, [
    claimId,
  ]);
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}`);
  await page.getByRole("link", { name: "Note that you looked" }).click();
  await page.waitForURL(/\/desk\/due/);
  await keysReady(page);
  const row = page.locator(`#due-${claimId}`);
  await expect(row).toContainText("Look at it again: was due");
  await row.getByText("Looked again, nothing changed").click();
  await row.getByLabel("What you looked at").fill("The order book.");
  await row.getByRole("button", { name: "Nothing changed" }).click();
  await expect(page.getByText("Noted that you looked again.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Overdue" }).locator(`#due-${claimId}`)).toHaveCount(0);

  await page.locator("h1").click();
  await page.keyboard.press("z");
  await expect(row).toContainText("Look at it again: was due");
  await expect(row).toContainText("published");
  await expect(page.locator("[data-undo]")).toHaveCount(0);
  await page.goto(`/desk/claims/${claimId}`);
  await expect(page.getByText("Look at it again: was due")).toBeVisible();
  const history = await sql(
    `SELECT event FROM log_entry WHERE "claimId" = $1 AND event LIKE 'shelf-life.%' ORDER BY id`,
    [claimId],
  );
  expect(history.map(({ event }) => event)).toEqual(["shelf-life.looked-again", "shelf-life.look-undone"]);
});

test("a step of a claim that was sent by mistake is taken back with one key, with the reason it was declined for", async ({
  as,
  api,
}) => {
  const checker = await api("checker");
  const { claimId } = await claimWithEvidence(checker);
  const stateOf = async () => (await checker.get<{ state: string }>(`/claims/${claimId}`)).state;
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}`);
  await keysReady(page);
  const steps = page.locator("#claim-events");
  const takeBack = async (said: string, state: string) => {
    await expect(page.getByText(said)).toBeVisible();
    await page.locator("h1").click();
    await page.keyboard.press("z");
    await expect(page.getByText(said)).toHaveCount(0);
    await expect.poll(stateOf).toBe(state);
  };
  await steps.getByRole("button", { name: "Submit for review" }).click();
  await takeBack("Submitted for review.", "researching");
  // Taking it back is offered no further.
  await expect(page.locator("[data-undo]")).toHaveCount(0);

  // Not over what somebody else did with it since.
  await page.reload();
  await keysReady(page);
  await steps.getByRole("button", { name: "Submit for review" }).click();
  await expect(page.getByText("Submitted for review.")).toBeVisible();
  await (
    await api("second")
  ).post(`/claims/${claimId}/searches`, {
    ...{ where: "The order book", query: "ferries", found: "nothing" },
  });
  await page.locator("h1").click();
  await page.keyboard.press("z");
  await expect(page.getByText("Something else was done with it after that")).toBeVisible();
  expect(await stateOf()).toBe("in-review");
  await checker.post(`/claims/${claimId}/events`, { event: "return" });

  await checker.post(`/claims/${claimId}/events`, { event: "submit" });
  await page.reload();
  await steps.getByRole("button", { name: "Return to research" }).click();
  await takeBack("Returned to research.", "in-review");

  await checker.post(`/claims/${claimId}/events`, { event: "return" });
  await checker.post(`/claims/${claimId}/events`, { event: "decline", reason: "opinion", note: "A view." });
  await page.reload();
  await steps.getByRole("button", { name: "Reopen" }).click();
  await takeBack("Claim reopened.", "declined");
  const [claim] = await sql(`SELECT "declineReason", "declineNote" FROM claim WHERE id = $1`, [claimId]);
  expect(claim).toEqual({ declineReason: "opinion", declineNote: "A view." });
});

test("of many claims that were declined by mistake, those that a colleague went on with stay, and the page says which", async ({
  as,
  api,
}) => {
  const topic = uniqueName();
  const [checker, second] = [await api("checker"), await api("second")];
  const add = (n: number) => checker.post("/claims", { text: `${topic} says ${n}`, topics: [topic] });
  const ids: string[] = [];
  for (const n of [1, 2, 3]) ids.push((await add(n)).id);
  await checker.post(`/claims/${ids[1]}/events`, { event: "start-research" });
  const page = await as("checker");
  await page.goto(`/desk?topic=${topic}`);
  await keysReady(page);
  await page.keyboard.press("X");
  await page.getByLabel("Decline, because").selectOption("opinion");
  await page.getByRole("button", { name: "Decline", exact: true }).click();
  await expect(page.getByText("3 claims declined.")).toBeVisible();
  await second.post(`/claims/${ids[2]}/events`, { event: "reopen" });
  await second.post(`/claims/${ids[2]}/events`, { event: "decline", reason: "low-reach" });

  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("z");
  await expect(page.getByText("2 claims where they stood before.")).toBeVisible();
  const said = page.getByRole("alert").filter({ hasText: "Not taken back" });
  await expect(said.getByRole("listitem").filter({ hasText: `${topic} says 3` })).toContainText(
    "Something else was done with it after that, so the step was not taken back.",
  );
  expect(await lookAt(page)).toEqual([]);
  const stateOf = async (id: string) => (await checker.get<{ state: string }>(`/claims/${id}`)).state;
  expect(await Promise.all(ids.map(stateOf))).toEqual(["new", "researching", "declined"]);
  // It stays until somebody closes it, and is offered no more.
  await page.keyboard.press("z");
  await expect(said).toBeVisible();
  await expect(page.getByRole("button", { name: /^Undo/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await expect(said).toHaveCount(0);
});
