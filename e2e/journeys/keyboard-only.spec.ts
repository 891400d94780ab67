import { axeFaults } from "@/scripts/test/axe-faults";
import {
  chooseSentence,
  giveReview,
  jumpTo,
  keysReady,
  pressEnterOn,
  tabTo,
  takeNextStep,
  typeInto,
} from "../by-keyboard";
import { expect, test } from "../fixtures";
import { sql } from "../sessions";
import { ferryStory, password, uniqueName } from "../scenes";
import { people } from "../sessions";

test("from signing in to publication without a mouse, by three people", async ({ as }) => {
  test.setTimeout(180_000);
  const town = uniqueName();
  const checker = await as("reader");
  await checker.goto("/desk");
  await typeInto(checker, checker.getByLabel("E-mail"), people.checker);
  await typeInto(checker, checker.getByLabel("Password"), password);
  await checker.keyboard.press("Enter");
  await expect(checker.getByRole("heading", { level: 1, name: "Queue" })).toBeVisible();

  // A claim, and the article that says it.
  await keysReady(checker);
  await checker.keyboard.press("g");
  await checker.keyboard.press("n");
  await checker.waitForURL(/\/desk\/claims\/new$/);
  await typeInto(checker, checker.getByLabel("What we check"), `${town} ordered seven electric ferries`);
  await checker.keyboard.press("ControlOrMeta+Enter");
  await checker.waitForURL(/\/desk\/claims\/(?!new)/);
  await takeNextStep(checker, "Start research");
  await checker.keyboard.press("e");
  await expect(checker.getByRole("link", { name: "+ Add article" })).toBeFocused();
  await checker.keyboard.press("Enter");
  await typeInto(checker, checker.getByLabel("Text of the article"), ferryStory(town));
  await checker.keyboard.press("ControlOrMeta+Enter");
  await checker.waitForURL(/\/desk\/(claims|articles)\/(?!new)/);
  if (!checker.url().includes("/claims/")) await jumpTo(checker, town);

  // A sentence is chosen by keys and logged with one.
  const text = checker.getByRole("group", { name: /Text of the article/ });
  await expect(text).toBeVisible();
  await checker.keyboard.press("e");
  await expect(text).toBeFocused();
  await chooseSentence(checker, "ordered seven electric ferries");
  await checker.keyboard.press("1");
  await expect(checker.locator("#evidence > ul > li[id]")).toHaveCount(1);

  // The draft, then two reviews.
  await checker.keyboard.press("v");
  await checker.waitForURL(/\/verdict$/);
  await tabTo(checker, checker.getByRole("radio", { name: /^None yet/ }));
  const reported = checker.getByRole("radio", { name: /^Reported, not confirmed/ });
  while (!(await reported.isChecked())) await checker.keyboard.press("ArrowDown");
  await typeInto(checker, checker.getByRole("textbox", { name: "Finding" }), `${town}: one report says so`);
  await checker.keyboard.press("ControlOrMeta+Enter");
  await checker.waitForURL(/\/desk\/claims\/[^/]+$/);
  await takeNextStep(checker, "Submit for review");
  await giveReview(checker, "Only one report is known.");
  const second = await as("second");
  await second.goto("/desk");
  await jumpTo(second, town);
  await giveReview(second, "I know of no other report.");
  await checker.keyboard.press("g");
  await checker.keyboard.press("q");
  await jumpTo(checker, town);
  await takeNextStep(checker, "Ready for an editor");

  // The signature is a page of its own, where no single key does anything.
  const editor = await as("editor");
  await editor.goto("/desk");
  await jumpTo(editor, town);
  await expect(editor.getByRole("heading", { level: 1 })).toBeFocused();
  await editor.keyboard.press("s");
  await expect(editor.getByRole("link", { name: "Read it as readers will, and sign" })).toBeFocused();
  await editor.keyboard.press("Enter");
  await expect(editor.getByRole("form", { name: "Sign" })).toBeVisible();
  await expect(editor.getByRole("heading", { level: 1 })).toBeFocused();
  for (const box of await editor.getByLabel(/Publish although/).all()) {
    await tabTo(editor, box);
    await editor.keyboard.press("Space");
    await editor.keyboard.press("Tab");
    await editor.keyboard.insertText("Made for a test.");
  }
  await typeInto(editor, editor.getByLabel(/Your password/), password);
  await pressEnterOn(editor, editor.getByRole("button", { name: /^Publish version 1/ }));
  await editor.waitForURL(/\/verdicts\//);
  await expect(editor.getByRole("heading", { level: 1 })).toContainText(`${town}: one report says so`);
});

test("the queue by keys: rows, selection that the address keeps, many at once and back, and the help", async ({
  as,
  api,
}) => {
  const checker = await api("checker");
  const topic = uniqueName();
  const ids: string[] = [];
  for (const n of ["one", "two", "three", "four"])
    ids.unshift((await checker.post("/claims", { text: `${topic} says ${n}`, topics: [topic] })).id);
  const page = await as("checker");
  await page.goto(`/desk?topic=${topic}`);
  const rows = page.locator("tr[data-index] a[data-row]");
  await expect(rows).toHaveCount(4);
  await keysReady(page);

  await page.keyboard.press("j");
  await expect(rows.nth(0)).toBeFocused();

  // Opened and left again, the same row is in hand, and stands where it stood in a window that shows a part of the list.
  const { width, height } = page.viewportSize()!;
  await page.setViewportSize({ width, height: 260 });
  await page.keyboard.press("j");
  await expect(rows.nth(1)).toBeFocused();
  await rows.nth(1).evaluate((row) => row.scrollIntoView({ block: "center" }));
  const place = () =>
    rows.nth(1).evaluate((row) => ({ top: row.getBoundingClientRect().top, scrolled: window.scrollY }));
  const left = await place();
  expect(left.scrolled).toBeGreaterThan(0);
  await page.keyboard.press("Enter");
  await page.waitForURL(new RegExp(`/desk/claims/${ids[1]}`));
  await expect(page.getByRole("region", { name: "Queue" }).locator("a[data-row]")).toHaveCount(4);
  await page.goBack();
  await expect(rows.nth(1)).toBeFocused();
  await expect.poll(place).toEqual(left);
  await page.setViewportSize({ width, height });

  await page.keyboard.press("x");
  await page.keyboard.press("Shift+J");
  await expect(page.getByRole("status").filter({ hasText: "2 claims selected" })).toBeVisible();
  await expect(page).toHaveURL(/[?&]sel=[^&.]+\.[^&.]+/);
  await page.reload();
  await expect(page.getByRole("checkbox", { name: /says (two|three)/, checked: true })).toHaveCount(2);
  await keysReady(page);

  await page.keyboard.press("a");
  await expect(page.getByLabel("Assign to")).toBeFocused();
  await page.keyboard.type("Checker Two");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("2 claims assigned to Checker Two.")).toBeVisible();
  const assigneeOf = async (id: string) =>
    (await checker.get<{ assignee: { name: string } | null }>(`/claims/${id}`)).assignee?.name;
  expect(await Promise.all(ids.map(assigneeOf))).toEqual([
    undefined,
    "Checker Two",
    "Checker Two",
    undefined,
  ]);
  await rows.nth(0).focus();
  await page.keyboard.press("z");
  await expect(page.getByText("2 claims assigned as before.")).toBeVisible();
  expect(await Promise.all(ids.map(assigneeOf))).toEqual([undefined, undefined, undefined, undefined]);

  // What somebody changed since is not put back over: which claim stays as it is, and why, is said, and the other is as before.
  for (const n of ["two", "three"]) await page.getByRole("checkbox", { name: `says ${n}` }).check();
  await page.getByLabel("Assign to").selectOption({ label: "Checker Two" });
  await page.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(page.getByText("2 claims assigned to Checker Two.")).toBeVisible();
  const { version } = await checker.get<{ version: number }>(`/claims/${ids[1]}`);
  const [editor] = await sql(`SELECT id FROM "user" WHERE name = 'Editor One'`);
  const editorId = String(editor?.id);
  const { request } = await api("second");
  const changed = await request.patch(`/api/v1/claims/${ids[1]}`, {
    data: { version, assigneeId: editorId },
  });
  expect(changed.status()).toBe(200);
  await rows.nth(0).focus();
  await page.keyboard.press("z");
  await expect(page.getByText("1 claim assigned as before.")).toBeVisible();
  const notTaken = page.getByRole("alert").filter({ hasText: "Not taken back" });
  await expect(notTaken.getByRole("listitem").filter({ hasText: `${topic} says three` })).toContainText(
    "Somebody changed it meanwhile",
  );
  await notTaken.getByText("Taken back: 1").click();
  await expect(notTaken.getByRole("link", { name: `${topic} says two` })).toBeVisible();
  expect(await checker.get(`/claims/${ids[1]}`)).toMatchObject({ assignee: { id: editorId } });
  expect(await assigneeOf(ids[2]!)).toBeUndefined();

  // What somebody else does is told, and shown when asked for.
  const search = { where: "Town archive", query: topic, found: "nothing" };
  await (await api("second")).post(`/claims/${ids[3]}/searches`, search);
  const told = page.getByRole("status").filter({ hasText: "1 claim changed" });
  await told.getByRole("button", { name: "Show" }).click();
  await expect(told).toHaveCount(0);

  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keys" });
  await expect(help.getByText("Extend the selection to the next claim")).toBeVisible();
  expect(await axeFaults(page, { inside: "dialog" })).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);
});

test("a person's own keys and the switch hold on every computer", async ({ as, api }) => {
  const topic = uniqueName();
  await (await api("second")).post("/claims", { text: `${topic} says so`, topics: [topic] });
  const page = await as("second");
  await page.goto("/desk/settings/keys");
  await page.getByLabel("Next in the list", { exact: true }).fill("n");
  await page.getByRole("button", { name: "Save the keys" }).click();
  await expect(page.getByText("Your keys are saved.")).toBeVisible();
  const other = await as("second");
  await other.goto(`/desk?topic=${topic}`);
  await keysReady(other);
  const row = other.locator("a[data-row]").first();
  await other.keyboard.press("j");
  await expect(row).not.toBeFocused();
  await other.keyboard.press("n");
  await expect(row).toBeFocused();

  await page.getByLabel("Previous in the list", { exact: true }).fill("n");
  await page.getByRole("button", { name: "Save the keys" }).click();
  await expect(page.getByRole("alert").getByText(/would both be n/)).toBeVisible();
  await page.getByRole("button", { name: "Switch single keys off" }).click();
  await expect(page.getByRole("button", { name: "Switch single keys on" })).toBeVisible();
  await other.reload();
  await keysReady(other);
  await other.keyboard.press("?");
  await other.keyboard.press("ControlOrMeta+k");
  await expect(other.getByRole("dialog", { name: "Jump to" })).toBeVisible();
  await expect(other.getByRole("dialog", { name: "Keys" })).toHaveCount(0);
  // As it was, for whoever signs in with this account next.
  await page.getByRole("button", { name: "Switch single keys on" }).click();
  await page.getByRole("button", { name: "Back to the usual keys" }).click();
  await expect(page.getByText("Your keys are saved.").last()).toBeVisible();
});
