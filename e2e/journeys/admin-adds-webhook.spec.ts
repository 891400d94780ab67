import type { IncomingMessage } from "node:http";
import { closeListeners, serve } from "@/scripts/test/local-listener";
import { expect, test } from "../fixtures";
import { password } from "../scenes";

test.afterEach(closeListeners);

test("an admin is told why an address will not do, and no private one is ever called", async ({ as }) => {
  const asked: IncomingMessage[] = [];
  const port = await serve((request, response) => {
    asked.push(request);
    response.end();
  });
  const page = await as("admin");
  await page.goto("/desk/settings/webhooks");
  await page.getByLabel("Address").fill(`https://127.0.0.1:${port}/hook`);
  await page.getByLabel("Your password, to add a webhook").fill("not looked at");
  await page.getByRole("button", { name: "Add the webhook" }).click();
  await expect(page.getByText("private network").first()).toBeVisible();
  await expect(page.getByLabel("Address")).toHaveValue(`https://127.0.0.1:${port}/hook`);
  expect(asked).toEqual([]);
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
