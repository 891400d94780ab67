import type { Locator, Page } from "@playwright/test";
import { axeFaults } from "@/scripts/test/axe-faults";
import { expect, test, type Api } from "../fixtures";
import { uniqueName } from "../scenes";
import { sql } from "../sessions";

type Figures = { comparisons: { id: string; class: string; status: string }[] };
type Gate = { issues: { code: string }[] };

const claimed = "The yard bought at least $9 million in Chilean engines between 2018 and 2023";
const reported =
  "The yard bought engines worth at least $9 million from all countries between 2018 and 2023.";
const smaller = "Chilean engines made up almost $4 million of it between 2018 and 2023.";

/** A claim from a relay, against the report that the relay retold. */
async function claimAgainstReport(checker: Api) {
  const town = uniqueName();
  const relay = await checker.post("/articles", {
    text: `${town} yard\n\n${claimed}, the ${town} Wire says.`,
    outlet: `${town} Post`,
  });
  const report = await checker.post("/articles", {
    text: `Import records of ${town}\n\n${reported}\n\n${smaller}`,
    outlet: `${town} Wire`,
    kind: "report",
  });
  const { id: claimId } = await checker.post("/claims", {
    text: claimed,
    from: { articleId: relay.id, quote: { exact: claimed } },
  });
  await checker.post(`/claims/${claimId}/events`, { event: "start-research" });
  for (const exact of [reported, smaller])
    await checker.post(`/claims/${claimId}/evidence`, {
      articleId: report.id,
      quote: { exact },
      stance: "disputes",
    });
  return { claimId, town, relay: relay.id, report: report.id };
}

const openConflicts = async (checker: Api, claimId: string) =>
  (await checker.get<Gate>(`/claims/${claimId}/gate`)).issues.filter(
    ({ code }) => code === "figures-unclassified",
  ).length;

async function boardOf(page: Page, claimId: string) {
  await page.goto(`/desk/claims/${claimId}`);
  return page.locator("#figures");
}

test("a checker sees each figure against the claim's, confirms one by keyboard and changes another", async ({
  as,
  api,
}) => {
  const checker = await api("checker");
  const { claimId, town, relay, report } = await claimAgainstReport(checker);
  expect(await openConflicts(checker, claimId)).toBe(2);
  const page = await as("checker");
  const board = await boardOf(page, claimId);
  await expect(board.getByText("2 conflicts to decide")).toBeVisible();
  await expect(board.getByRole("img", { name: /The claim: at least \$9 million/ })).toBeVisible();
  await expect(
    board.getByRole("listitem").filter({ hasText: "all countries: not comparable" }),
  ).toBeVisible();
  await expect(board.getByText(/all countries against Chile, not the same thing/)).toBeVisible();
  await expect(board.getByRole("listitem").first()).toContainText("contradicts it");

  const confirm = board.getByRole("button", { name: /^Confirm: .*contradicts it/ });
  // Words of one size stand on one line: what can be unfolded beside a button begins no higher or lower than its words.
  const has = page.getByRole("button", { name: /^Confirm: .*contradicts it/ });
  const beside = board.getByRole("listitem").filter({ has }).locator("summary", { hasText: "Change" });
  const [one, other] = [await wordsAt(confirm), await wordsAt(beside)];
  expect(Math.abs(one - other)).toBeLessThan(1);
  await confirm.focus();
  await page.keyboard.press("Enter");
  await expect(board.getByText("1 conflict to decide")).toBeVisible();

  const row = board.getByRole("listitem").filter({ hasText: "all countries against Chile" });
  await row.locator("summary", { hasText: "Change" }).click();
  await row.getByLabel("Why, for readers").fill("The relay left out that other countries are in the sum.");
  await row.getByRole("button", { name: "Save how they compare" }).click();
  await expect(board.getByText("no conflict left open")).toBeVisible();
  await expect(
    board.getByText("The relay left out that other countries are in the sum.").first(),
  ).toBeVisible();
  expect(await openConflicts(checker, claimId)).toBe(0);

  await checker.post(`/articles/${relay}/attributions`, { type: "cites", to: { articleId: report } });
  await page.reload();
  await expect(board.getByText("both go back to the same report").first()).toBeVisible();
  await board.getByText("As a table").click();
  await expect(board.getByRole("rowheader", { name: `${town} Wire` }).first()).toBeVisible();
  expect(await axeFaults(page, { inside: "#figures" })).toEqual([]);
});

test("the board works without scripts, on a telephone", async ({ as, api }) => {
  const checker = await api("checker");
  const { claimId } = await claimAgainstReport(checker);
  const page = await as("checker", { javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  await page.goto(`/desk/claims/${claimId}?pane=claim`);
  const board = page.locator("#figures");
  await board.getByRole("button", { name: /^Confirm: .*contradicts it/ }).click();
  await expect(board.getByText("1 conflict to decide")).toBeVisible();
  const chart = await board.getByRole("img").boundingBox();
  expect(chart && chart.x >= 0 && chart.x + chart.width <= 390).toBe(true);
  const { comparisons } = await checker.get<Figures>(`/claims/${claimId}/figures`);
  expect(comparisons.map((pair) => [pair.class, pair.status])).toContainEqual(["contradiction", "confirmed"]);
});

/** How far down the window the words in it end. */
function wordsAt(within: Locator): Promise<number> {
  return within.evaluate((element) => {
    const words = document.createRange();
    words.selectNodeContents(element);
    return words.getClientRects()[0]!.bottom;
  });
}

/** A claim of the demo, by some of its words. */
async function sampleClaim(words: string): Promise<{ id: string; slug: string }> {
  const [found] = await sql("SELECT id, slug FROM claim WHERE strpos(text, $1) > 0", [words]);
  return found as { id: string; slug: string };
}

test("the running example: the desk sees how far two sums are apart, and readers see what is not comparable", async ({
  as,
}) => {
  const open = await sampleClaim("almost $16 million after February 2022");
  const page = await as("checker");
  const board = await boardOf(page, open.id);
  await expect(board.getByText(/almost \$16M and \$5M cannot both be true: \$11M apart/)).toBeVisible();

  const { slug } = await sampleClaim("at least $34 million in South Korean parts");
  const reader = await as("reader", { viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
  await reader.goto(`/verdicts/${slug}`);
  const figures = reader.locator("#figures");
  await expect(figures.getByRole("img").first()).toBeVisible();
  for (const words of [
    "several countries: not comparable",
    "all countries: not comparable",
    "same report, not a second check",
    "both go back to the same report",
  ])
    await expect(figures.getByText(words).first()).toBeVisible();
});
