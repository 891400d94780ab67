import { expect, test } from "../fixtures";
import { password } from "../scenes";
import { people } from "../sessions";

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
