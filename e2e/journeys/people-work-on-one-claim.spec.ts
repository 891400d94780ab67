import { axeFaults } from "@/scripts/test/axe-faults";
import { keysReady } from "../by-keyboard";
import { expect, test } from "../fixtures";
import { lookOver } from "../look-at";
import { claimWithEvidence } from "../scenes";
import { sql } from "../sessions";

test("two people talk about a claim, see each other's changes as they happen, and choose between two versions", async ({
  as,
  api,
}) => {
  test.setTimeout(120_000);
  const checker = await api("checker");
  const { claimId, town } = await claimWithEvidence(checker);
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}`);
  const editor = await as("editor");
  await editor.goto("/desk/published");
  const before = await unread(editor);

  // Named in a comment: the bell counts by itself, wherever they are.
  const field = page.getByRole("textbox", { name: "Comment" });
  await field.pressSequentially("@edi");
  const named = page.getByRole("listbox", { name: "People" }).getByRole("option", { name: "Editor One" });
  await expect(named).toBeVisible();
  expect(await lookOver(page, "#add-comment")).toEqual([]);
  await named.click();
  await field.pressSequentially("is the register enough?");
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(page.getByText("Said, and told to Editor One.")).toBeVisible();
  await expect.poll(() => unread(editor)).toBe(before + 1);
  await editor.getByRole("link", { name: /^Notifications:/ }).click();
  await expect(editor.getByText("Checker One mentioned you in a comment.").first()).toBeVisible();
  expect(await axeFaults(editor)).toEqual([]);

  // Both are here; what one changes the other is told, and nothing moves under their hands. What waits is counted anew.
  const counted = { queue: 4321, tips: 0, tasks: 0, unread: 0 };
  await editor.route("**/live/news", (route) => route.fulfill({ json: counted }));
  await editor
    .getByRole("link", { name: new RegExp(`^${town} ordered`) })
    .first()
    .click();
  await editor.getByRole("link", { name: "Queue 4321" }).click();
  await expect(editor.getByRole("heading", { level: 1, name: "Queue" })).toBeVisible();
  await keysReady(editor);
  await checker.post("/claims", { text: `${town} has a quay for them` });
  const other = editor.getByRole("status").filter({ hasText: "This list has changed" });
  await expect(other).toHaveCount(1, { timeout: 30_000 });
  await editor.unroute("**/live/news");
  await other.getByRole("button", { name: "Show" }).click();
  await expect(other).toHaveCount(0);
  await editor.goBack();
  await expect(page.getByText("Editor One is here")).toBeVisible();
  await expect(editor.getByText("Checker One is here")).toBeVisible();
  const reply = editor.getByRole("textbox", { name: "Comment" });
  await reply.fill("I am writing this");
  await checker.post(`/claims/${claimId}/searches`, {
    where: "Town archive",
    query: "ferries",
    found: "nothing",
  });
  const strip = editor.getByText("Changed by Checker One just now.");
  await expect(strip).toBeVisible();
  await expect(editor.getByText("Town archive")).toHaveCount(0);
  await editor.getByRole("button", { name: "Show" }).click();
  await expect(editor.getByText("Town archive").first()).toBeVisible();
  await expect(strip).toHaveCount(0);
  await expect(reply).toHaveValue("I am writing this");

  // A comment is resolved, and that is taken back.
  const said = editor.locator("#comments").getByText("is the register enough?");
  await editor.getByRole("button", { name: "Resolve the comment by Checker One" }).click();
  await expect(said).toBeHidden();
  await editor.locator("button[data-undo]").click();
  await expect(said).toBeVisible();

  // Both write the verdict: the second is told who is writing, takes over, and chooses field by field.
  await page.goto(`/desk/claims/${claimId}/verdict`);
  await editor.goto(`/desk/claims/${claimId}/verdict`);
  await page.getByRole("textbox", { name: "Finding" }).fill(`${town} ordered seven`);
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(editor.getByText("Checker One is writing (just now).")).toBeVisible();
  await editor.getByRole("button", { name: "Take over" }).click();
  await expect(page.getByText("Editor One is writing (just now) and took over.")).toBeVisible();
  await editor.getByRole("textbox", { name: "Finding" }).fill("Theirs is older");
  const conflict = editor.getByRole("alert").filter({ hasText: "Both versions are below" });
  await expect(conflict).toContainText(`${town} ordered seven`);
  await conflict.getByRole("button", { name: "Take theirs" }).click();
  await editor.getByRole("button", { name: "Save what I chose" }).click();
  await expect(editor.getByText("Saved.", { exact: true })).toBeVisible();

  // Whoever begins to change the claim's own words is told that somebody is at them.
  await page.goto(`/desk/claims/${claimId}/edit`);
  await keysReady(page);
  await page.getByRole("textbox", { name: /^Where/ }).pressSequentially("Selby");
  await editor.goto(`/desk/claims/${claimId}/edit`);
  await expect(editor.getByText("Checker One is writing (just now).")).toBeVisible();

  // Whoever comes back is told what others did meanwhile.
  await page.goto("/desk/published");
  await expect
    .poll(async () => (await sql(`SELECT 1 FROM seen_mark WHERE "claimId" = $1`, [claimId])).length)
    .toBeGreaterThan(0);
  const claim = await (await api("editor")).get<{ version: number }>(`/claims/${claimId}`);
  await (
    await api("editor")
  ).request.patch(`/api/v1/claims/${claimId}`, {
    data: { place: "Selby harbour", version: claim.version },
  });
  await page.goto(`/desk/claims/${claimId}`);
  await page.getByText(/changes? since you looked/).click();
  await expect(page.locator("#since ins").filter({ hasText: "Selby harbour" })).toBeVisible();
});

async function unread(page: import("@playwright/test").Page): Promise<number> {
  const name = await page.getByRole("link", { name: /^Notifications:/ }).getAttribute("aria-label");
  return Number(/(\d+) unread/.exec(name ?? "")?.[1] ?? 0);
}
