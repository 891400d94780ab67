import { readFile } from "node:fs/promises";
import { expect, test } from "../fixtures";

test("figures of chosen months have their address, a table behind each picture, and a file of it", async ({
  as,
}) => {
  const page = await as("checker");
  await page.goto("/desk");
  await page.getByRole("navigation", { name: "Desk" }).getByRole("link", { name: "Figures" }).click();
  await expect(page.getByText("nobody is named, counted or ranked here")).toBeVisible();
  await expect(page.getByRole("img", { name: /^By month: \d+ verdicts? published/ })).toBeVisible();

  await page.getByLabel("From the month").fill("2020-01");
  await page.getByLabel("to the month").fill("2020-03");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/\/desk\/figures\?from=2020-01&to=2020-03$/);
  await expect(page.getByText("Nothing to count in this period")).toBeVisible();

  await page.getByRole("link", { name: "12 months" }).click();
  await page.getByText("Table: Output by month").click();
  const table = page.getByRole("region", { name: "Output by month" });
  await expect(table.getByRole("row")).toHaveCount(13);
  const download = page.waitForEvent("download");
  await page.locator("#output").getByRole("link", { name: "Download as CSV" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^output-\d{4}-\d{2}-to-\d{4}-\d{2}\.csv$/);
  const lines = (await readFile(await file.path(), "utf8")).trim().split("\r\n");
  expect(lines[0]).toMatch(/^Month,Published,/);
  expect(lines).toHaveLength(13);

  await page.goto("/desk/figures?from=2026-05&to=2026-02");
  await expect(page.locator("#period-problem")).toHaveText("The last month is before the first.");
  await expect(page.getByLabel("From the month")).toHaveValue("2026-05");
});
