import { expect, test, type Browser, type Page } from "@playwright/test";
import { axeFaults } from "@/scripts/test/axe-faults";
import { password } from "../scenes";
import { newSettings, removeServer, startServer, type Server } from "../server";

// What is set here would be in other tests' way: an instance of its own.
test.describe.configure({ mode: "serial", timeout: 120_000 });

type ClaimList = { items: { id: string }[] };

let server: Server | undefined;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  server = await startServer(await newSettings({ COUNTERSIGN_DEMO: "1" }));
});

test.afterAll(() => removeServer(server));

async function fresh(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: server!.url, reducedMotion: "reduce" });
  return context.newPage();
}

async function signIn(page: Page, email: string, secret: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(secret);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

async function signedIn(browser: Browser, email: string): Promise<Page> {
  const page = await fresh(browser);
  await signIn(page, email, password);
  await page.waitForURL(/\/desk/);
  return page;
}

/** Looked at as it stands, with what was unfolded and answered. */
async function expectUsable(page: Page): Promise<void> {
  expect(await axeFaults(page)).toEqual([]);
}

const chosen = "eleven paper lanterns";
const dana = "dana@newsroom.example";

test("an admin invites a person, makes them an editor, and shuts them out again", async ({ browser }) => {
  const admin = await signedIn(browser, "admin@demo.local");
  await admin.goto("/desk/settings/people");
  const form = admin.getByRole("form", { name: "Invite someone" });
  await form.getByLabel("Name").fill("Dana Lys");
  await form.getByLabel("E-mail").fill(dana);
  await form.getByRole("button", { name: "Create an invitation link" }).click();
  const link = await form.locator("code").innerText();
  expect(link).toContain("/invite/");
  await expect(form.getByText(`For Dana Lys, ${dana}, as checker; it works until`)).toBeVisible();
  await expectUsable(admin);

  const person = await fresh(browser);
  await person.goto(link);
  const newsroom = await person.locator("strong").first().innerText();
  await expect(person.getByText(`Admin One invites you to ${newsroom} as checker`)).toBeVisible();
  await expect(person.getByText("The link works once, until")).toBeVisible();
  await expectUsable(person);
  await person.getByLabel("Password").fill(chosen);
  await person.getByRole("button").last().click();
  await person.waitForURL(/\/desk/);
  await person.goto("/desk/settings/people");
  await expect(person.getByRole("heading", { level: 1 })).toHaveText("There is no such page");

  await admin.reload();
  const row = admin.getByRole("listitem").filter({ hasText: dana });
  await row.getByText("Change role").click();
  await row.getByLabel("Role of Dana Lys").selectOption("editor");
  await row.getByLabel("Your password, to change a role").fill("not the password");
  await row.getByRole("button", { name: "Change the role" }).click();
  await expect(row.getByRole("alert")).toContainText("The password is wrong.");
  await row.getByLabel("Your password, to change a role").fill(password);
  await row.getByRole("button", { name: "Change the role" }).click();
  await expect(row.locator("p").getByText(/^editor/)).toBeVisible();
  await expectUsable(admin);

  // A role is part of who signed in: the old session is over, the next one has the new role.
  await person.goto("/desk");
  await expect(person).toHaveURL(/\/sign-in/);
  await signIn(person, dana, chosen);
  await person.waitForURL(/\/desk/);

  await row.getByText("Deactivate", { exact: true }).click();
  await row.getByLabel("Your password, to deactivate").fill(password);
  await row.getByRole("button", { name: "Deactivate Dana Lys" }).click();
  // Not the word alone: the fold “Deactivate” and the name that follows it hold it too.
  await expect(row.locator("p").getByText("· deactivated")).toBeVisible();
  await person.goto("/desk");
  await expect(person).toHaveURL(/\/sign-in/);
  await signIn(person, dana, chosen);
  await expect(person.getByText("The e-mail address or the password is wrong.").first()).toBeVisible();
});

test("a rating is renamed, added and taken off, and readers are told the new words", async ({ browser }) => {
  const admin = await signedIn(browser, "admin@demo.local");
  await admin.goto("/desk/settings/ratings");
  const row = admin.getByRole("row", { name: /Misleading/ });
  await row.getByText("Change").click();
  await row.getByLabel("Meaning").fill("it is twisted so that it says something else");
  await row.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByRole("cell", { name: /it is twisted so that/ })).toBeVisible();

  const form = admin.getByRole("form", { name: "Add a rating" });
  await form.getByLabel("Word").fill("No evidence");
  await form.getByLabel("Meaning").fill("nobody shows any");
  await form.getByLabel("Code").fill("no-evidence");
  await form.getByRole("checkbox", { name: "Unproven" }).check();
  await form.getByRole("button", { name: "Add the rating" }).click();
  await expect(admin.getByRole("row", { name: /No evidence/ })).toBeVisible();
  await expectUsable(admin);

  const off = admin.getByRole("form", { name: "Remove a rating" });
  await off.getByLabel("Rating").selectOption("no-evidence");
  await off.getByRole("button", { name: "Remove the rating" }).click();
  await expect(admin.getByRole("row", { name: /No evidence/ })).toHaveCount(0);

  const reader = await fresh(browser);
  await expect(async () => {
    await reader.goto("/methodology");
    await expect(reader.getByText("it is twisted so that it says something else")).toBeVisible({
      timeout: 500,
    });
  }).toPass();
});

test("a topic is renamed on every claim, and the overview says what stands now", async ({ browser }) => {
  const admin = await signedIn(browser, "admin@demo.local");
  await admin.goto("/desk/settings/topics");
  // Each row offers the other topics to be made one with.
  const row = admin.getByRole("listitem").filter({ has: admin.locator("#rename-Diplomacy") });
  await row.getByText("Rename, merge or retire").click();
  await row.getByLabel("New name of “Diplomacy”").fill("Foreign affairs");
  await row.getByRole("button", { name: "Rename on every claim" }).click();
  const renamed = admin.getByRole("listitem").filter({ hasText: "was Diplomacy" });
  await expect(renamed.getByText("Foreign affairs", { exact: true })).toBeVisible();
  await expectUsable(admin);
  await renamed.getByRole("link", { name: /claims?$/ }).click();
  await expect(admin).toHaveURL(/topic=Foreign/);
  await expect(admin.locator("a[data-row]").first()).toBeVisible();
  await admin.goto("/desk/settings");
  await expect(admin.getByText(/^\d+ topics$/)).toBeVisible();
  await expect(admin.getByText("2 independent origins; two people")).toBeVisible();
  await expectUsable(admin);
});

test("the gate asks for as many origins as the admin sets, and only with the password", async ({
  browser,
}) => {
  const admin = await signedIn(browser, "admin@demo.local");
  await admin.goto("/desk/settings/gate");
  const form = admin.getByRole("form", { name: "The gate" });
  await form.getByLabel("Independent origins asked for").fill("3");
  await form.getByLabel("Your password, to change the gate").fill("not the password");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByRole("alert")).toContainText("The password is wrong.");
  await expect(form.getByLabel("Independent origins asked for")).toHaveValue("3");
  await form.getByLabel("Your password, to change the gate").fill(password);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("Saved, and logged.")).toBeVisible();
  await expectUsable(admin);
  await admin.reload();
  await expect(form.getByLabel("Independent origins asked for")).toHaveValue("3");

  // It is what gates now ask for.
  const claims = (await (await admin.request.get("/api/v1/claims?limit=50")).json()) as ClaimList;
  const gates = claims.items.map(({ id }) => admin.request.get(`/api/v1/claims/${id}/gate`));
  const asked = await Promise.all(gates.map(async (gate) => (await gate).text()));
  expect(asked.join("\n")).toContain("3 are needed");
  await admin.goto("/desk/settings");
  await expect(admin.getByText("3 independent origins; two people")).toBeVisible();
});

test("a token works until it is revoked, and is shown once", async ({ browser, request }) => {
  const checker = await signedIn(browser, "checker1@demo.local");
  await checker.goto("/desk/settings/tokens");
  const form = checker.getByRole("form", { name: "Make a token" });
  await expect(form.getByLabel("Sign", { exact: true })).toHaveCount(0);
  await form.getByLabel("What it is for").fill("The archive");
  await form.getByLabel("Your password, to make a token").fill(password);
  await form.getByRole("button", { name: "Make the token" }).click();
  const token = await form.locator("code").innerText();
  await expect(form.getByText("For The archive, which may read for you; it works until")).toBeVisible();
  await expectUsable(checker);
  const read = () =>
    request.get(`${server!.url}/api/v1/claims?limit=1`, { headers: { authorization: `Bearer ${token}` } });
  expect((await read()).status()).toBe(200);

  await checker.reload();
  expect(await checker.content()).not.toContain(token);
  await checker.getByRole("button", { name: "Revoke The archive" }).click();
  await expect(checker.getByText(/revoked/)).toBeVisible();
  expect((await read()).status()).toBe(401);
});

test("a person sees where they are signed in and ends the others", async ({ browser }) => {
  const [here, there] = [
    await signedIn(browser, "checker2@demo.local"),
    await signedIn(browser, "checker2@demo.local"),
  ];
  await here.goto("/desk/settings/sessions");
  await expect(here.getByText("this one")).toHaveCount(1);
  await expectUsable(here);
  await here.getByRole("button", { name: "End all others" }).click();
  await expect(here.getByRole("button", { name: /^End / })).toHaveCount(0);
  await there.goto("/desk");
  await expect(there).toHaveURL(/\/sign-in/);
  await here.goto("/desk");
  await expect(here).toHaveURL(/\/desk/);
});

test("people are called otherwise, by themselves and by an admin, and sign in at another address", async ({
  browser,
}) => {
  const person = await signedIn(browser, "checker2@demo.local");
  await person.goto("/desk/settings/account");
  const own = person.getByRole("form", { name: "Change your name" });
  await own.getByLabel("Name", { exact: true }).fill("Checker Lund");
  await own.getByLabel("Your password, to change your name").fill("not the password");
  await own.getByRole("button", { name: "Change your name" }).click();
  await expect(own.getByRole("alert")).toContainText("The password is wrong.");
  await expect(own.getByLabel("Name", { exact: true })).toHaveValue("Checker Lund");
  await own.getByLabel("Your password, to change your name").fill(password);
  await own.getByRole("button", { name: "Change your name" }).click();
  await expect(own.getByText("Your name is changed.")).toBeVisible();
  await expect(person.locator("dd", { hasText: "Checker Lund" })).toBeVisible();
  await expectUsable(person);

  const admin = await signedIn(browser, "admin@demo.local");
  await admin.goto("/desk/settings/people");
  const row = admin.getByRole("listitem").filter({ hasText: "checker2@demo.local" });
  await expect(row.getByText("Checker Lund", { exact: true })).toBeVisible();
  await row.getByText("Change name", { exact: true }).click();
  await row.getByLabel("Name of Checker Lund").fill("Checker Berg");
  await row.getByLabel("Your password, to change a name").fill(password);
  // Meanwhile the person took another one: the admin reads it, and says which it is to be.
  await own.getByLabel("Name", { exact: true }).fill("Checker Vik");
  await own.getByLabel("Your password, to change your name").fill(password);
  await own.getByRole("button", { name: "Change your name" }).click();
  await expect(person.locator("dd", { hasText: "Checker Vik" })).toBeVisible();
  await row.getByRole("button", { name: "Change the name" }).click();
  await expect(row.getByRole("alert")).toContainText(
    /Checker Vik changed this name at \d\d:\d\d, after you read it\./,
  );
  await expectUsable(admin);
  await row.getByLabel("Your password, to change a name").fill(password);
  await row.getByRole("button", { name: "Change the name" }).click();
  await expect(row.getByText("Checker Berg", { exact: true })).toBeVisible();

  await row.getByText("Change address", { exact: true }).click();
  await row.getByLabel("E-mail of Checker Berg").fill("editor1@demo.local");
  await row.getByLabel("Your password, to change an address").fill(password);
  await row.getByRole("button", { name: "Change the address" }).click();
  await expect(row.getByRole("alert")).toContainText("has an account with this address already");
  await expectUsable(admin);
  const moved = "Checker.Berg@Newsroom.example";
  await row.getByLabel("E-mail of Checker Berg").fill(moved);
  await row.getByLabel("Your password, to change an address").fill(password);
  await row.getByRole("button", { name: "Change the address" }).click();
  await expect(admin.getByRole("listitem").filter({ hasText: moved.toLowerCase() })).toHaveCount(1);

  await person.goto("/desk");
  await expect(person).toHaveURL(/\/sign-in/);
  await signIn(person, moved, password);
  await person.waitForURL(/\/desk/);
  await person.goto("/desk/notifications");
  const news = person.getByRole("main").getByRole("listitem");
  await expect(news.filter({ hasText: "gave your account another e-mail address" })).toHaveCount(1);
  await expect(news.filter({ hasText: "changed your name to Checker Berg" })).toHaveCount(1);
});
