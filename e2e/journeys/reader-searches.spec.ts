import { expect, test } from "../fixtures";

test("a reader finds a verdict by a misspelt search, narrows it and goes on to who claimed it", async ({
  as,
}) => {
  const page = await as("reader", { javaScriptEnabled: false });
  await page.goto("/");
  await page.getByRole("searchbox").fill("Kyugnki supplied prats");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByText(/Showing results for Kyungki supplied parts/)).toBeVisible();
  await expect(page.locator(".verdict-list b").first()).toBeVisible();
  await page.getByLabel("Rating").selectOption("Reported, not confirmed");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/rating=reported/);
  await expect(page.getByRole("searchbox")).toHaveValue("Kyugnki supplied prats");
  await expect(page.getByRole("heading", { level: 3 })).toHaveCount(1);
  await page.getByRole("link", { name: "Kyungki Industrial" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kyungki Industrial");
  await expect(page.getByRole("table", { name: "Rated here" })).toContainText("Reported, not confirmed");
  await page.getByRole("link", { name: /One official of the company/ }).click();
  await expect(page).toHaveURL(/\/verdicts\/kyungki-industrial/);
});
