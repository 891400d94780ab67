import { axeFaults } from "@/scripts/test/axe-faults";
import { expect, test } from "../fixtures";
import { reviewedClaim } from "../scenes";
import { openSessionOf, sql } from "../sessions";

/** A border that is seen: 3 to 1 against what it lies on (WCAG 2.2, 1.4.11). */
const seenRatio = 3;

for (const width of [390, 320]) {
  test(`each of the queue's views is in sight and within reach of a key at ${width} px, the current one before they unfold`, async ({
    as,
  }) => {
    const page = await as("checker", { viewport: { width, height: 844 } });
    await page.goto("/desk?needs=all");
    const views = page.getByRole("navigation", { name: "Which claims" });
    await expect(views).toHaveCount(1);
    const fold = views.locator("summary");
    await expect(fold).toContainText("All claims");
    await fold.focus();
    await page.keyboard.press("Enter");
    const tabs = views.getByRole("link");
    expect(await tabs.count()).toBeGreaterThanOrEqual(8);
    for (const tab of await tabs.all()) {
      const box = (await tab.boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.height).toBeGreaterThanOrEqual(44);
      await page.keyboard.press("Tab");
      await expect(tab).toBeFocused();
      await expect(tab).toBeInViewport({ ratio: 0.99 });
    }
    expect(await axeFaults(page)).toEqual([]);
    await views.getByRole("link", { name: /^Yours/ }).press("Enter");
    await expect(page).toHaveURL(/assignee=me/);
    await expect(fold).toContainText("Yours");
    await expect(tabs.first()).toBeHidden();
    // Of what is none of the views the filter is named.
    await page.goto("/desk?state=in-review&importance=3&topic=No+topic");
    await expect(fold).toContainText("In review · no topic · High");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}

test("the menu is one line on a telephone, and leads by key to what is folded in it", async ({ as }) => {
  const page = await as("checker", { viewport: { width: 390, height: 844 } });
  await page.goto("/desk");
  const menu = page.getByRole("navigation", { name: "Desk" });
  // One line of text with its padding, and the line above it.
  expect((await menu.boundingBox())!.height).toBeLessThan(40);
  expect((await page.locator("header").first().boundingBox())!.height).toBeLessThan(100);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    await menu.getByText("More").focus();
    await page.keyboard.press("Enter");
    const figures = menu.getByRole("link", { name: "Figures" });
    const box = (await figures.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(figures).toBeHidden();
  }
  await page.keyboard.press("Enter");
  await menu.getByRole("link", { name: "Figures" }).press("Enter");
  await expect(page).toHaveURL(/figures/);
  await expect(menu.getByRole("link", { name: "Figures" })).toBeHidden();
});

test("a box that is not ticked has a border that is seen, in the light and in the dark", async ({ as }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await as("checker", { colorScheme });
    await page.goto("/desk/settings/tokens");
    const box = page.getByRole("checkbox", { name: "Write" });
    await expect(box).not.toBeChecked();
    // Of a box that the browser draws itself, the border that is told is not the one that is seen.
    await expect(box).toHaveCSS("appearance", "none");
    const ratio = await box.evaluate((element) => {
      const light = (color: string) => {
        const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
          const value = Number(part) / 255;
          return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const border = light(getComputedStyle(element).borderTopColor);
      const grounds = [getComputedStyle(element), getComputedStyle(document.body)];
      return Math.min(
        ...grounds.map(({ backgroundColor }) => {
          const ground = light(backgroundColor);
          return (Math.max(border, ground) + 0.05) / (Math.min(border, ground) + 0.05);
        }),
      );
    });
    expect(ratio).toBeGreaterThanOrEqual(seenRatio);
    await box.check();
    await expect(box).toBeChecked();
  }
});

test("a bar that says why nothing is saved does not hide the field that is written in", async ({
  as,
  api,
}) => {
  const { claimId } = await reviewedClaim(await api("checker"), await api("second"));
  const page = await as("reader", { viewport: { width: 390, height: 844 } });
  const { id, cookie } = await openSessionOf("checker");
  await page.context().addCookies([cookie]);
  await page.goto(`/desk/claims/${claimId}/verdict`);
  const finding = page.getByRole("textbox", { name: "Finding", exact: true });
  await finding.focus();
  // The field stands right above the bar.
  await finding.evaluate((field) => {
    const bar = field.closest("form")!.querySelector(".sticky.bottom-0")!;
    window.scrollBy(0, field.getBoundingClientRect().bottom - bar.getBoundingClientRect().top);
  });
  await sql(`UPDATE "session" SET "revokedAt" = now() WHERE id = $1`, [id]);
  await page.keyboard.type("seven ferries");
  await expect(page.getByText("Your session has ended.")).toBeVisible();
  await expect(finding).toBeFocused();
  const isSeen = () =>
    finding.evaluate((field) => {
      const { left, top } = field.getBoundingClientRect();
      return document.elementFromPoint(left + 20, top + 20) === field;
    });
  await expect.poll(isSeen).toBe(true);
});
