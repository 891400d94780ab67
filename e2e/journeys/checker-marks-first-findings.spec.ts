import { expect, test } from "../fixtures";
import { reviewedClaim } from "../scenes";
import { sql } from "../sessions";

for (const javaScriptEnabled of [true, false]) {
  test(`first findings are set beside the draft, ${javaScriptEnabled ? "with" : "without"} scripts`, async ({
    as,
    api,
  }) => {
    const { claimId } = await reviewedClaim(await api("checker"), await api("second"));
    const page = await as("checker", { javaScriptEnabled });
    await page.goto(`/desk/claims/${claimId}/verdict`);
    const form = page.getByRole("form", { name: "First findings" });
    await form.getByLabel("Publish as first findings").check();
    await form.getByLabel("Next update by, UTC").fill("2031-05-05T18:00");
    await form.getByRole("button", { name: "Save this" }).click();
    await expect(form.getByText("It will be published as first findings.")).toBeVisible();
    expect(await sql(`SELECT provisional, "nextUpdateAt" FROM claim WHERE id = $1`, [claimId])).toEqual([
      { provisional: true, nextUpdateAt: new Date("2031-05-05T18:00:00Z") },
    ]);
    // Never as Confirmed, which the draft is.
    const gate = await (await api("editor")).get<{ issues: { code: string }[] }>(`/claims/${claimId}/gate`);
    expect(gate.issues.map(({ code }) => code)).toContain("provisional-rating");

    await page.reload();
    await expect(form.getByLabel("Next update by, UTC")).toHaveValue("2031-05-05T18:00");
    await form.getByLabel("Publish as first findings").uncheck();
    await form.getByRole("button", { name: "Save this" }).click();
    await expect(form.getByText("It will be published as a finding.")).toBeVisible();
    expect(await sql(`SELECT provisional, "nextUpdateAt" FROM claim WHERE id = $1`, [claimId])).toEqual([
      { provisional: false, nextUpdateAt: null },
    ]);
  });
}
