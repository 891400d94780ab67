import { rowsOf, workbookOf } from "@/lib/imports/fixtures/workbook";
import { axeFaults } from "@/scripts/test/axe-faults";
import { expect, test } from "../fixtures";
import { uniqueName } from "../scenes";

test("a newsroom's sheet becomes claims: columns, preview, import, and nothing twice", async ({ as }) => {
  const town = uniqueName();
  const sheet = [
    "Aussage;Who said it;Date;Link;Quote;Status",
    `${town} bought six buses;The mayor;28.06.2024;https://${town.toLowerCase()}.example/a;${"Six buses it is. ".repeat(60)};Disputed`,
    `${town} sold its tram;A councillor;sometime;;;`,
  ].join("\r\n");
  const page = await as("checker");
  await page.goto("/desk");
  await page.getByRole("link", { name: "Import a sheet" }).click();
  const file = { name: "claims.csv", mimeType: "text/csv", buffer: Buffer.from(sheet) };
  await page.getByLabel("File").setInputFiles(file);
  await page.getByRole("button", { name: "Read the sheet" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("claims.csv");
  await page.getByLabel("A: Aussage").selectOption("The claim");
  await page.getByRole("button", { name: "Read the rows with this" }).click();
  const rows = page.getByRole("region", { name: "Rows of the sheet" });
  await expect(rows.getByRole("row", { name: /six buses/ })).toContainText("A new claim.");
  await expect(rows.getByRole("row", { name: /sold its tram/ })).toContainText("no day that we can read");
  await expect(rows.getByRole("row", { name: /six buses/ })).toContainText(
    "The sheet said: Status: Disputed",
  );
  await expect(page.getByText("What the sheet said counts as no review.")).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);

  await page.getByRole("button", { name: "Import 1 claim" }).click();
  await expect(page.getByText("The sheet is through. Below is what became of each row.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Import/ })).toHaveCount(0);
  await rows.getByRole("link", { name: "The claim" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${town} bought six buses`);
  await expect(page.getByText("Six buses it is")).toBeVisible();
  // In sight beside a quote that is folded, however long it is.
  await expect(page.locator("#comments").getByText("Show all of it")).toHaveCount(1);
  const said = "What the sheet said (no review): Status: Disputed";
  await expect(page.getByText(said, { exact: true })).toBeVisible();

  await page.goto("/desk/claims/import");
  await page.getByLabel("Or paste the cells").fill(`Claim\n${town} bought six buses.`);
  await page.getByRole("button", { name: "Read the sheet" }).click();
  await expect(rows.getByRole("link", { name: "Already there" })).toBeVisible();

  // Of a workbook the first sheet with rows comes first, and another is chosen.
  const buffer = Buffer.from(
    workbookOf({
      Cover: "",
      May: rowsOf([["Claim"], [`${town} sold its tram.`]]),
      June: rowsOf([
        ["Place", "Claim"],
        ["Selby", `${town} closed its harbour.`],
      ]),
    }),
  );
  await page.goto("/desk/claims/import");
  await page.getByLabel("File").setInputFiles({ name: "year.xlsx", mimeType: "application/zip", buffer });
  await page.getByRole("button", { name: "Read the sheet" }).click();
  await expect(rows.getByRole("row", { name: /sold its tram/ })).toBeVisible();
  await page.getByLabel("Sheet", { exact: true }).selectOption("June");
  await page.getByRole("button", { name: "Look at this sheet" }).click();
  await expect(rows.getByRole("row", { name: /closed its harbour/ })).toContainText("A new claim.");
});
