import type { Page } from "@playwright/test";
import { keysReady } from "../by-keyboard";
import { expect, test, type Api } from "../fixtures";
import { uniqueName } from "../scenes";

const relayWords = "bought 34 lifting cranes in 2023";
const wireWords = "bought 15 lifting cranes in 2023";

/** A relay that names a wire nobody has read, and a claim that rests on it. */
async function relayedClaim(checker: Api) {
  const town = uniqueName();
  const text = `${town} buys cranes\n\nThe port of ${town} ${relayWords}, the news agency wrote.\n`;
  const { id: relayId } = await checker.post("/articles", { text, outlet: `${town} Echo` });
  const { id: wireId } = await checker.post("/articles", {
    mention: { outlet: `${town} Wire`, title: `Cranes for ${town}` },
  });
  const { id: claimId } = await checker.post("/claims", { text: `${town} ${relayWords}` });
  await checker.post(`/claims/${claimId}/events`, { event: "start-research" });
  await checker.post(`/claims/${claimId}/evidence`, {
    articleId: relayId,
    quote: { exact: `The port of ${town} ${relayWords}` },
    stance: "supports",
  });
  await checker.post(`/articles/${relayId}/attributions`, {
    type: "cites",
    to: { articleId: wireId },
    status: "suggested",
  });
  return { town, relayId, wireId, claimId };
}

const wireText = (town: string) =>
  `Cranes for ${town}\n\nThe port of ${town} ${wireWords}, according to its order book.\n`;

function unreadLine(page: Page, outlet: string) {
  return page.locator("li").filter({ hasText: outlet }).filter({ hasText: "not read yet" }).first();
}

test("a checker follows a source upstream: the original is captured, the count and the picture change, and two quotes disagree", async ({
  as,
  api,
}) => {
  const checker = await api("checker");
  const { town, wireId, claimId } = await relayedClaim(checker);
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}/sources`);
  const picture = page.locator("figure");
  await expect(picture.getByText("No known route to an origin.")).toBeVisible();
  await expect(picture.locator("svg:visible .is-suggested").first()).toBeVisible();
  await expect(picture.getByText("Dotted is suggested by a rule")).toBeVisible();
  const line = unreadLine(page, `${town} Wire`);
  await expect(line.getByLabel("For which claims")).toHaveValue("this-claim");
  await line.getByLabel("For which claims").selectOption("every-claim");
  await line.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("confirmed for every claim")).toBeVisible();
  await expect(picture.locator("svg .is-suggested")).toHaveCount(0);

  await page.goto("/desk/originals");
  const waiting = page
    .getByRole("listitem")
    .filter({ hasText: `Cranes for ${town}` })
    .first();
  await expect(waiting.getByText(/1 open claim waits for it, 1 at the gate/)).toBeVisible();

  await page.goto(`/desk/claims/${claimId}/sources`);
  await keysReady(page);
  await page.locator("body").press("o");
  await page.waitForURL(new RegExp(`original=${wireId}`));

  // From the gate, with a list beside the claim and an article open that nobody quoted: both are there again afterwards.
  const { id: openId } = await checker.post("/articles", { text: `More news\n\nNothing new in ${town}.\n` });
  const list = "needs=all&sort=oldest";
  await page.goto(`/desk/claims/${claimId}?in=${encodeURIComponent(list)}&beside=${openId}`);
  await page.locator("#gate").getByRole("link", { name: "Capture it" }).click();
  await page.waitForURL(new RegExp(`original=${wireId}`));
  await expect(page.getByLabel("Title", { exact: false }).first()).toHaveValue(`Cranes for ${town}`);
  await expect(page.getByLabel("Outlet", { exact: false })).toHaveValue(`${town} Wire`);
  await page.getByLabel("Text of the article").fill(wireText(town));
  await page.getByRole("button", { name: "Save what I have of it" }).click();
  await page.waitForURL(new RegExp(`/desk/claims/${claimId}\\?article=${wireId}`));
  const { searchParams } = new URL(page.url());
  expect([searchParams.get("in"), searchParams.get("beside")]).toEqual([list, openId]);
  await expect(page.locator("#gate").getByText("was not read")).toHaveCount(0);

  await checker.post(`/claims/${claimId}/evidence`, {
    articleId: wireId,
    quote: { exact: `The port of ${town} ${wireWords}` },
    stance: "disputes",
  });
  await checker.post(`/articles/${wireId}/attributions`, {
    type: "cites",
    to: { origin: { name: `${town} order book`, kind: "record" } },
  });
  await page.goto(`/desk/claims/${claimId}/sources`);
  await expect(picture.getByText(/^One known route: .* order book → .* Wire → .* Echo/)).toBeVisible();
  await picture.getByText("The same as a table").click();
  await expect(
    picture.getByRole("row", { name: new RegExp(`${town} Wire ${town} Echo credits`) }),
  ).toBeVisible();

  await page.goto(`/desk/claims/${claimId}`);
  await expect(page.locator("#sources").getByText("1 independent origin")).toBeVisible();
  await keysReady(page);
  await page.locator("body").press("d");
  const disagree = page.locator("#disagreements");
  const difference = /“34”.* against “15”|“15”.* against “34”/;
  await expect(disagree.getByText(difference)).toBeVisible();
  await expect(disagree.locator("mark", { hasText: "34" })).toBeVisible();
  await expect(disagree.locator("mark", { hasText: "15" })).toBeVisible();

  await page.goto(`/desk/articles/${wireId}`);
  await expect(page.locator("#disagreements").getByText(difference)).toBeVisible();
  await page.locator("#disagreements").getByText("Settle it").first().click();
  await page.getByLabel("How, and from what you know it").fill("The order book says 15.");
  await page.getByRole("button", { name: "Settle it" }).click();
  await expect(page.locator("#disagreements").getByText("The order book says 15.")).toBeVisible();
});

test("without scripts the original is logged as not obtained, and two quotes are marked", async ({
  as,
  api,
}) => {
  const checker = await api("checker");
  const { town, relayId, claimId } = await relayedClaim(checker);
  await checker.post(`/claims/${claimId}/evidence`, {
    articleId: relayId,
    quote: { exact: `${town} buys cranes` },
    stance: "disputes",
  });
  const page = await as("checker", { javaScriptEnabled: false });
  await page.goto(`/desk/articles/${relayId}`);
  await page.getByRole("link", { name: `Capture the original: ${town} Wire` }).click();
  await page.getByLabel("It could not be obtained").check();
  await page.getByLabel("Why", { exact: true }).fill("The wire keeps no archive.");
  await page.getByRole("button", { name: "Log that it could not be obtained" }).click();
  await expect(page.getByText("Logged as not obtainable: The wire keeps no archive.")).toBeVisible();
  await page.goto(`/desk/articles/${relayId}`);
  await expect(page.getByText("could not be obtained")).toBeVisible();
  await page.locator("#disagreements summary").first().click();
  await page.getByLabel("What they disagree about").fill("Whether they were bought.");
  await page.getByRole("button", { name: "Mark them" }).click();
  await expect(page.locator("#disagreements").getByText("Whether they were bought.")).toBeVisible();
});

test("an editor's attestation counts an unnamed source by itself; a checker cannot attest", async ({
  as,
  api,
}) => {
  const checker = await api("checker");
  const { town, relayId, claimId } = await relayedClaim(checker);
  await checker.post(`/articles/${relayId}/attributions`, {
    type: "cites",
    to: { origin: { name: `An official of ${town}`, kind: "person", naming: "unnamed-known-to-relay" } },
  });
  const checkers = await as("checker");
  await checkers.goto(`/desk/claims/${claimId}/sources`);
  await expect(checkers.getByText("all such sources count once together")).toBeVisible();
  await expect(checkers.getByText("Attest that it is a separate source")).toHaveCount(0);
  const editors = await as("editor");
  await editors.goto(`/desk/claims/${claimId}/sources`);
  await editors.getByText("Attest that it is a separate source").click();
  await editors.getByLabel("How you know").fill("I spoke to them.");
  await editors.getByRole("button", { name: "Attest it" }).click();
  await expect(
    editors.getByText("An editor attests that it is a separate source: I spoke to them."),
  ).toBeVisible();
});

test("an editor says who owns two outlets, and their articles on one claim are suggested to have one owner", async ({
  as,
  api,
}) => {
  const checker = await api("checker");
  const { town, claimId, relayId } = await relayedClaim(checker);
  const { id: otherId } = await checker.post("/articles", {
    text: `More cranes\n\nThe port of ${town} ${relayWords}.\n`,
    outlet: `${town} Mirror`,
  });
  await checker.post(`/claims/${claimId}/evidence`, {
    articleId: otherId,
    quote: { exact: `The port of ${town} ${relayWords}` },
    stance: "supports",
  });
  const page = await as("editor");
  for (const name of [`${town} Echo`, `${town} Mirror`]) {
    await page.goto(`/desk/settings/outlets?q=${encodeURIComponent(name)}`);
    await page.getByRole("link", { name, exact: true }).click();
    await page.getByLabel("Owner", { exact: false }).fill(`${town} Holding`);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  }
  await page.goto(`/desk/articles/${relayId}`);
  await expect(page.getByText(`have one owner: ${town} Holding`)).toBeVisible();
});
