import type { Page } from "@playwright/test";
import { goodFiles, sampleKeys, tamperings, wholeForgery, zipOf } from "@/scripts/test/sample-bundle";
import { expect, test } from "../fixtures";
import { sql } from "../sessions";

const file = (zip: Uint8Array) => ({
  name: "bundle.zip",
  mimeType: "application/zip",
  buffer: Buffer.from(zip),
});

async function aSlug(): Promise<string> {
  const [row] = await sql(`SELECT slug FROM claim WHERE state = 'published' ORDER BY "createdAt" LIMIT 1`);
  return String(row?.slug);
}

const result = (page: Page) => page.locator("#in-browser-result");
/** The items with this word before them, once the check is done. */
async function itemsWith(page: Page, word: string): Promise<string[]> {
  await expect(result(page).getByRole("listitem").first()).toBeVisible();
  const lines = await result(page).getByRole("listitem").allInnerTexts();
  return lines.flatMap((line) =>
    line.startsWith(`${word}: `) ? [line.slice(word.length + 2).split(",")[0]!] : [],
  );
}

async function choose(page: Page, zip: Uint8Array): Promise<void> {
  await page.getByLabel("Or choose a bundle").setInputFiles([]);
  await page.getByLabel("Or choose a bundle").setInputFiles(file(zip));
}

test("a reader names a verdict and their own browser checks it, then a file they saved", async ({ as }) => {
  const [page, slug] = [await as("reader"), await aSlug()];
  await page.goto("/verify");
  await page.getByLabel("The page’s address").fill(`${new URL(page.url()).origin}/verdicts/${slug}`);
  await page.getByRole("button", { name: "Fetch and check" }).click();
  await expect(result(page).getByRole("heading")).toHaveText("Every check passed.");
  expect(await itemsWith(page, "Passed")).toHaveLength(7);
  const saved = await page.request.get(`/api/v1/publications/${slug}/1/bundle.zip`);
  await choose(page, await saved.body());
  await expect(result(page)).toContainText("bundle.zip, with this newsroom's published keys");
  expect(await itemsWith(page, "Passed")).toHaveLength(7);
  const record = await page.request.get(`/api/v1/publications/${slug}/1`);
  const altered = (await record.text()).replace('"finding":"', '"finding":"Not ');
  await page
    .getByLabel("Or choose a bundle")
    .setInputFiles({ name: "record.json", mimeType: "application/json", buffer: Buffer.from(altered) });
  await expect(result(page).getByRole("heading")).toHaveText("It does not hold: record hash.");
  await choose(page, wholeForgery());
  await expect(result(page).getByRole("heading")).toHaveText(
    "It does not hold: signature, key validity, checkpoint signature.",
  );
  await page.getByLabel("The page’s address").fill("never-published");
  await page.getByRole("button", { name: "Fetch and check" }).click();
  await expect(result(page)).toContainText("We have published nothing under that name");
  await page.goto(`/uk/verify?slug=${slug}`);
  await page.getByRole("button", { name: "Завантажити й перевірити" }).click();
  await expect(result(page).getByRole("heading")).toHaveText("Усі перевірки пройдено.");
});

test("in a real browser every way of altering a bundle fails with its item", async ({ as }) => {
  const page = await as("reader");
  // As for a newsroom that cannot be reached: the keys in the bundle are used.
  await page.route("**/.well-known/countersign-keys.json", (route) => route.fulfill({ status: 404 }));
  await page.goto("/verify");
  await choose(page, zipOf(goodFiles));
  await expect(result(page).getByRole("heading")).toHaveText("Every check passed.");
  for (const [what, fails, zip] of tamperings) {
    await choose(page, zip());
    await expect(result(page).getByRole("heading"), what).toHaveText(
      `It does not hold: ${fails.join(", ")}.`,
    );
    expect(await itemsWith(page, "Failed"), what).toEqual(fails);
  }
});

test("a browser without Ed25519 says what it could not check, and where else to", async ({ as }) => {
  const page = await as("reader");
  await page.addInitScript(() => {
    SubtleCrypto.prototype.importKey = () => Promise.reject(new DOMException("no", "NotSupportedError"));
  });
  await page.route("**/.well-known/countersign-keys.json", (route) => route.fulfill({ json: sampleKeys }));
  await page.goto("/verify");
  await choose(page, zipOf(goodFiles));
  await expect(result(page).getByRole("heading")).toHaveText(
    "What could be checked here holds. Not all could.",
  );
  expect(await itemsWith(page, "Not checked")).toEqual(["signature", "checkpoint signature"]);
  await expect(result(page)).toContainText("run the program below");
});

test("without scripts our server checks, and the page explains the program", async ({ as }) => {
  const [page, slug] = [await as("reader", { javaScriptEnabled: false }), await aSlug()];
  await page.goto("/verify");
  await expect(page.getByRole("heading", { name: "Check in this browser" })).toBeHidden();
  await page.getByLabel("The page’s address").fill(slug);
  await page.getByRole("button", { name: "Check" }).click();
  await expect(page.getByRole("heading", { name: "The record matches its signature" })).toBeVisible();
  await expect(page.getByRole("link", { name: "program verify-bundle.mjs" })).toBeVisible();
});
