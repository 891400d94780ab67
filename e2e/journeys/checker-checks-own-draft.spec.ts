import { expect, test } from "../fixtures";
import { claimWithEvidence, ferryStory } from "../scenes";

test("the draft is checked sentence by sentence with the keyboard, and its quotes stand side by side", async ({
  as,
  api,
}) => {
  const checker = await api("checker");
  const { claimId, town } = await claimWithEvidence(checker);
  const { id: relayId } = await checker.post("/articles", {
    text: ferryStory(town).replace("$42 million", "$24 million"),
    outlet: `${town} Post`,
  });
  await checker.post(`/claims/${claimId}/evidence`, {
    articleId: relayId,
    quote: { exact: "ordered seven electric ferries for $24 million in 2024" },
    stance: "disputes",
  });
  await checker.put(`/claims/${claimId}/verdict`, {
    finding: "The order was for $42 million",
    writeUp: `The order was for $42 million. ${town} has a harbour. It rained.`,
    version: 0,
  });
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}`);
  await page.locator("#gate").getByRole("link", { name: "Cite evidence" }).click();
  await page.waitForURL(/\/verdict\/sentences#sentence-writeUp-0$/);
  const summary = (words: string) => expect(page.getByText(words, { exact: true })).toBeVisible();
  await summary("4 sentences: 1 background, 2 open, 1 to judge");

  await expect(page.getByRole("listitem", { name: "Sentence 1: open" })).toBeFocused();
  await page.keyboard.press("e");
  await page.keyboard.press("1");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  // The finding says the same as the sentence that now cites.
  await summary("4 sentences: 2 on evidence, 1 background, 1 open");
  await expect(page.getByText("its names and numbers are in sentence 1 of the write-up")).toBeVisible();

  await page.keyboard.press("j");
  await page.keyboard.press("b");
  await page.keyboard.type("It is on every map");
  await page.keyboard.press("Enter");
  await summary("4 sentences: 2 on evidence, 2 background, none open");
  await expect(page.getByText("It is on every map")).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await page.keyboard.press("z");
  await summary("4 sentences: 2 on evidence, 1 background, 1 open");

  await page.getByRole("link", { name: `${town} ordered` }).click();
  await page.getByRole("link", { name: "Side by side" }).waitFor();
  await page.keyboard.press("b");
  await page.waitForURL(/\/quotes$/);
  await expect(page.getByText("“$42 million” against “$24 million”")).toBeVisible();
  await expect(page.locator("blockquote mark", { hasText: "$24" })).toBeVisible();
});
