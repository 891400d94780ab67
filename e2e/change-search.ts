import { expect, type Locator } from "@playwright/test";

/** Changes what was looked for in one place, in the list of a claim's searches. */
export async function changeSearch(searches: Locator, where: string, query: string): Promise<void> {
  await searches.getByText("Change", { exact: true }).click();
  const change = searches.getByRole("form", { name: `Change the search in ${where}` });
  await change.getByLabel("What you looked for").fill(query);
  await change.getByRole("button", { name: "Save" }).click();
  await expect(searches.locator("q")).toHaveText(query);
}
