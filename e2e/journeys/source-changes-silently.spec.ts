import { fixture } from "../fixtures/read-fixture";
import { expect, test, type Api } from "../fixtures";
import { password, uniqueName } from "../scenes";

const words = "Engines from Norway made up almost €4.5 million of it.";

type Gate = { revision: { hash: string }; issues: { code: string; overridable: boolean }[] };
type Scene = { claimId: string; articleId: string; evidenceId: string; slug: string; outlet: string };

/** A published claim that quotes the harbour report, which has an outlet of this test's own. */
async function publishedOnReport(checker: Api, second: Api, editor: Api): Promise<Scene> {
  const outlet = uniqueName();
  const { id: articleId } = await checker.post("/articles", {
    text: fixture("harbour-report").replace("SELBY,", `${outlet.toUpperCase()},`),
    outlet,
    kind: "report",
  });
  const { id: claimId } = await checker.post("/claims", { text: `${outlet} bought engines in Norway` });
  await checker.post(`/claims/${claimId}/events`, { event: "start-research" });
  const { id: evidenceId } = await checker.post(`/claims/${claimId}/evidence`, {
    articleId,
    quote: { exact: words },
    stance: "supports",
    decisive: { reason: "The report itself, for what it says." },
  });
  await checker.post(`/claims/${claimId}/searches`, { where: "the register", query: "engines by others" });
  await checker.post(`/claims/${claimId}/events`, { event: "submit" });
  await checker.put(`/claims/${claimId}/verdict`, {
    rating: "confirmed",
    finding: `${outlet} bought engines in Norway, the report says`,
    summary: [],
    writeUp: `Engines from Norway cost almost €4.5 million.[^${evidenceId}]`,
    version: 0,
  });
  for (const reviewer of [second, checker])
    await reviewer.post(`/claims/${claimId}/reviews`, {
      mark: "confirmed",
      rationale: "The report says so.",
    });
  await checker.post(`/claims/${claimId}/events`, { event: "ready" });
  const gate = await editor.get<Gate>(`/claims/${claimId}/gate`);
  const codes = [...new Set(gate.issues.filter((issue) => issue.overridable).map(({ code }) => code))];
  const signed = await editor.post<{ publication: { slug: string } }>(`/claims/${claimId}/sign-off`, {
    revisionHash: gate.revision.hash,
    overrides: codes.map((code) => ({ code, reason: "Made for a test." })),
  });
  return { claimId, articleId, evidenceId, outlet, slug: signed.publication.slug };
}

test("a source changes silently: people are told, a notice is prepared, and readers see it once an editor has signed", async ({
  as,
  api,
}) => {
  test.setTimeout(120_000);
  const { claimId, articleId, outlet, slug } = await publishedOnReport(
    await api("checker"),
    await api("second"),
    await api("editor"),
  );
  const page = await as("checker");
  await page.goto(`/desk/articles/${articleId}`);
  await page.getByText("Capture again", { exact: true }).click();
  await page
    .getByLabel("Text of the page today")
    .fill(fixture("harbour-report-changed").replace("SELBY,", `${outlet.toUpperCase()},`));
  await page.getByRole("button", { name: "Capture and compare the quotes" }).click();
  await expect(page.getByText("1 quote reads differently.")).toBeVisible();
  const watch = page.locator("#watch");
  // Which of the two came first is not known of a pasted copy: both are marked, and none is struck out.
  await expect(watch.locator("mark")).toHaveText(["€4.5", "€5.4"]);
  await expect(watch.getByText("Reads differently in the pasted copy")).toBeVisible();
  await expect(watch.getByRole("img", { name: /words read differently: 1/ })).toBeVisible();
  await page.goto(`/desk/claims/${claimId}`);
  await expect(page.locator("#evidence mark")).toHaveText(["€4.5", "€5.4"]);

  const told = await as("second");
  await told.goto("/desk/notifications");
  await expect(told.getByText(`reads differently in a pasted copy of ${outlet}`)).toBeVisible();
  await expect(told.getByRole("link", { name: `${outlet} bought engines in Norway` }).first()).toBeVisible();

  const reader = await as("reader");
  await reader.goto(`/verdicts/${slug}`);
  await expect(reader.locator(".note-box.notice")).toHaveCount(0);

  const editor = await as("editor");
  await editor.goto("/desk/tasks");
  const task = editor.getByRole("listitem").filter({ hasText: `${outlet} bought engines in Norway` });
  await expect(task).toContainText("A quoted source has other words");
  await expect(task).toContainText(/Told: .+/);
  await task.getByRole("link", { name: "The notice that was prepared" }).click();
  await editor.waitForURL(/\/desk\/notices\//);
  const text = editor.getByLabel("What readers are told");
  await expect(text).toHaveValue(/As quoted: “Engines from Norway made up almost €4.5 million of it”/);
  await text.fill(`${outlet} now writes €5.4 million. We are asking which is right.`);
  const kept = editor.waitForResponse((response) => response.request().method() === "POST");
  await editor.getByRole("button", { name: "Show what readers will see" }).click();
  await kept;
  // What stands in the field was typed: whether it was kept shows on the page anew.
  await editor.reload();
  await expect(editor.getByLabel("What readers are told")).toHaveValue(/We are asking which is right/);
  await reader.reload();
  await expect(reader.locator(".note-box.notice")).toHaveCount(0);
  await editor.getByLabel(/Your password/).fill(password);
  const shown = editor.frameLocator('iframe[title="What readers will see"]').locator(".note-box.notice");
  await expect(shown).toContainText("A source has changed");
  await expect(shown).toContainText("We are asking which is right.");
  await editor.getByRole("button", { name: "Publish this notice beside version 1" }).click();
  await editor.waitForURL(new RegExp(`/verdicts/${slug}$`));
  await reader.reload();
  await expect(reader.locator(".note-box.notice")).toContainText("We are asking which is right.");
  // Nor is the rating shown as if nothing were open where the verdict is found or framed.
  await reader.goto(`/search?q=${outlet}`);
  const found = reader.locator(".verdict-list li").filter({ hasText: `${outlet} bought engines in Norway` });
  await expect(found.locator(".tag").last()).toHaveText("A source has changed");
  await reader.goto(`/embed/${slug}`);
  await expect(reader.locator(".tag").last()).toHaveText("A source has changed");
  await editor.goto("/desk/tasks?show=done");
  await expect(
    editor.getByRole("listitem").filter({ hasText: `${outlet} bought engines in Norway` }),
  ).toContainText("A notice was signed.");
});

test("a source is withdrawn: everything that leans on it is in sight, each with a task, and an editor dismisses the draft", async ({
  as,
  api,
}) => {
  const checker = await api("checker");
  const { claimId, articleId, outlet, slug } = await publishedOnReport(
    checker,
    await api("second"),
    await api("editor"),
  );
  const { id: originalId } = await checker.post("/articles", {
    text: `The shipping records of ${outlet} themselves. They name every engine that was bought, and its price.`,
    outlet: `${outlet} Register`,
    kind: "record",
  });
  const { id: attributionId } = await checker.post<{ id: string }>(`/articles/${articleId}/attributions`, {
    type: "cites",
    to: { articleId: originalId },
  });
  expect(attributionId).toBeTruthy();

  const editor = await as("editor");
  await editor.goto(`/desk/articles/${originalId}`);
  await editor.getByRole("link", { name: "What leans on this source" }).click();
  await editor.waitForURL(/\/dependants$/);
  await expect(editor.getByText("One claim leans on this source")).toBeVisible();
  await editor.getByText("Mark the source", { exact: true }).first().click();
  await editor.getByLabel("This source").selectOption("retracted");
  await editor.getByLabel("Why", { exact: true }).fill("The register withdrew the list.");
  await editor.getByRole("button", { name: "Mark the source" }).click();
  await expect(editor.getByText("The source has withdrawn this article")).toBeVisible();
  const claims = editor.locator("#claims");
  await expect(claims).toContainText(`${outlet} has it from ${outlet} Register`);
  await expect(claims).toContainText(/Without this source(:| one sentence would cite nothing)/);
  await expect(claims).toContainText("Engines from Norway cost almost €4.5 million.");
  await expect(claims).toContainText("Waits to be checked again");
  await expect(editor.locator("#publications")).toContainText("what readers see now");

  await editor.goto(`/desk/claims/${claimId}`);
  await editor.getByRole("link", { name: /^Read, sign or dismiss the notice/ }).click();
  await editor.waitForURL(/\/desk\/notices\//);
  await editor.getByLabel("Or: why readers need no notice").fill("The figure stands in two other lists.");
  await editor.getByRole("button", { name: "Dismiss the draft" }).click();
  await editor.waitForURL(/\/desk\/tasks$/);
  await editor.goto("/desk/tasks?show=done");
  await expect(
    editor.getByRole("listitem").filter({ hasText: `${outlet} bought engines in Norway` }),
  ).toContainText("No notice: The figure stands in two other lists.");
  const reader = await as("reader");
  await reader.goto(`/verdicts/${slug}`);
  await expect(reader.locator(".note-box.notice")).toHaveCount(0);
});
