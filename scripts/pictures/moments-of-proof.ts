import { randomUUID } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import type { Page } from "playwright";
import { password } from "../../e2e/scenes";
import { newPerson, people, sql } from "../../e2e/sessions";
import type { Moment } from "./moment";

/** Signs somebody in who was on nobody's list a moment ago, so that nobody else's account changes. */
async function signInAnew(page: Page): Promise<string> {
  const { email } = await newPerson("Two Factors", "editor");
  await giveEmail(page, email);
  return email;
}

async function giveEmail(page: Page, email: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

async function showSecret(page: Page): Promise<string> {
  const email = await signInAnew(page);
  await page.goto("/sign-in/second-factor");
  await page.getByRole("button", { name: "Show me the code to scan" }).click();
  await page.getByRole("img", { name: /QR code/ }).waitFor();
  return email;
}

/** A second factor is set up; the recovery codes are on the page. */
async function setUp(page: Page): Promise<string> {
  const email = await showSecret(page);
  const seed = (await page.locator("code").innerText()).replace(/\s/g, "");
  await page.getByLabel(/six digits/).fill(new TOTP({ secret: Secret.fromBase32(seed) }).generate());
  await page.getByRole("button", { name: "Turn it on" }).click();
  await page.getByRole("link", { name: "I have saved them: to the desk" }).waitFor();
  return email;
}

async function askForCode(page: Page): Promise<void> {
  const email = await setUp(page);
  await page.context().clearCookies({ name: /session/ });
  await page.goto("/sign-in");
  await giveEmail(page, email);
}

async function giveWrongCode(page: Page): Promise<void> {
  await askForCode(page);
  await page.getByLabel("Code", { exact: true }).fill("000000");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("alert").filter({ hasText: "This code is wrong" }).waitFor();
}

/** Whoever has a second factor is asked for both before they sign; the page is the one that was looked at first. */
async function askForBoth(page: Page): Promise<void> {
  const wanted = page.url();
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await setUp(page);
  await page.goto(wanted);
  await page.getByLabel("Code from your authenticator").first().scrollIntoViewIfNeeded();
}

/** The newsroom's own sign-in proves who somebody is. */
async function askElsewhere(page: Page): Promise<void> {
  await sql(
    `UPDATE session SET "openedBy" = 'oidc' WHERE "userId" = (SELECT id FROM "user" WHERE email = $1)`,
    [people.otherEditor],
  );
  await page.reload();
  await page.getByText(/in another tab/).scrollIntoViewIfNeeded();
}

async function signWrongly(page: Page): Promise<void> {
  await page.getByLabel(/^Your password, to publish/).fill("something else");
  await page.getByRole("button", { name: /^Publish version/ }).click();
  await page.locator("#sign-off [role=alert]").waitFor();
}

async function makeToken(page: Page): Promise<void> {
  await page.getByLabel("What it is for").fill("The newsroom's planning board");
  await page.getByLabel(/^Your password/).fill(password);
  await page.getByRole("button", { name: "Make the token" }).click();
  await page.getByText("Your token").scrollIntoViewIfNeeded();
}

/** What was made is put on the clipboard, which the browser may forbid. */
async function copyToken(page: Page): Promise<void> {
  await makeToken(page);
  await page.getByRole("button", { name: "Copy", exact: true }).click();
}

async function copyTokenInVain(page: Page): Promise<void> {
  await page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
  await page.reload();
  await copyToken(page);
  await page.getByText("This browser does not let us copy.").waitFor();
}

/** The longest of what is said in place of copying. */
async function copyWriteUpInVain(page: Page): Promise<void> {
  await page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
  await page.reload();
  await page.getByRole("button", { name: "Copy as Markdown" }).click();
  await page.getByText("This browser does not let us copy.").scrollIntoViewIfNeeded();
}

async function copyCodes(page: Page): Promise<void> {
  await setUp(page);
  await page.getByRole("button", { name: /^Copy/ }).click();
}

async function invite(page: Page): Promise<string> {
  const form = page.getByRole("form", { name: "Invite someone" });
  await form.getByLabel("Name").fill("Iryna Kovalenko");
  await form.getByLabel("E-mail").fill(`${randomUUID().slice(0, 8)}@newsroom.example`);
  await form.getByRole("button", { name: "Create an invitation link" }).click();
  await form.locator("code").scrollIntoViewIfNeeded();
  return form.locator("code").innerText();
}

const signOff = "/desk/claims/[id]/sign-off";

/** How people prove who they are, and what is shown once. */
export const momentsOfProof: Moment[] = [
  { name: "secret", route: "/sign-in", act: showSecret },
  { name: "recovery-codes", route: "/sign-in", act: setUp },
  { name: "recovery-codes-copied", route: "/sign-in", act: copyCodes },
  { name: "code", route: "/sign-in", act: askForCode },
  { name: "wrong-code", route: "/sign-in", act: giveWrongCode },
  { name: "nothing-elsewhere", route: "/sign-in/confirm", who: "editor", act: async () => undefined },
  { name: "signed-in-to-go-on", route: "/sign-in/done", who: "editor", act: async () => undefined },
  { name: "begin", route: "/sign-in/second-factor", who: "second", act: async () => undefined },
  { name: "both", route: signOff, act: askForBoth },
  { name: "provider", route: signOff, who: "otherEditor", act: askElsewhere },
  { name: "wrong-password", route: signOff, act: signWrongly },
  { name: "token-made", route: "/desk/settings/tokens", act: makeToken },
  { name: "token-copied", route: "/desk/settings/tokens", act: copyToken },
  { name: "token-not-copied", route: "/desk/settings/tokens", act: copyTokenInVain },
  { name: "not-copied", route: "/desk/claims/[id]/verdict", act: copyWriteUpInVain },
  { name: "invited", route: "/desk/settings/people", act: invite },
  {
    name: "invitation",
    route: "/desk/settings/people",
    act: async (page) => page.goto(await invite(page)),
  },
];
