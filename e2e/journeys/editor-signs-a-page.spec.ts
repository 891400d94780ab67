import type { Page } from "@playwright/test";
import { axeFaults } from "@/scripts/test/axe-faults";
import { expect, test } from "../fixtures";
import { password } from "../scenes";

async function expectUsable(page: Page): Promise<void> {
  // The frame runs no scripts, axe's neither; what it shows is looked at where readers see it.
  for (const frame of await page.locator("iframe").all()) await frame.evaluate((element) => element.remove());
  expect(await axeFaults(page)).toEqual([]);
}

async function write(page: Page, text: string): Promise<void> {
  await page.goto("/desk/settings/pages/methodology");
  await save(page, text);
}

async function save(page: Page, text: string): Promise<void> {
  const form = page.getByRole("form", { name: "The text" });
  await form.getByLabel("Text").fill(text);
  await form.getByRole("button", { name: "Save and ask for a signature" }).click();
  await expect(form.getByRole("status")).toContainText("An editor who wrote none of it can sign it now.");
}

async function publish(page: Page, version: number): Promise<void> {
  await page.goto("/desk/settings/pages");
  const line = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: "Methodology" }) });
  await line.getByRole("link", { name: "Read and sign" }).click();
  await expect(page.frameLocator("iframe").getByRole("heading", { name: "How we choose" })).toBeVisible();
  // Nobody has signed it, and it names nobody who did.
  const signedLine = page.frameLocator("iframe").locator(".meta").first();
  await expect(signedLine).toHaveText(
    `Version ${version}, not signed yet. It will be signed by whoever publishes it, who is then named here.`,
  );
  await page.getByLabel("Your password, to publish").fill(password);
  await page.getByRole("button", { name: `Publish version ${version} of Methodology` }).click();
  await page.waitForURL(/\/desk\/settings\/pages$/);
}

test("an admin writes the methodology, an editor signs it, and readers see each version with what changed", async ({
  as,
}) => {
  const [admin, editor, reader] = [await as("admin"), await as("otherEditor"), await as("reader")];
  await reader.goto("/methodology");
  await expect(reader.getByText("has not signed one of its own yet")).toBeVisible();

  await write(admin, "## How we choose\n\nWe check what many people read.");
  await expectUsable(admin);
  await reader.reload();
  await expect(reader.getByText("We check what many people read")).toHaveCount(0);

  await publish(editor, 1);
  await reader.reload();
  await expect(reader.getByText("Version 1, signed by Editor Two")).toBeVisible();
  await expect(reader.getByText("We check what many people read.")).toBeVisible();

  await write(admin, "## How we choose\n\nWe check what many people read and what is new.");
  const preview = admin.frameLocator("iframe");
  await expect(preview.getByText("what is new")).toBeVisible();
  await save(admin, "## How we choose\n\nWe check what many people read and what could hurt somebody.");
  await expect(preview.getByText("what could hurt somebody")).toBeVisible();
  await editor.goto("/desk/settings/pages/methodology/sign");
  await expect(editor.locator("ins")).toContainText("what could hurt somebody");
  await expect(editor.getByText("Admin One", { exact: true })).toBeVisible();
  await expectUsable(editor);
  await publish(editor, 2);

  await reader.reload();
  await expect(reader.getByText("Version 2, signed by Editor Two")).toBeVisible();
  await expectUsable(reader);
  await reader.getByRole("link", { name: "version 1" }).click();
  await expect(reader.getByRole("note")).toContainText("This is version 1.");
  await expect(reader.getByText("We check what many people read.").first()).toBeVisible();
  await reader.goto("/methodology/v/2");
  await reader.getByText("What changed").click();
  await expect(reader.locator("ins")).toContainText("what could hurt somebody");
});
