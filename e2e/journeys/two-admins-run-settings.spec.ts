import { expect, request, test, type Browser, type Page } from "@playwright/test";
import { Api } from "../fixtures";
import { claimWithEvidence, password, readyClaim } from "../scenes";
import { newSettings, removeServer, startServer, type Server } from "../server";
import { instanceIn, openSessionIn, sqlAt } from "../sessions";

// What is set here would be in other tests' way: an instance of its own.
test.describe.configure({ mode: "serial", timeout: 240_000 });

let server: Server | undefined;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  server = await startServer(await newSettings({ COUNTERSIGN_DEMO: "1" }));
});

test.afterAll(() => removeServer(server));

function sql(text: string, values: unknown[] = []) {
  return sqlAt(instanceIn(server!.settings.COUNTERSIGN_HOME).databaseUrl, text, values);
}

/** A browser of their own on which this person is signed in; how people sign in is walked elsewhere. */
async function signedIn(browser: Browser, email: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: server!.url, reducedMotion: "reduce" });
  const { cookie } = await openSessionIn(server!.settings.COUNTERSIGN_HOME, email);
  await context.addCookies([cookie]);
  return context.newPage();
}

/** The HTTP API as whoever is signed in on that page. */
async function apiOf(page: Page): Promise<Api> {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const extraHTTPHeaders = { cookie, origin: server!.url };
  return new Api(await request.newContext({ baseURL: server!.url, extraHTTPHeaders }));
}

async function checkers(browser: Browser): Promise<[Api, Api]> {
  const [one, two] = [
    await signedIn(browser, "checker1@demo.local"),
    await signedIn(browser, "checker2@demo.local"),
  ];
  return [await apiOf(one), await apiOf(two)];
}

/** Opens the form that changes somebody's role, filled in up to its button. */
async function roleForm(page: Page, email: string, name: string, role: string) {
  await page.goto("/desk/settings/people");
  const row = page.getByRole("listitem").filter({ hasText: email });
  await row.getByText("Change role").click();
  await row.getByLabel(`Role of ${name}`).selectOption(role);
  await row.getByLabel("Your password, to change a role").fill(password);
  return { row, button: row.getByRole("button", { name: "Change the role" }) };
}

test("of two admins who demote each other at the same moment one stays, and is told that they are the only one", async ({
  browser,
}) => {
  const first = await signedIn(browser, "admin@demo.local");
  await first.goto("/desk/settings/people");
  await expect(first.getByText("This is you, and you are the only admin.")).toBeVisible();
  const raised = await roleForm(first, "editor2@demo.local", "Editor Two", "admin");
  await raised.button.click();
  await expect(raised.row.locator("p").getByText(/^admin/)).toBeVisible();
  const other = await signedIn(browser, "editor2@demo.local");

  const [mine, theirs] = [
    await roleForm(first, "editor2@demo.local", "Editor Two", "editor"),
    await roleForm(other, "admin@demo.local", "Admin One", "checker"),
  ];
  await Promise.all([mine.button.click(), theirs.button.click()]);
  const admins = `SELECT email FROM "user" WHERE role = 'admin' AND "deactivatedAt" IS NULL`;
  await expect(async () => expect(await sql(admins)).toHaveLength(1)).toPass();
  const [{ email } = {}] = await sql(admins);
  const [stays, goes] = email === "admin@demo.local" ? [first, other] : [other, first];
  await goes.goto("/desk");
  await expect(goes).toHaveURL(/\/sign-in/);
  await stays.goto("/desk/settings/people");
  await expect(stays.getByText("This is you, and you are the only admin.")).toBeVisible();
  // For what follows the admin of the demonstration is the one there is.
  await sql(`UPDATE "user" SET role = 'admin' WHERE email = 'admin@demo.local'`);
  await sql(`UPDATE "user" SET role = 'editor' WHERE email = 'editor2@demo.local'`);
  await expect(sql(`UPDATE "user" SET "deactivatedAt" = now() WHERE role = 'admin'`)).rejects.toThrow(
    /last-admin/,
  );
});

test("a template is used on a claim, changed and retired meanwhile; what was written with it stays", async ({
  browser,
}) => {
  const editor = await signedIn(browser, "editor1@demo.local");
  const checker = await signedIn(browser, "checker1@demo.local");
  const { claimId } = await claimWithEvidence(await apiOf(checker));
  await editor.goto("/desk/settings/templates");
  const form = editor.getByRole("form", { name: "Add a template" });
  await form.getByLabel("For").selectOption("reply-letter");
  await form.getByLabel("Name").fill("To the harbour");
  await form.getByLabel("Text").fill("Dear harbour board, is this right: {claim}?");
  await form.getByRole("button", { name: "Add it" }).click();
  await editor.waitForURL(/\/templates\/.+/);

  await checker.goto(`/desk/claims/${claimId}`);
  const asked = checker.locator("#add-reply");
  const question = asked.getByLabel("What you asked");
  const use = async () => {
    await checker.locator("#replies").getByText("Log that someone was asked").click();
    await asked.getByText("Use a template").click();
  };
  await use();
  await asked.getByRole("link", { name: "To the harbour" }).click();
  await expect(question).toHaveValue(/^Dear harbour board, is this right: Lindvik/);

  const edit = editor.getByRole("form", { name: "The template" });
  await edit.getByLabel("Text").fill("Dear all, is this right: {claim}?");
  await edit.getByRole("button", { name: "Save" }).click();
  await expect(edit.getByText("Saved. What was written with it before stays as it is.")).toBeVisible();
  await expect(question).toHaveValue(/^Dear harbour board/);
  await asked.getByLabel("Who", { exact: true }).fill("The harbour board");
  await asked.getByLabel("How", { exact: true }).fill("E-mail");
  await asked.getByRole("button", { name: "Log the request" }).click();
  await expect(checker.locator("#replies").getByText(/Dear harbour board/)).toBeVisible();

  await checker.reload();
  await use();
  await asked.getByRole("link", { name: "To the harbour" }).click();
  await expect(question).toHaveValue(/^Dear all, is this right: Lindvik/);
  await editor.getByRole("button", { name: "Retire it" }).click();
  await expect(editor.getByText("It is retired: forms do not offer it.")).toBeVisible();
  await checker.evaluate(() => localStorage.clear());
  await checker.reload();
  await use();
  await expect(asked.getByRole("link", { name: "To the harbour" })).toHaveCount(0);
  await expect(checker.locator("#replies").getByText(/Dear harbour board/)).toBeVisible();
});

test("a token that reads may not write, is listed with when it was used, and ends for whoever is using it", async ({
  browser,
}) => {
  const checker = await signedIn(browser, "checker1@demo.local");
  await checker.goto("/desk/settings/tokens");
  const form = checker.getByRole("form", { name: "Make a token" });
  await form.getByLabel("What it is for").fill("The planning board");
  await form.getByLabel("Your password, to make a token").fill(password);
  await form.getByRole("button", { name: "Make the token" }).click();
  const authorization = `Bearer ${await form.locator("code").innerText()}`;
  const row = checker.getByRole("listitem").filter({ hasText: "The planning board" });
  await expect(row).toContainText("never used");

  const api = await request.newContext({ baseURL: server!.url, extraHTTPHeaders: { authorization } });
  expect((await api.get("/api/v1/claims?limit=1")).status()).toBe(200);
  const refused = await api.post("/api/v1/claims", { data: { text: "Written with a token that reads" } });
  expect(refused.status()).toBe(403);
  expect(await refused.text()).toContain("write");
  await checker.reload();
  await expect(row).toContainText(/last used/);

  const uses = Array.from({ length: 40 }, () => 0).reduce(
    async (before) => [...(await before), (await api.get("/api/v1/claims?limit=1")).status()],
    Promise.resolve<number[]>([]),
  );
  await checker.getByRole("button", { name: "Revoke The planning board" }).click();
  await expect(row).toContainText("revoked");
  const statuses = [...(await uses), (await api.get("/api/v1/claims?limit=1")).status()];
  // Good until it ended, and never again after.
  expect(statuses.at(-1)).toBe(401);
  expect(statuses.join(" ")).toMatch(/^(200 )*401( 401)*$/);
  await api.dispose();
});

test("a session that is ended in another browser says so there, and what was being written is not lost", async ({
  browser,
}) => {
  const [here, there] = [
    await signedIn(browser, "checker2@demo.local"),
    await signedIn(browser, "checker2@demo.local"),
  ];
  await there.goto("/desk/claims/new");
  await there.getByRole("textbox", { name: "What we check" }).fill("Written where the session ends");
  await here.goto("/desk/settings/sessions");
  const row = here.getByRole("main").getByRole("listitem");
  const before = await row.count();
  expect(before).toBeGreaterThan(1);
  // The newest of the others stands first among them.
  await here
    .getByRole("button", { name: /^End the session of/ })
    .first()
    .click();
  await expect(row).toHaveCount(before - 1);
  await there.getByRole("button", { name: "Add the claim" }).click();
  await expect(there.getByRole("alert").filter({ hasText: "session has ended" }).first()).toBeVisible();
  await expect(there.getByRole("textbox", { name: "What we check" })).toHaveValue(
    "Written where the session ends",
  );
  await here.goto("/desk");
  await expect(here).toHaveURL(/\/desk/);
});

test("a rating is renamed under an open draft and kept while it is used; one that went meanwhile is refused by name", async ({
  browser,
}) => {
  const admin = await signedIn(browser, "admin@demo.local");
  const checker = await signedIn(browser, "checker1@demo.local");
  const { claimId } = await claimWithEvidence(await apiOf(checker));
  await admin.goto("/desk/settings/ratings");
  const off = admin.getByRole("form", { name: "Remove a rating" });
  const takeOff = async (code: string) => {
    await off.getByLabel("Rating").selectOption(code);
    await off.getByRole("button", { name: "Remove the rating" }).click();
  };
  await checker.goto(`/desk/claims/${claimId}/verdict`);
  await takeOff("partly-confirmed");
  await expect(admin.getByRole("row", { name: /^Partly confirmed/ })).toHaveCount(0);

  // The page still offers it.
  await checker.getByRole("textbox", { name: "Finding" }).fill("Seven ferries, and not for that sum");
  await checker.getByRole("radio", { name: /^Partly confirmed/ }).check();
  const told = checker.getByRole("alert").filter({ hasText: "This rating is not on the scale" });
  await expect(told.first()).toBeVisible();
  await expect(checker.getByRole("textbox", { name: "Finding" })).toHaveValue(
    "Seven ferries, and not for that sum",
  );
  await checker.getByRole("radio", { name: /^Misleading/ }).check();
  await expect(checker.getByText("Saved.", { exact: true })).toBeVisible();

  await takeOff("misleading");
  await expect(off.getByRole("alert")).toContainText("change that first");
  const row = admin.getByRole("row", { name: /^Misleading/ });
  await row.getByText("Change").click();
  await row.getByLabel("Word").fill("Twisted");
  await row.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByRole("row", { name: /^Twisted/ })).toBeVisible();
  await checker.reload();
  await expect(checker.getByRole("radio", { name: /^Twisted/ })).toBeChecked();
});

test("a gate that was raised holds back what was ready, for an editor who had it open too", async ({
  browser,
}) => {
  const [checker, second] = await checkers(browser);
  const { claimId } = await readyClaim(checker, second);
  const editor = await signedIn(browser, "editor1@demo.local");
  await editor.goto(`/desk/claims/${claimId}/sign-off`);
  const publish = editor.getByRole("button", { name: "Publish version 1 as Confirmed" });
  for (const box of await editor.getByLabel(/Publish although/).all()) await box.check();
  for (const reason of await editor.getByLabel("Reason, which readers see").all())
    await reason.fill("The tender is public.");

  const admin = await signedIn(browser, "admin@demo.local");
  await admin.goto("/desk/settings/gate");
  const form = admin.getByRole("form", { name: "The gate" });
  await form.getByRole("radio", { name: "All claims" }).check();
  await form.getByLabel("Your password, to change the gate").fill(password);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("Saved, and logged.")).toBeVisible();

  await editor.getByLabel(/Your password/).fill(password);
  await publish.click();
  await expect(editor.locator("#sign-off [role=alert]")).toContainText(/legal/i);
  for (const reason of await editor.getByLabel("Reason, which readers see").all())
    await expect(reason).toHaveValue("The tender is public.");
  expect(await sql(`SELECT 1 FROM publication WHERE "claimId" = $1`, [claimId])).toEqual([]);
});

test("a topic made one with another while a claim with it is edited costs the editor of the claim no word and no question", async ({
  browser,
}) => {
  const admin = await signedIn(browser, "admin@demo.local");
  const checker = await signedIn(browser, "checker1@demo.local");
  const api = await apiOf(checker);
  const { id } = await api.post("/claims", { text: "About the harbour", topics: ["Harbour"] });
  await api.post("/claims", { text: "About the quay", topics: ["Quay"] });
  await checker.goto(`/desk/claims/${id}/edit`);
  const words = checker.getByRole("textbox", { name: "What we check" });
  await words.fill("About the harbour of Lindvik");

  await admin.goto("/desk/settings/topics");
  const row = admin.getByRole("listitem").filter({ has: admin.locator("#rename-Harbour") });
  await row.getByText("Rename, merge or retire").click();
  await row.getByLabel("Merge “Harbour” into").selectOption("Quay");
  await row.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(admin.getByText("was Harbour")).toBeVisible();

  const save = checker.locator("#claim-form button[type=submit]");
  // Nobody changed the claim but for the topic's name: it is saved under the new one, and nothing is asked.
  await save.click();
  await checker.waitForURL(new RegExp(`/desk/claims/${id}$`));
  expect(await sql(`SELECT text, topics FROM claim WHERE id = $1`, [id])).toEqual([
    { text: "About the harbour of Lindvik", topics: ["Quay"] },
  ]);
});
