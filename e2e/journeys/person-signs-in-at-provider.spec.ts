import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, type Browser, type Page } from "@playwright/test";
import { startIdentityProvider, type IdentityProvider } from "@/scripts/test/identity-provider";
import { newSettings, removeServer, startServer, type Server } from "../server";
import { sqlAt } from "../sessions";

test.describe.configure({ mode: "serial" });

let server: Server | undefined;
let provider: IdentityProvider | undefined;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  const settings = await newSettings({ COUNTERSIGN_DEMO: "1" });
  provider = await startIdentityProvider(`http://localhost:${settings.PORT}`);
  server = await startServer({
    ...settings,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: "desk",
    OIDC_CLIENT_SECRET: "known to the desk alone",
    OIDC_NAME: "the newsroom account",
  });
});

test.afterAll(async () => {
  await removeServer(server);
  await provider?.stop();
});

async function sql(text: string, values: unknown[] = []) {
  const file = await readFile(join(server!.settings.COUNTERSIGN_HOME, "instance.json"), "utf8");
  return sqlAt((JSON.parse(file) as { databaseUrl: string }).databaseUrl, text, values);
}

/** A browser of their own, in which nobody is signed in anywhere. */
async function fresh(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ baseURL: server!.url, javaScriptEnabled });
  return context.newPage();
}

/** From the desk's sign-in page to the provider, and through it as `login`. */
async function signIn(page: Page, login: string, from = "/desk/published"): Promise<void> {
  await page.goto(`/sign-in?from=${encodeURIComponent(from)}`);
  await page.getByRole("button", { name: "Sign in with the newsroom account" }).click();
  await expect(page.getByRole("heading", { name: "Newsroom account" })).toBeVisible();
  expect(new URL(page.url()).origin).toBe(provider!.issuer);
  await page.getByLabel("Login").fill(login);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL(`${server!.url}/**`);
}

const sessionsOf = (email: string) =>
  sql(
    `SELECT s.id FROM "session" s JOIN "user" u ON u.id = s."userId" WHERE u.email = $1 AND s."revokedAt" IS NULL`,
    [email],
  );

async function expectOutside(page: Page, words: string): Promise<void> {
  await expect(page.getByRole("heading", { name: "Countersign" })).toBeVisible();
  await expect(page.getByText(words)).toBeVisible();
  await page.goto("/desk");
  await expect(page).toHaveURL(/\/sign-in/);
}

for (const hasScripts of [true, false]) {
  const how = hasScripts ? "with scripts" : "without scripts";

  test(`a person with an account gets to where they were going, ${how}`, async ({ browser }) => {
    const email = hasScripts ? "checker1@demo.local" : "editor1@demo.local";
    provider!.people[email] = { email };
    const page = await fresh(browser, hasScripts);
    await signIn(page, email);
    await expect(page.getByRole("heading", { level: 1, name: "Published" })).toBeVisible();
    const [row] = await sessionsOf(email);
    expect(row).toBeDefined();

    // The cookie alone is worth nothing: the row behind it ends the session.
    await sql(`UPDATE "session" SET "revokedAt" = now() WHERE id = $1`, [row!.id]);
    await page.goto("/desk");
    await expect(page).toHaveURL(/\/sign-in/);
    const log = await sql(`SELECT event FROM log_entry WHERE "subjectId" = $1`, [row!.id]);
    expect(log).toEqual([{ event: "session.opened" }]);
    await page.context().close();
  });

  test(`an invited person gets in by signing in there, once invited, ${how}`, async ({ browser }) => {
    const email = `dana-${hasScripts}@newsroom.example`;
    provider!.people[email] = { email, name: "Dana" };
    const page = await fresh(browser, hasScripts);
    await signIn(page, email);
    await expectOutside(page, "Nobody invited this address here.");
    expect(await sessionsOf(email)).toEqual([]);

    await sql(
      `INSERT INTO invitation (id, "secretHash", purpose, email, name, role, "expiresAt")
       VALUES ($1, $2, 'invite', $3, 'Dana Lys', 'checker', now() + interval '1 day')`,
      [`inv-${hasScripts}`, `hash-${hasScripts}`, email],
    );
    // The provider knows them still, so it asks nothing and leads straight back.
    await page.goto("/sign-in?from=/desk/published");
    await page.getByRole("button", { name: "Sign in with the newsroom account" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Published" })).toBeVisible();
    expect(await sql(`SELECT name, role FROM "user" WHERE email = $1`, [email])).toEqual([
      { name: "Dana Lys", role: "checker" },
    ]);
    await page.context().close();
  });

  test(`a deactivated person is told so and stays outside, ${how}`, async ({ browser }) => {
    const email = hasScripts ? "checker2@demo.local" : "editor2@demo.local";
    provider!.people[email] = { email };
    await sql(`UPDATE "user" SET "deactivatedAt" = now() WHERE email = $1`, [email]);
    const page = await fresh(browser, hasScripts);
    await signIn(page, email);
    await expectOutside(page, "Your account here was deactivated.");
    expect(await sessionsOf(email)).toEqual([]);
    await page.context().close();
  });
}

test("the provider may be led to from the sign-in page, and from no other", async ({ request }) => {
  const policyOf = async (path: string) =>
    (await request.get(`${server!.url}${path}`, { maxRedirects: 0 })).headers()["content-security-policy"];
  expect(await policyOf("/sign-in")).toContain(`form-action 'self' ${provider!.issuer};`);
  expect(await policyOf("/desk")).toContain("form-action 'self';");
  expect(await policyOf("/invite/none")).toContain("form-action 'self';");
});
