import { rowsOf, workbookOf } from "@/lib/imports/fixtures/workbook";
import { expect, test } from "../fixtures";
import { lookAt } from "../look-at";
import { ferryStory, uniqueName } from "../scenes";

test("the quotes of a newsroom's sheet become evidence once their pages are captured and a person logs them", async ({
  as,
  api,
}) => {
  const town = uniqueName();
  const checker = await api("checker");
  const url = (page: string) => `https://${town.toLowerCase()}.example/${page}`;
  const sheet = [
    "Claim\tURL\tQuote\tStance",
    `${town} ordered ferries\t${url("a")}\tordered seven electric ferries for $42 million in 2024\tsupports`,
    `${town} asked its islanders\t${url("a")}\tnobody asked them before the order was placed\tdisputes`,
    `${town} sold its tram\t${url("b")}\tThe tram was sold\tsupports`,
  ].join("\n");
  const page = await as("checker");
  await page.goto("/desk/claims/import");
  await page.getByLabel("Or paste the cells").fill(sheet);
  await page.getByRole("button", { name: "Read the sheet" }).click();
  await page.getByRole("button", { name: "Import 3 claims" }).click();
  const rows = page.getByRole("region", { name: "Rows of the sheet" });
  const row = (words: string) => rows.getByRole("row", { name: new RegExp(words) });
  await expect(row("ordered ferries")).toContainText("Now: waits for its page.");
  await expect(page.getByRole("button", { name: "Capture the 2 pages" })).toBeVisible();

  // One page is pasted, by whoever has it; the other is asked for.
  await checker.post("/articles", { text: ferryStory(town), url: url("a") });
  await page.reload();
  await expect(row("ordered ferries")).toContainText("Now: page captured, quote found.");
  await expect(row("asked its islanders")).toContainText("Now: page captured, quote found.");
  await expect(row("sold its tram")).toContainText("Now: waits for its page.");
  expect(await lookAt(page)).toEqual([]);
  await page.getByRole("button", { name: "Capture the page" }).click();
  await expect(page.getByText("1 page is asked for.")).toBeVisible();
  await expect(row("sold its tram")).toContainText(/Now: its page (is being|could not be) fetched/);

  await page.getByRole("button", { name: "Log the 2 quotes that were found" }).click();
  const through = page.getByRole("form", { name: "Log the quotes that were found" });
  await expect(through.getByText("2 quotes are logged as evidence.")).toBeVisible();
  await expect(row("ordered ferries")).toContainText("Now: the quote is logged as evidence.");
  const claimPath = await row("asked its islanders")
    .getByRole("link", { name: "a new claim" })
    .getAttribute("href");
  const evidenceOf = async () =>
    (
      await checker.get<{ evidence: { stance: string; quote: { exact: string; start: number } }[] }>(
        claimPath!.replace("/desk", ""),
      )
    ).evidence;
  const [evidence] = await evidenceOf();
  expect(evidence).toMatchObject({
    stance: "disputes",
    quote: { exact: "nobody asked them before the order was placed", start: expect.any(Number) },
  });
  const reader = await as("checker");
  await reader.goto(claimPath!);
  await expect(reader.locator("#evidence > ul > li[id]")).toContainText("nobody asked them");
  await expect(reader.locator("#evidence > ul > li[id]")).toContainText("Disputes");

  // Taken back in one press, and logged again.
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row("ordered ferries")).toContainText("Now: page captured, quote found.");
  expect(await evidenceOf()).toEqual([]);
  await expect(page.getByRole("button", { name: "Log the 2 quotes that were found" })).toBeVisible();
});

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
  expect(await lookAt(page)).toEqual([]);

  await page.getByRole("button", { name: "Import 1 claim" }).click();
  await expect(page.getByText("Every row was gone through. Below is what became of each.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Import/ })).toHaveCount(0);
  await rows.getByRole("link", { name: "a new claim" }).click();
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
