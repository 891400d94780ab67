import { expect, test } from "../fixtures";
import { uniqueName } from "../scenes";

test("what is filtered is kept as a view, shared, renamed, and given back after it was removed", async ({
  as,
  api,
}) => {
  test.setTimeout(120_000);
  const name = `Boats ${uniqueName()}`;
  const topic = `boats of ${name}`;
  await (await api("checker")).post("/claims", { text: `${name} has a quay`, topics: [topic] });
  const page = await as("checker");
  await page.goto(`/desk?needs=all&topic=${encodeURIComponent(topic)}`);
  await page.getByText("Save this as a view").click();
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("checkbox", { name: "For everyone on the desk" }).check();
  await page.getByRole("button", { name: "Save the view", exact: true }).click();
  await page.waitForURL(/\?view=/);
  const views = (of: typeof page) => of.getByRole("navigation", { name: "Which claims" });
  await expect(views(page).getByRole("link", { name: `${name} 1` })).toHaveAttribute("aria-current", "page");

  // A colleague opens it, and may neither rename nor remove what is not theirs.
  const other = await as("second");
  await other.goto("/desk");
  await views(other)
    .getByRole("link", { name: `${name} 1` })
    .click();
  await expect(other.getByRole("link", { name: `${name} has a quay` }).first()).toBeVisible();
  await expect(other.getByText(`Rename or share “${name}”`)).toHaveCount(0);
  await expect(other.getByText(`Remove “${name}”`)).toHaveCount(0);

  await page.getByText(`Rename or share “${name}”`).click();
  await page.getByRole("textbox", { name: "Name" }).fill(`${name} renamed`);
  await page.getByRole("button", { name: "Save the view", exact: true }).click();
  await expect(views(page).getByRole("link", { name: `${name} renamed 1` })).toBeVisible();

  await page.getByText(`Remove “${name} renamed”`).click();
  await page.getByRole("button", { name: "Remove the view" }).click();
  await expect(views(page).getByRole("link", { name: `${name} renamed 1` })).toHaveCount(0);
  // Whoever has it open still has the list, and is led on from a view that is gone.
  await other.reload();
  await expect(other.getByRole("heading", { level: 1, name: "Queue" })).toBeVisible();

  await page.locator("button[data-undo]").click();
  await expect(views(page).getByRole("link", { name: `${name} renamed 1` })).toBeVisible();
});
