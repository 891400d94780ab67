import type { Page } from "@playwright/test";
import { keysReady } from "../by-keyboard";
import { expect, test, type Api } from "../fixtures";
import { claimWithEvidence } from "../scenes";

const place = (page: Page) => page.getByRole("textbox", { name: /^Where/ });
const save = (page: Page) => page.locator("#claim-form button[type=submit]").first();
const bothKept = (page: Page) => page.getByRole("alert").filter({ hasText: "Both versions are" });

async function openWords(page: Page, claimId: string): Promise<void> {
  await page.goto(`/desk/claims/${claimId}/edit`);
  await keysReady(page);
}

type Desk = {
  as: (who: "checker" | "editor") => Promise<Page>;
  api: (who: "checker") => Promise<Api>;
};

/** The first has begun to write about where a claim was said, and the second, who opens it too, sees that. */
async function bothAtOne({ as, api }: Desk) {
  const { claimId } = await claimWithEvidence(await api("checker"));
  const [first, second] = [await as("checker"), await as("editor")];
  await openWords(first, claimId);
  await place(first).pressSequentially("Selby");
  await openWords(second, claimId);
  await expect(second.getByText("Checker One is writing (just now).")).toBeVisible();
  return { claimId, first, second };
}

test("a claim's words: the second sees who writes and takes over, the first is told at once, and both keep their words", async ({
  as,
  api,
}) => {
  const { claimId, first, second } = await bothAtOne({ as, api });
  await second.getByRole("button", { name: "Take over" }).click();
  await expect(second.getByText("Checker One is writing")).toHaveCount(0);
  await expect(first.getByText("Editor One is writing (just now) and took over.")).toBeVisible();
  await expect(place(first)).toHaveValue("Selby");

  await place(second).fill("The harbour");
  await save(second).click();
  await second.waitForURL(new RegExp(`/desk/claims/${claimId}$`));
  await save(first).click();
  await expect(bothKept(first)).toContainText("The harbour");
  await expect(place(first)).toHaveValue("Selby");
  await save(first).click();
  await first.waitForURL(new RegExp(`/desk/claims/${claimId}$`));
  const { place: kept } = await (await api("second")).get<{ place: string }>(`/claims/${claimId}`);
  expect(kept).toBe("Selby");
});

test("whoever's browser is gone holds nobody up, and finds their words again beside those that were saved meanwhile", async ({
  as,
  api,
}) => {
  const { claimId, first, second } = await bothAtOne({ as, api });
  // It says no goodbye.
  await first.context().setOffline(true);
  await first.close();
  await second.getByRole("button", { name: "Take over" }).click();
  await expect(second.getByText("Checker One is writing")).toHaveCount(0);
  await place(second).fill("The harbour");
  await save(second).click();
  await second.waitForURL(new RegExp(`/desk/claims/${claimId}$`));

  await first.context().setOffline(false);
  const again = await first.context().newPage();
  await openWords(again, claimId);
  await expect(place(again)).toHaveValue("Selby");
  await save(again).click();
  await expect(bothKept(again)).toContainText("The harbour");
  await bothKept(again).getByRole("button", { name: "Take theirs" }).click();
  await expect(place(again)).toHaveValue("The harbour");
});

test("a page of the newsroom: who saves second sees both texts and chooses", async ({ as }) => {
  const [first, second] = [await as("admin"), await as("editor")];
  const text = (page: Page) => page.locator("#site-page-text");
  const draft = (page: Page) => page.getByRole("button", { name: "Save draft" }).click();
  for (const page of [first, second]) {
    await page.goto("/desk/settings/pages/ratings");
    await keysReady(page);
  }
  await text(first).fill("Five words, from confirmed to disputed.");
  await text(second).fill("Six words, from confirmed to unproven.");
  await draft(second);
  await expect(second.getByRole("form", { name: "The text" }).getByRole("status")).toBeVisible();
  await draft(first);
  const conflict = first
    .getByRole("alert")
    .filter({ hasText: "Editor One saved this page after you opened it." });
  await expect(conflict).toContainText("Six words, from confirmed to unproven.");
  await expect(text(first)).toHaveValue("Five words, from confirmed to disputed.");
});

test("what came of asking: an older tab deletes no reply; whoever saves second sees both sides, also after a reload", async ({
  as,
  api,
}) => {
  const checker = await api("checker");
  const { claimId } = await claimWithEvidence(checker);
  const asked = { asked: "The harbour board", how: "E-mail" };
  const { id } = await checker.post(`/claims/${claimId}/reply-requests`, asked);
  const [first, second] = [await as("checker"), await as("editor")];
  const form = (page: Page) => page.locator(`#reply-${id}-form`);
  const words = (page: Page) => form(page).getByRole("textbox", { name: /^Their words/ });
  const they = (page: Page) => form(page).getByRole("combobox", { name: "They" });
  const send = (page: Page) => form(page).getByRole("button", { name: "Save", exact: true }).click();
  const open = async (page: Page) => {
    await page.goto(`/desk/claims/${claimId}`);
    await keysReady(page);
    await page.locator("#replies").getByText("What came back").click();
  };
  await open(first);
  await open(second);
  await words(first).fill("We stand by the sum.");
  await send(first);
  await expect(first.locator("#replies blockquote")).toHaveText("We stand by the sum.");

  await they(second).selectOption("no-reply");
  await send(second);
  const conflict = form(second).getByRole("alert").filter({ hasText: "Both versions are below" });
  await expect(conflict).toContainText(/Checker One changed this reply at \d\d:\d\d, after you read it\./);
  await expect(conflict.getByRole("group", { name: "Their words" })).toContainText("We stand by the sum.");
  await expect(conflict.getByRole("group", { name: "They", exact: true })).toContainText("did not reply");
  const kept = async () =>
    (await checker.get<{ replies: { reply: string | null; outcome: string }[] }>(`/claims/${claimId}`))
      .replies;
  expect(await kept()).toMatchObject([{ outcome: "replied", reply: "We stand by the sum." }]);

  // What was typed comes back with the page, over what it was written against: it is a conflict again.
  await words(second).fill("They hung up.");
  await expect.poll(() => second.evaluate(() => JSON.stringify({ ...localStorage }))).toContain("hung up");
  await second.reload();
  await keysReady(second);
  await second.locator("#replies").getByText("Put right what came back").click();
  await expect(words(second)).toHaveValue("They hung up.");
  await they(second).selectOption("declined");
  await send(second);
  const ofWords = conflict.getByRole("group", { name: "Their words" });
  await expect(ofWords).toContainText("We stand by the sum.");
  await ofWords.getByRole("button", { name: "Take theirs" }).click();
  await expect(words(second)).toHaveValue("We stand by the sum.");
  await words(second).fill("We stand by the sum. They hung up.");
  await send(second);
  await expect(second.locator("#replies blockquote")).toHaveText("We stand by the sum. They hung up.");
  expect(await kept()).toMatchObject([{ outcome: "declined", reply: "We stand by the sum. They hung up." }]);
});

test("one sentence of the draft: the second to cite is told and shown, takes nothing of the first's away, and cites it too", async ({
  as,
  api,
}) => {
  const checker = await api("checker");
  const { claimId, town, articleId, evidenceId } = await claimWithEvidence(checker);
  const { id: otherId } = await checker.post(`/claims/${claimId}/evidence`, {
    articleId,
    quote: { exact: "More than 300,000 people crossed on the old boats last year" },
    stance: "context",
  });
  const sentence = `${town} paid $42 million for boats.`;
  await checker.put(`/claims/${claimId}/verdict`, { writeUp: sentence, version: 0 });
  const [first, second] = [await as("checker"), await as("editor")];
  const cite = (page: Page) => page.locator("#cite-writeUp-0");
  for (const page of [first, second]) {
    await page.goto(`/desk/claims/${claimId}/verdict/sentences?at=writeUp-0`);
    await keysReady(page);
  }
  await cite(first).getByLabel("Evidence").selectOption(evidenceId);
  await cite(first).getByRole("button").click();
  await expect(first.getByRole("listitem", { name: "Sentence 1: evidence" })).toBeVisible();

  await cite(second).getByLabel("Evidence").selectOption(otherId);
  await cite(second).getByRole("button", { name: "Cite it" }).click();
  await expect(
    second.getByRole("alert").filter({ hasText: "Somebody cited evidence for this sentence meanwhile." }),
  ).toBeVisible();
  const writeUp = async () =>
    (await checker.get<{ verdict: { writeUp: string } }>(`/claims/${claimId}`)).verdict.writeUp;
  expect(await writeUp()).toBe(`${sentence}[^${evidenceId}]`);

  await expect(second.getByRole("listitem", { name: "Sentence 1: evidence" })).toBeVisible();
  await expect(cite(second).getByLabel("Evidence")).toHaveValue(otherId);
  await cite(second).getByRole("button", { name: "Cite it too" }).click();
  await expect.poll(writeUp).toBe(`${sentence}[^${evidenceId}][^${otherId}]`);
});

test("whom a claim is given to: the second is told and shown who has it, and gives it on without a reload", async ({
  as,
  api,
}) => {
  const checker = await api("checker");
  const { claimId } = await claimWithEvidence(checker);
  const [first, second] = [await as("checker"), await as("editor")];
  const form = (page: Page) => page.locator("#assign");
  const give = async (page: Page, name: string) => {
    await form(page).getByLabel("Who does it").selectOption({ label: name });
    await form(page).getByRole("button", { name: "Assign", exact: true }).click();
  };
  for (const page of [first, second]) {
    await page.goto(`/desk/claims/${claimId}`);
    await keysReady(page);
    await page.locator("details:has(#assign) > summary").click();
  }
  await give(first, "Checker Two");
  await expect(first.getByText("With Checker Two")).toBeVisible();

  await give(second, "Editor One");
  await expect(
    form(second).getByRole("alert").filter({ hasText: "Somebody gave this claim to Checker Two meanwhile." }),
  ).toBeVisible();
  await expect(second.getByText("With Checker Two")).toBeVisible();
  await expect(form(second).getByLabel("Who does it").locator("option:checked")).toHaveText("Editor One");
  await form(second).getByRole("button", { name: "Assign", exact: true }).click();
  await expect(second.getByText("With Editor One")).toBeVisible();
  const { assignee } = await checker.get<{ assignee: { name: string } }>(`/claims/${claimId}`);
  expect(assignee.name).toBe("Editor One");
});

test("a legal read of a draft that changed meanwhile is refused, and noted for the one that the page then shows", async ({
  as,
  api,
}) => {
  const checker = await api("checker");
  const { claimId } = await claimWithEvidence(checker);
  await checker.put(`/claims/${claimId}/verdict`, { finding: "One ferry.", version: 0 });
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}`);
  await keysReady(page);
  const form = page.locator("#note-legal-read");
  await page.getByText("Note a legal read", { exact: true }).click();
  await form.getByLabel("Name").fill("Vera Lawson");
  await form.getByLabel("read this draft").check();
  await (await api("editor")).put(`/claims/${claimId}/verdict`, { finding: "Two ferries.", version: 1 });
  const send = form.getByRole("button", { name: "Note it" });
  await send.click();
  await expect(
    form.getByRole("alert").filter({ hasText: "The draft changed after you read it" }),
  ).toBeVisible();
  await expect(page.getByText("Two ferries.").first()).toBeVisible();
  await expect(form.getByLabel("Name")).toHaveValue("Vera Lawson");
  await send.click();
  await expect(page.locator("#legal-read li").filter({ hasText: "Vera Lawson" })).toBeVisible();
});
