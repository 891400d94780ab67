import { expect, test } from "../fixtures";
import { password, publishedClaim } from "../scenes";

test("an editor asks and an admin confirms; readers then get 451 with number, hash, date and reason, the desk its words", async ({
  as,
  api,
  browser,
  baseURL,
}) => {
  const { claimId, slug, town } = await publishedClaim(
    await api("checker"),
    await api("second"),
    await api("editor"),
  );
  const address = `${baseURL}/verdicts/${slug}`;
  const reader = await (await browser.newContext()).newPage();
  await reader.goto(address);
  await expect(reader.getByRole("heading", { level: 1 })).toContainText(town);

  const editor = await as("editor");
  await editor.goto(`/desk/claims/${claimId}`);
  await editor.getByRole("link", { name: "Withhold a version" }).click();
  await editor.getByText("Ask to withhold version 1").click();
  await editor.getByRole("radio", { name: /^A court order/ }).check();
  await editor.getByLabel(/Your password/).fill(password);
  await editor.getByRole("button", { name: "Ask an admin to confirm" }).click();
  await expect(editor.getByText("Readers see it until an admin confirms.")).toBeVisible();
  await expect(editor.getByRole("button", { name: /^Withhold version/ })).toHaveCount(0);
  expect((await reader.goto(address))?.status()).toBe(200);

  const admin = await as("admin");
  await admin.goto(`/desk/claims/${claimId}/withholding`);
  await expect(admin.getByText(/Readers will then see number, hash, date and reason only/)).toBeVisible();
  await expect(admin.getByText("Once withheld, it stays withheld")).toBeVisible();
  await admin.getByLabel(/Your password/).fill(password);
  await admin.getByRole("button", { name: "Withhold version 1 by court order" }).click();
  await expect(admin.getByText("Withheld from readers")).toBeVisible();
  await expect(admin.locator("#version-1")).toContainText(town);

  for (const path of [address, `${address}/v/1`]) {
    expect((await reader.goto(path))?.status(), path).toBe(451);
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText(
      "The text of this version is withheld",
    );
    await expect(reader.getByText("because a court ordered it")).toBeVisible();
    await expect(reader.locator("main")).not.toContainText(town);
  }
});
