import { expect, type Page } from "@playwright/test";
import { password } from "./scenes";
import { sql } from "./sessions";

const tomorrowAtSix = () => `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T06:00`;

/** The editor of this page signs a claim that is ready, to be published tomorrow at six. */
export async function signForLater(page: Page, claimId: string): Promise<void> {
  await page.goto(`/desk/claims/${claimId}/sign-off`);
  for (const box of await page.getByLabel(/Publish although/).all()) await box.check();
  for (const reason of await page.getByLabel("Reason, which readers see").all())
    await reason.fill("Made for a test.");
  await page.getByLabel(/Your password/).fill(password);
  await page.getByLabel(/Or sign now and publish later/).fill(tomorrowAtSix());
  await page.getByRole("button", { name: /^Schedule version \d as / }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-off"));
  await expect(page.getByText(/^It will be published on/).first()).toBeVisible();
}

/** The state of every schedule of a claim. */
export const waitsAs = async (claimId: string) =>
  (await sql(`SELECT state FROM schedule WHERE "claimId" = $1`, [claimId])).map(({ state }) => state);
