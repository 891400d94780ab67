import { expect, test } from "../fixtures";
import { reviewedClaim } from "../scenes";
import { sql } from "../sessions";

const tooFirm = "Rated “Confirmed”, this cannot be published as first findings";

for (const javaScriptEnabled of [true, false]) {
  test(`first findings are set beside the draft where its rating leaves room, ${javaScriptEnabled ? "with" : "without"} scripts`, async ({
    as,
    api,
  }) => {
    const checker = await api("checker");
    const { claimId } = await reviewedClaim(checker, await api("second"));
    const rate = async (rating: string) => {
      const { verdict } = await checker.get<{ verdict: { version: number } }>(`/claims/${claimId}`);
      await checker.put(`/claims/${claimId}/verdict`, { rating, version: verdict.version });
    };
    const page = await as("checker", { javaScriptEnabled });
    await page.goto(`/desk/claims/${claimId}/verdict`);
    const part = page.getByRole("region", { name: "First findings" });
    await expect(part).toContainText(tooFirm);
    await expect(part.getByRole("checkbox")).toHaveCount(0);
    if (javaScriptEnabled) {
      await page.getByRole("radio", { name: /^Partly confirmed/ }).check();
      await expect(part).not.toContainText("cannot be published");
      await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
    } else {
      await rate("partly-confirmed");
      await page.reload();
    }
    const form = page.getByRole("form", { name: "First findings" });
    await form.getByLabel("Publish as first findings").check();
    await form.getByLabel("Next update by, UTC").fill("2031-05-05T18:00");
    await form.getByRole("button", { name: "Save first findings" }).click();
    await expect(form.getByText("It will be published as first findings.")).toBeVisible();
    expect(await sql(`SELECT provisional, "nextUpdateAt" FROM claim WHERE id = $1`, [claimId])).toEqual([
      { provisional: true, nextUpdateAt: new Date("2031-05-05T18:00:00Z") },
    ]);

    await page.reload();
    await expect(form.getByLabel("Next update by, UTC")).toHaveValue("2031-05-05T18:00");
    await form.getByLabel("Publish as first findings").uncheck();
    await form.getByRole("button", { name: "Save first findings" }).click();
    await expect(form.getByText("It will be published as a finding.")).toBeVisible();
    expect(await sql(`SELECT provisional, "nextUpdateAt" FROM claim WHERE id = $1`, [claimId])).toEqual([
      { provisional: false, nextUpdateAt: null },
    ]);
  });
}

test("first findings that were given a firm rating since say so, wait at the gate and can be taken back", async ({
  as,
  api,
}) => {
  const checker = await api("checker");
  const { claimId } = await reviewedClaim(checker, await api("second"));
  await sql(`UPDATE claim SET provisional = true WHERE id = $1`, [claimId]);
  // Never as Confirmed, which the draft is.
  const gate = await (await api("editor")).get<{ issues: { code: string }[] }>(`/claims/${claimId}/gate`);
  expect(gate.issues.map(({ code }) => code)).toContain("provisional-rating");
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}/verdict`);
  const part = page.getByRole("region", { name: "First findings" });
  await expect(part).toContainText(tooFirm);
  await part.getByLabel("Publish as first findings").uncheck();
  await part.getByRole("button", { name: "Save first findings" }).click();
  await expect(part.getByRole("checkbox")).toHaveCount(0);
  expect(await sql(`SELECT provisional FROM claim WHERE id = $1`, [claimId])).toEqual([
    { provisional: false },
  ]);
});
