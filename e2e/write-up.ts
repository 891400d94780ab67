import { expect, type Page } from "@playwright/test";

export const writeUp = (page: Page) => page.getByRole("textbox", { name: "Write-up" });

/** Waits for the editor of the write-up itself, which comes with the first sign of a person. */
export async function editorHere(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("Shift");
    await expect(page.locator("[contenteditable=true]")).toBeVisible({ timeout: 2_000 });
  }).toPass();
}
