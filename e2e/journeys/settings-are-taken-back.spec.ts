import { axeFaults } from "@/scripts/test/axe-faults";
import { keysReady } from "../by-keyboard";
import { expect, test } from "../fixtures";
import { claimWithEvidence, publishedClaim, uniqueName } from "../scenes";
import { sql } from "../sessions";

test("what was changed about an outlet is taken back with one key, and so is that two are one", async ({
  as,
  api,
}) => {
  const { town } = await claimWithEvidence(await api("checker"));
  const [name, other] = [`${town} Evening`, `${town} Morning`];
  for (const outlet of [name, other]) {
    await (await api("checker")).post("/articles", { mention: { outlet } });
  }
  const page = await as("editor");
  await page.goto(`/desk/settings/outlets?q=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name, exact: true }).click();
  const form = page.getByRole("form", { name: "The outlet" });
  await keysReady(page);
  await form.getByLabel("Name", { exact: true }).fill(`${town} Evning`);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${town} Evning`);
  await expect(page.locator("#other-names").getByText(name)).toBeVisible();
  await expect(page.getByText("Outlet changed.")).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press("z");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.locator("#other-names").getByRole("listitem")).toHaveCount(0);
  await expect(form.getByLabel("Name", { exact: true })).toHaveValue(name);

  await page.getByLabel("Name of that outlet").fill(other);
  await page.getByRole("button", { name: "Make them one" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(other);
  await expect(page.locator("#other-names").getByText(name)).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.locator("#other-names").getByRole("listitem")).toHaveCount(0);
});

test("a topic that was renamed, or made one with another, is taken back with one key", async ({
  as,
  api,
}) => {
  const { town } = await claimWithEvidence(await api("checker"));
  const [first, second] = [`${town} harbour`, `${town} quay`];
  for (const topic of [first, second]) {
    await (await api("checker")).post("/claims", { text: `About ${topic}`, topics: [topic] });
  }
  const page = await as("admin");
  await page.goto("/desk/settings/topics");
  await keysReady(page);
  const row = page.getByRole("listitem").filter({ has: page.locator("strong", { hasText: first }) });
  await row.getByText("Rename, merge or retire").click();
  await row.getByLabel(`New name of “${first}”`).fill(`${town} port`);
  await row.getByRole("button", { name: "Rename on every claim" }).click();
  await expect(page.getByText(`was ${first}`)).toBeVisible();
  await expect(page.getByText("Topic renamed.")).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByText(`was ${first}`)).toHaveCount(0);
  await expect(row.locator("strong")).toHaveText(first);

  const changed = { text: `More about ${first}`, topics: [first] };
  const { id } = await (await api("checker")).post("/claims", changed);
  await row.getByText("Rename, merge or retire").click();
  await row.getByLabel(`Merge “${first}” into`).selectOption(second);
  await row.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(page.getByText(`was ${first}`)).toBeVisible();
  const checker = await api("checker");
  const { version } = await checker.get<{ version: number }>(`/claims/${id}`);
  const data = { topics: [second, `${town} mud`], version };
  expect((await checker.request.patch(`/api/v1/claims/${id}`, { data })).status()).toBe(200);
  await page.keyboard.press("z");
  await expect(page.getByText(`was ${first}`)).toHaveCount(0);
  await expect(row.locator("strong")).toHaveText(first);
  const strip = page.getByRole("status").filter({ hasText: "One claim whose topics were changed since" });
  await expect(strip).toContainText(`look whether “${second}” is right there`);
  expect(await axeFaults(page)).toEqual([]);
  await strip.getByRole("button", { name: "Close" }).click();
  await expect(strip).toHaveCount(0);
});

test("evidence from a call is taken back on the claim that it leads to", async ({ as, api }) => {
  const { claimId, town } = await claimWithEvidence(await api("checker"));
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}/evidence?kind=conversation`);
  await keysReady(page);
  const form = page.getByRole("form", { name: "Note of a call or meeting" });
  await form.getByLabel("With whom").fill(`The harbour master of ${town}`);
  await form.getByLabel("When").fill("2025-03-12");
  await form.getByLabel("How", { exact: true }).fill("by telephone");
  await form.getByLabel("Notes taken by").fill("A checker");
  await form.getByLabel("What was said").fill(`Nobody in ${town} has seen a ferry yet.`);
  await form.getByLabel("Disputes").check();
  await form.getByRole("button", { name: "Add evidence" }).click();
  const logged = page.locator("#evidence > ul > li", { hasText: "has seen a ferry yet" });
  await expect(logged).toBeVisible();
  await expect(page.getByText("Evidence logged.")).toBeVisible();
  await page.keyboard.press("z");
  await expect(logged).toHaveCount(0);
  await expect(page.locator("#evidence > ul > li")).toHaveCount(1);
});

test("a setting of the newsroom is put back with one key, and its form says so", async ({ as, api }) => {
  const { town } = await claimWithEvidence(await api("checker"));
  const page = await as("admin");
  await page.goto("/desk/settings/shelf-life");
  await keysReady(page);
  const form = page.getByRole("form", { name: "Shelf life" });
  const topics = form.getByLabel("Days, by topic");
  const before = await topics.inputValue();
  await topics.fill(`${town} prices: 30`);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Shelf life changed.")).toBeVisible();
  await page.keyboard.press("z");
  await expect(topics).toHaveValue(before);
  await page.reload();
  await expect(topics).toHaveValue(before);
});

test("what was published without a date gets one when days are saved, and has none again when they are taken back", async ({
  as,
  api,
}) => {
  const { claimId, town } = await publishedClaim(
    await api("checker"),
    await api("second"),
    await api("editor"),
  );
  // As if there had been no days for it when it was published.
  await sql(`DELETE FROM shelf_life WHERE "claimId" = $1`, [claimId]);
  const checker = await as("checker");
  const due = checker.getByText("Look at it again: due");
  await checker.goto(`/desk/claims/${claimId}`);
  await expect(checker.getByRole("heading", { level: 1 })).toContainText(town);
  await expect(due).toHaveCount(0);

  const page = await as("admin");
  await page.goto("/desk/settings/shelf-life");
  await keysReady(page);
  const form = page.getByRole("form", { name: "Shelf life" });
  await form.getByLabel("Days, by topic").fill(`${town} prices: 30`);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(
    page.getByText(/Dates that are set already stay\. \d+ published claims? without a date got one/),
  ).toBeVisible();
  await checker.reload();
  await expect(due).toBeVisible();
  await expect(page.getByText("Shelf life changed.")).toBeVisible();
  await page.keyboard.press("z");
  await expect(form.getByLabel("Days, by topic")).not.toHaveValue(/prices/);
  await checker.reload();
  await expect(checker.getByRole("heading", { level: 1 })).toContainText(town);
  await expect(due).toHaveCount(0);
});

test("a person's whole map of keys comes back after “Back to the usual keys”, unless they chose other keys since", async ({
  as,
}) => {
  const page = await as("otherEditor");
  await page.goto("/desk/settings/keys");
  await keysReady(page);
  const next = page.getByLabel("Next in the list", { exact: true });
  const usual = page.getByRole("button", { name: "Back to the usual keys" });
  await next.fill("n");
  await page.getByRole("button", { name: "Save the keys" }).click();
  await expect(page.getByText("Keys changed.")).toBeVisible();
  await usual.click();
  await expect(page.getByText("All keys set as usual.")).toBeVisible();
  await expect(next).toHaveValue("j");
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press("z");
  await expect(next).toHaveValue("n");
  await expect(page.locator("[data-undo]")).toHaveCount(0);
  await page.reload();
  await expect(next).toHaveValue("n");

  await usual.click();
  await expect(page.getByText("All keys set as usual.")).toBeVisible();
  const other = await as("otherEditor");
  await other.goto("/desk/settings/keys");
  await keysReady(other);
  await other.getByLabel("Next in the list", { exact: true }).fill("m");
  await other.getByRole("button", { name: "Save the keys" }).click();
  await expect(other.getByText("Keys changed.")).toBeVisible();
  await page.keyboard.press("z");
  const strip = page.getByRole("status").filter({ hasText: "You changed your keys after that" });
  await expect(strip).toContainText("so nothing was put back");
  // As it was, for whoever signs in with this account next.
  await other.keyboard.press("z");
  await expect(other.getByLabel("Next in the list", { exact: true })).toHaveValue("j");
});

test("what a person wants to be told of is put back with one key", async ({ as }) => {
  const page = await as("otherEditor");
  await page.goto("/desk/settings/notifications");
  await keysReady(page);
  const bell = page.getByRole("group", { name: "Mentions" }).getByLabel("At the bell");
  await expect(bell).toBeChecked();
  await bell.uncheck();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Notifications changed.")).toBeVisible();
  await page.keyboard.press("z");
  await expect(bell).toBeChecked();
  await page.reload();
  await expect(bell).toBeChecked();
});

test("a person or organisation that was added by mistake is gone with one key, and its words are where they were written", async ({
  as,
}) => {
  const name = `${uniqueName()} Works`;
  const page = await as("editor");
  await page.goto("/desk/settings/entities");
  await keysReady(page);
  const form = page.getByRole("form", { name: "Person or organisation" });
  const add = async () => {
    await form.getByRole("button", { name: "Add", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    await expect(page.getByText("Person or organisation added.")).toBeVisible();
  };
  await form.getByLabel("Name", { exact: true }).fill(name);
  await form.getByLabel("Kind").selectOption("person");
  await add();
  await page.keyboard.press("z");
  await expect(page).toHaveURL(/\/desk\/settings\/entities$/);
  await expect(form.getByText("and did not send")).toBeVisible();
  await expect(form.getByLabel("Name", { exact: true })).toHaveValue(name);
  await expect(form.getByLabel("Kind")).toHaveValue("person");
  expect(await sql(`SELECT 1 FROM entity WHERE name = $1`, [name])).toEqual([]);
  expect(await axeFaults(page)).toEqual([]);

  // Not once somebody changed it.
  await add();
  await sql(`UPDATE entity SET "otherNames" = '{Elsewhere}', version = version + 1 WHERE name = $1`, [name]);
  await page.keyboard.press("z");
  await expect(page.getByText("Somebody changed it after that, so nothing was put back.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
});
