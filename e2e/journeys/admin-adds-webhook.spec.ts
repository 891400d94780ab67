import { expect, test } from "../fixtures";
import { password } from "../scenes";

test("an admin is told why an address will not do, and what was typed is still there", async ({ as }) => {
  const page = await as("admin");
  await page.goto("/desk/settings/webhooks");
  for (const [address, why] of [
    ["https://127.0.0.1/hook", /cannot be told: give a public one/],
    ["http://hooks.example.com/", /begins with https/],
    ["https://hooks.example.com:22/", /without user name, password or port number/],
  ] as const) {
    await page.getByLabel("Address").fill(address);
    await page.getByLabel("Your password, to add a webhook").fill("not looked at");
    await page.getByRole("button", { name: "Add the webhook" }).click();
    await expect(page.locator("#new-webhook").getByText(why).first()).toBeVisible();
    await expect(page.getByLabel("Address")).toHaveValue(address);
  }
});

test("an admin adds a webhook and sees its secret once, then removes it; a checker finds no such page", async ({
  as,
}) => {
  const page = await as("admin");
  await page.goto("/desk/settings/webhooks");
  await page.getByLabel("Address").fill("https://hooks.example.com/countersign");
  // Of what no other journey does meanwhile.
  for (const event of ["published", "corrected", "retracted"])
    await page.getByLabel(event, { exact: true }).uncheck();
  await page.getByLabel("Your password, to add a webhook").fill(password);
  await page.getByRole("button", { name: "Add the webhook" }).click();
  await expect(page.getByText(/^whsec_/)).toBeVisible();
  await expect(page.getByText("https://hooks.example.com/countersign").first()).toBeVisible();
  await page.reload();
  await expect(page.getByText(/^whsec_/)).toHaveCount(0);
  await page.getByRole("button", { name: "Remove https://hooks.example.com/countersign" }).click();
  await expect(page.getByText("https://hooks.example.com/countersign")).toHaveCount(0);
  const checker = await as("checker");
  const answer = await checker.goto("/desk/settings/webhooks");
  expect(answer?.status()).toBe(404);
});
