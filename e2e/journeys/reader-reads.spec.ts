import { expect, test } from "../fixtures";
import { publishedClaim } from "../scenes";

test("a reader finds the verdict, its evidence and its proof, without any script", async ({ as, api }) => {
  const { slug, town } = await publishedClaim(await api("checker"), await api("second"), await api("editor"));
  const page = await as("reader", { javaScriptEnabled: false });
  await page.goto(`/verdicts/${slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${town} ordered seven ferries`);
  await expect(page.getByText("the evidence shows it is right").first()).toBeVisible();
  await expect(page.getByText("according to the budget office").first()).toBeVisible();
  const markup = JSON.parse(
    (await page.locator('script[type="application/ld+json"]').first().textContent()) ?? "{}",
  ) as object;
  expect(JSON.stringify(markup)).toContain("ClaimReview");
  await page.goto("/verdicts");
  await expect(page.getByRole("link", { name: new RegExp(town) }).first()).toBeVisible();
  await page.goto(`/search?q=${encodeURIComponent(town)}`);
  await expect(page.getByRole("link", { name: new RegExp(town) }).first()).toBeVisible();
  await page.goto("/verify");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("altered");
  expect((await page.goto("/uk/tip"))?.status()).toBe(200);
  await page.goto("/corrections");
  await page.getByRole("link", { name: "Українська" }).click();
  await expect(page).toHaveURL(/\/uk\/corrections$/);
  await page.getByRole("link", { name: "Пошук" }).click();
  await page.getByLabel("Шукати серед вердиктів").fill(town);
  await page.getByRole("button", { name: "Шукати" }).click();
  await expect(page).toHaveURL(/\/uk\/search\?/);
  await page
    .getByRole("link", { name: new RegExp(town) })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`/verdicts/${slug}$`));
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("a page in Ukrainian has web fonts for its letters, and a page in English fetches none of them", async ({
  as,
}) => {
  const page = await as("reader", { javaScriptEnabled: false });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("/corrections", { waitUntil: "networkidle" });
  await expect(page.getByRole("link", { name: "Українська" })).toBeVisible();
  expect(asked.filter((path) => path.startsWith("/fonts/")).sort()).toEqual([
    "/fonts/inter.woff2",
    "/fonts/source-serif-4.woff2",
  ]);
  await page.goto("/uk/corrections", { waitUntil: "networkidle" });
  for (const face of ["inter", "source-serif-4"]) {
    expect(asked).toContain(`/fonts/${face}-cyrillic.woff2`);
    expect((await page.request.get(`/fonts/${face}-cyrillic.woff2`)).status()).toBe(200);
  }
});
