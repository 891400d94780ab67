import type { Page } from "@playwright/test";
import { keysReady } from "../by-keyboard";
import { expect, test } from "../fixtures";
import { claimWithEvidence, password, uniqueName } from "../scenes";
import { people, sql } from "../sessions";
import { editorHere } from "../write-up";

test("the first page that cannot come leaves the one that is open, with what is written on it", async ({
  as,
  api,
}) => {
  const { claimId } = await claimWithEvidence(await api("checker"));
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}`);
  await keysReady(page);
  const comment = page.getByRole("textbox", { name: "Comment" });
  const tips = page.getByRole("navigation", { name: "Desk" }).getByRole("link", { name: /^Tips/ });
  // The browser has a network, and nothing has failed yet: the desk alone is gone.
  await page.route(
    (url) => url.pathname !== "/live/stream",
    (route) => route.abort("internetdisconnected"),
  );
  await comment.fill("Half a thought");
  await tips.click();
  await expect(page.getByText("That page cannot be opened now. This one stays open")).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/desk/claims/${claimId}`));
  await expect(comment).toHaveValue("Half a thought");
  // What is sent meanwhile does not wait behind the page: it says that it was not sent.
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(page.getByText("The desk did not answer.", { exact: false })).toBeVisible();
  await page.unrouteAll();
  await expect(page.getByText("The desk does not answer.", { exact: true })).toHaveCount(0, {
    timeout: 15_000,
  });
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(page.locator("#comments li").getByText("Half a thought")).toBeVisible();
  await tips.click();
  await page.waitForURL(/\/desk\/tips$/);
});

test("what was written survives a reload, a lost network and an ended session, and goes with signing out", async ({
  as,
  api,
}) => {
  test.setTimeout(120_000);
  const { claimId } = await claimWithEvidence(await api("checker"));
  const page = await as("checker");
  const kept = () =>
    page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith("countersign.kept.")));

  // A comment that was not sent is there again after the page was lost.
  await page.goto(`/desk/claims/${claimId}`);
  const comment = page.getByRole("textbox", { name: "Comment" });
  await keysReady(page);
  await comment.fill("Half a thought");
  await expect.poll(async () => (await kept()).length).toBe(1);
  await page.reload();
  await expect(comment).toHaveValue("Half a thought");
  await expect(page.getByText(/^This is what you wrote .* and did not send\.$/)).toBeVisible();
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(page.locator("#comments li").getByText("Half a thought")).toBeVisible();
  await expect.poll(kept).toEqual([]);

  // Without a network the draft waits here, and is sent when the network is back.
  await page.goto(`/desk/claims/${claimId}/verdict`);
  const finding = page.getByRole("textbox", { name: "Finding" });
  await editorHere(page);
  await page.context().setOffline(true);
  await expect(page.getByText("You are offline.")).toBeVisible();
  await page.getByRole("navigation").getByRole("link", { name: "Articles", exact: true }).click();
  await expect(page.getByText("That page cannot be opened now. This one stays open")).toBeVisible();
  const question = page.locator("#desk-search");
  await question.fill("ferries");
  await question.press("Enter");
  await expect(page.getByText("That page cannot be opened now")).toBeVisible();
  await finding.fill("Written on a train");
  await expect(page.getByText("Not saved.", { exact: false }).first()).toBeVisible();
  expect(JSON.stringify(await kept())).toContain("Written on a train");
  await page.context().setOffline(false);
  await expect(page.getByText("You are offline.")).toHaveCount(0);
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await expect.poll(kept).toEqual([]);
  expect(await sql(`SELECT finding FROM verdict WHERE "claimId" = $1`, [claimId])).toEqual([
    { finding: "Written on a train" },
  ]);

  // A session that ends keeps the words; another tab signs in, and they are sent.
  await page.context().clearCookies();
  await finding.fill("Written after the session ended");
  const over = page.getByRole("alert").filter({ hasText: "Your session has ended" });
  await expect(over.getByRole("link", { name: "Sign in in another tab" })).toBeInViewport();
  expect(JSON.stringify(await kept())).toContain("Written after the session ended");
  const [tab] = await Promise.all([page.waitForEvent("popup"), over.getByRole("link").click()]);
  await tab.getByLabel("E-mail").fill(people.checker);
  await tab.getByLabel("Password").fill(password);
  await tab.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("You are signed in");
  await tab.close();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(over).toHaveCount(0);

  // Somebody else's newer words are not overwritten by what comes back: it is a conflict.
  await page.context().setOffline(true);
  await finding.fill("Mine from before");
  await expect.poll(async () => JSON.stringify(await kept())).toContain("Mine from before");
  const [row] = await sql(`SELECT version FROM verdict WHERE "claimId" = $1`, [claimId]);
  await (
    await api("editor")
  ).put(`/claims/${claimId}/verdict`, { finding: "Theirs meanwhile", version: row?.version });
  await page.close();
  const again = await page.context().newPage();
  await again.context().setOffline(false);
  await again.goto(`/desk/claims/${claimId}/verdict`);
  await expect(again.getByRole("textbox", { name: "Finding" })).toHaveValue("Mine from before");
  await expect(again.getByRole("alert").filter({ hasText: "Both versions are below" })).toContainText(
    "Theirs meanwhile",
  );

  // Signing out leaves nothing of it in this browser.
  await again.getByLabel("Account: Checker One").click();
  await again.getByRole("button", { name: "Sign out" }).click();
  await again.waitForURL(/\/sign-in/);
  const left = await again.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(".kept.")));
  expect(left).toEqual([]);
});

const keptWords = (page: Page) => page.evaluate(() => JSON.stringify({ ...localStorage }));

test("rows of evidence that were pasted are there after a reload, of those that were sent the refused ones, until they are thrown away", async ({
  as,
  api,
}) => {
  const { claimId } = await claimWithEvidence(await api("checker"));
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}`);
  await keysReady(page);
  const form = page.getByRole("form", { name: "Paste rows of evidence" });
  const rows = form.getByRole("textbox", { name: "Rows" });
  const unfold = () => page.getByText("Paste rows", { exact: true }).click();
  const none = "not an address\tSome words\tA note";
  await unfold();
  await rows.fill(`${none}\nneither is this\tOther words`);
  await expect.poll(() => keptWords(page)).toContain("neither is this");
  await page.reload();
  await keysReady(page);
  await unfold();
  await expect(rows).toHaveValue(`${none}\nneither is this\tOther words`);
  await expect(form.getByText(/^This is what you wrote .* and did not send\.$/)).toBeVisible();

  await form.getByRole("button", { name: "Log the rows" }).click();
  await expect(form.getByText("0 rows are logged, 2 are not; those are still below.")).toBeVisible();
  await rows.fill(none);
  await expect.poll(() => keptWords(page)).not.toContain("neither is this");
  await page.reload();
  await keysReady(page);
  await unfold();
  await expect(rows).toHaveValue(none);
  await form.getByRole("button", { name: "Throw it away" }).click();
  await expect(rows).toHaveValue("");
  await expect.poll(() => keptWords(page)).not.toContain("not an address");
});

test("why many claims are declined is there after a reload with the selection, until they are declined", async ({
  as,
  api,
}) => {
  const topic = uniqueName();
  const checker = await api("checker");
  for (const ship of ["One", "Two"])
    await checker.post("/claims", { text: `${topic} ${ship}`, topics: [topic] });
  const page = await as("checker");
  await page.goto(`/desk?topic=${topic}&state=new`);
  await keysReady(page);
  await page.getByRole("checkbox", { name: `${topic} One` }).check();
  await page.getByLabel("Decline, because").selectOption("opinion");
  await page.getByLabel("In your words (optional)").fill("The finest is no measure.");
  await expect.poll(() => keptWords(page)).toContain("no measure");
  await page.reload();
  await keysReady(page);
  await expect(page.getByLabel("In your words (optional)")).toHaveValue("The finest is no measure.");
  await expect(page.getByLabel("Decline, because")).toHaveValue("opinion");
  await expect(page.getByText(/^This is what you wrote .* and did not send\.$/)).toBeVisible();
  await page.getByRole("button", { name: "Decline", exact: true }).click();
  await expect(page.getByText("1 claim declined.")).toBeVisible();
  await expect.poll(() => keptWords(page)).not.toContain("no measure");
  await page.getByRole("checkbox", { name: `${topic} Two` }).check();
  await expect(page.getByLabel("In your words (optional)")).toHaveValue("");
});
