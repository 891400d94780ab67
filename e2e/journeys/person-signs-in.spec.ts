import { Secret, TOTP } from "otpauth";
import { expect, test } from "../fixtures";
import { password } from "../scenes";
import { newPerson, people } from "../sessions";

test("a wrong password says so and keeps the address; the right one leads to the page that was asked for", async ({
  as,
}) => {
  const page = await as("reader");
  await page.goto("/desk/articles");
  await page.waitForURL(/\/sign-in/);
  await page.getByLabel("E-mail").fill(people.admin);
  await page.getByLabel("Password").fill("something else");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").first()).toContainText("The e-mail address or the password is wrong.");
  await expect(page.getByLabel("E-mail")).toHaveValue(people.admin);

  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/desk\/articles$/);
  await page.getByLabel("Account: Admin One").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(/\/sign-in/);
  await page.goto("/desk");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a second factor is set up, asked for, and replaced by a recovery code, without scripts", async ({
  as,
}) => {
  const { email } = await newPerson("Two Factors", "editor");
  const page = await as("reader", { javaScriptEnabled: false });
  const signIn = async () => {
    await page.goto("/sign-in?from=/desk/settings/second-factor");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
  };
  await signIn();
  await page.getByRole("link", { name: "Set it up" }).click();
  await page.getByRole("button", { name: "Show me the code to scan" }).click();
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  const seed = (await page.locator("code").innerText()).replace(/\s/g, "");
  const codeIn = (seconds: number) =>
    new TOTP({ secret: Secret.fromBase32(seed) }).generate({ timestamp: Date.now() + seconds * 1000 });
  await page.getByLabel(/six digits/).fill("000000");
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByRole("alert")).toContainText("The code does not fit.");
  await page.getByLabel(/six digits/).fill(codeIn(0));
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByRole("listitem")).toHaveCount(10);
  const recovery = await page.getByRole("listitem").first().innerText();
  await page.getByRole("link", { name: "I have saved them: to the desk" }).click();
  await expect(page.getByText("10 of 10 are left.")).toBeVisible();

  for (const [given, left] of [
    [codeIn(30), 10],
    [recovery, 9],
  ] as const) {
    await page.context().clearCookies({ name: /session/ });
    await signIn();
    await expect(page).toHaveURL(/\/sign-in\/code/);
    await page.goto("/desk");
    await expect(page).toHaveURL(/\/sign-in\/code/);
    await expect(page.getByText(/^The desk of ./)).toBeVisible();
    await page.getByLabel("Code", { exact: true }).fill("000000");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByRole("alert")).toContainText("This code is wrong");
    await page.getByLabel("Code", { exact: true }).fill(given);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.goto("/desk/settings/second-factor");
    await expect(page.getByText(`${left} of 10 are left.`)).toBeVisible();
  }
});

test("each page that asks for a password or a code says whose desk it is", async ({ as }) => {
  const outside = await as("reader");
  await outside.goto("/sign-in");
  await expect(outside.getByText(/^Sign in to the desk of ./)).toBeVisible();
  await outside.goto("/invite/used-up");
  const whose = await outside.getByText(/^The desk of ./).innerText();
  const inside = await as("checker");
  for (const path of ["/sign-in/confirm", "/sign-in/second-factor"]) {
    await inside.goto(path);
    await expect(inside.getByText(whose, { exact: true })).toBeVisible();
  }
  await inside.goto("/desk/settings/tokens");
  await expect(inside.getByText(`by ${whose.replace("The", "the")}, in case`)).toBeVisible();
});
