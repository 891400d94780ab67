import type { Locator, Page } from "@playwright/test";
import { keysReady, pressEnterOn, tabTo, typeInto } from "../by-keyboard";
import { expect, test } from "../fixtures";
import { lookAt } from "../look-at";
import { pngOf } from "../make-files";
import { claimWithEvidence } from "../scenes";

const sides = {
  x: "From the left, %",
  y: "From the top, %",
  width: "Width, %",
  height: "Height, %",
} as const;
type Side = keyof typeof sides;

/** Brings a file to the claim, after which the page asks what is in it. */
async function bring(
  page: Page,
  claimId: string,
  kind: "picture" | "cell",
  file: string | Buffer,
  title: string,
) {
  await page.goto(`/desk/claims/${claimId}/evidence?kind=${kind}`);
  await keysReady(page);
  const form = page.getByRole("form", { name: "Bring a file" });
  await form.getByLabel("File", { exact: true }).setInputFiles({
    name: kind === "picture" ? "quay.png" : "budget.csv",
    mimeType: kind === "picture" ? "image/png" : "text/csv",
    buffer: Buffer.from(file),
  });
  await form.getByLabel("What it is").fill(title);
  await form.getByRole("button", { name: "Go on with this file" }).click();
  await page.waitForURL(/article=/);
  await keysReady(page);
}

/** The form of a place in the picture, once the picture is there to draw on. */
async function pictureForm(page: Page): Promise<Locator> {
  const form = page.getByRole("form", { name: "Place in the picture" });
  await expect(form.getByRole("img", { name: "The picture" })).not.toHaveJSProperty("naturalWidth", 0);
  return form;
}

const typedSide = async (form: Locator, side: Side) =>
  Number(await form.getByLabel(sides[side]).inputValue());

/** The evidence that says this, on the claim's page. */
const evidenceOf = (page: Page, words: string) => page.locator("#evidence > ul > li", { hasText: words });

/** Where its picture has the frame, in percent as they are written there. */
async function framed(item: Locator, box: Record<Side, number>) {
  const frame = item.getByRole("link", { name: "The picture in full" }).locator("span");
  await expect(frame).toHaveJSProperty("style.left", `${box.x}%`);
  await expect(frame).toHaveJSProperty("style.top", `${box.y}%`);
  await expect(frame).toHaveJSProperty("style.width", `${box.width}%`);
  await expect(frame).toHaveJSProperty("style.height", `${box.height}%`);
}

test("a checker draws a frame on a photo with the mouse, and a second person who sees the same confirms it", async ({
  as,
  api,
}) => {
  const { claimId, town } = await claimWithEvidence(await api("checker"));
  const page = await as("checker");
  await bring(page, claimId, "picture", pngOf(640, 400), `Photo of ${town}`);
  const form = await pictureForm(page);
  const area = (await form.getByRole("group", { name: "Frame in the picture" }).boundingBox())!;
  const pointer = (right: number, down: number) =>
    [area.x + area.width * right, area.y + area.height * down] as const;
  // From the lower right corner to the upper left one, as many people draw.
  await page.mouse.move(...pointer(0.6, 0.75));
  await page.mouse.down();
  await page.mouse.move(...pointer(0.3, 0.4), { steps: 5 });
  await page.mouse.move(...pointer(0.2, 0.25), { steps: 5 });
  await page.mouse.up();
  // What the mouse does once the button is up draws nothing.
  await page.mouse.move(...pointer(0.9, 0.9));
  const box = {
    x: await typedSide(form, "x"),
    y: await typedSide(form, "y"),
    width: await typedSide(form, "width"),
    height: await typedSide(form, "height"),
  };
  for (const [side, percent] of [
    ["x", 20],
    ["y", 25],
    ["width", 40],
    ["height", 50],
  ] as const)
    expect(Math.abs(box[side] - percent), side).toBeLessThan(1);
  expect(await lookAt(page)).toEqual([]);

  await form.getByLabel("What is seen there").fill(`Seven ferries at the quay of ${town}`);
  await form.getByRole("radio", { name: "Supports" }).check();
  await form.getByRole("button", { name: "Add evidence" }).click();
  const mine = evidenceOf(page, "Seven ferries at the quay");
  await expect(mine).toContainText("a part of the picture · a second person has to confirm this");
  await framed(mine, box);
  await expect(mine.getByRole("button", { name: "I see the same" })).toHaveCount(0);

  const second = await as("second");
  await second.goto(`/desk/claims/${claimId}`);
  const seen = evidenceOf(second, "Seven ferries at the quay");
  await framed(seen, box);
  await seen.getByRole("button", { name: "I see the same" }).click();
  await expect(seen).toContainText(/a part of the picture · confirmed by /);
  await expect(seen.getByRole("button", { name: "I see the same" })).toHaveCount(0);
});

test("the frame is set with keys alone, or typed, and confirmed with keys", async ({ as, api }) => {
  const { claimId, town } = await claimWithEvidence(await api("checker"));
  const page = await as("checker");
  await bring(page, claimId, "picture", pngOf(640, 400), `Scan of ${town}`);
  const form = await pictureForm(page);
  await tabTo(page, form.getByRole("group", { name: "Frame in the picture" }));
  // The first arrow puts a frame in the middle; those after it move it, with Shift they size it.
  for (const key of ["ArrowLeft", "ArrowLeft", "ArrowUp", "Shift+ArrowRight", "Shift+ArrowDown"])
    await page.keyboard.press(key);
  for (const [side, percent] of [
    ["x", 39],
    ["y", 39],
    ["width", 21],
    ["height", 21],
  ] as const)
    await expect(form.getByLabel(sides[side])).toHaveValue(`${percent}`);
  await tabTo(page, form.getByLabel(sides.width));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("75");
  await typeInto(page, form.getByLabel("What is seen there"), `A stamp of ${town}`);
  await tabTo(page, form.getByRole("radio", { name: "Supports" }));
  await page.keyboard.press("Space");
  await pressEnterOn(page, form.getByRole("button", { name: "Add evidence" }));

  // A frame that reaches outside is refused at its field, and nothing that was typed is lost.
  await expect(form.getByLabel(sides.width)).toHaveAccessibleDescription(/reaches outside/);
  await expect(form.getByLabel("What is seen there")).toHaveValue(`A stamp of ${town}`);
  await expect(form.getByLabel(sides.x)).toHaveValue("39");
  await tabTo(page, form.getByLabel(sides.width));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("30");
  await pressEnterOn(page, form.getByRole("button", { name: "Add evidence" }));
  const box = { x: 39, y: 39, width: 30, height: 21 };
  await framed(evidenceOf(page, `A stamp of ${town}`), box);

  const second = await as("second");
  await second.goto(`/desk/claims/${claimId}`);
  await keysReady(second);
  const seen = evidenceOf(second, `A stamp of ${town}`);
  await framed(seen, box);
  await pressEnterOn(second, seen.getByRole("button", { name: "I see the same" }));
  await expect(seen).toContainText(/confirmed by /);
});

test("a value that a table's cell does not have is refused in words, and the right one is confirmed by a second person", async ({
  as,
  api,
}) => {
  const { claimId, town } = await claimWithEvidence(await api("checker"));
  const page = await as("checker");
  const sheet = `Harbour,Ferries,Cost\n${town},7,$42 million\nElsewhere,2,$9 million\n`;
  await bring(page, claimId, "cell", sheet, `Budget of ${town}`);
  const form = page.getByRole("form", { name: "Table cell" });
  // A cell of the sheet that is shown fills in the form.
  await page.getByRole("link", { name: "C2: $42 million" }).click();
  await expect(form.getByLabel(/^Cell /)).toHaveValue("C2");
  await expect(form.getByLabel("Value", { exact: true })).toHaveValue("$42 million");
  await form.getByLabel("Value", { exact: true }).fill("$43 million");
  await form.getByLabel("What the value means").fill(`What ${town} paid for its ferries`);
  await form.getByRole("radio", { name: "Supports" }).check();
  await form.getByRole("button", { name: "Add evidence" }).click();

  await expect(form.getByLabel("Value", { exact: true })).toHaveAccessibleDescription(
    /Cell C2 says “\$42 million”, not “\$43 million”\./,
  );
  await expect(form.getByLabel("Value", { exact: true })).toHaveValue("$43 million");
  await expect(form.getByLabel(/^Cell /)).toHaveValue("C2");
  await expect(form.getByLabel("What the value means")).toHaveValue(`What ${town} paid for its ferries`);
  await expect(form.getByRole("radio", { name: "Supports" })).toBeChecked();
  expect(await lookAt(page)).toEqual([]);

  await form.getByLabel("Value", { exact: true }).fill("$42 million");
  await form.getByRole("button", { name: "Add evidence" }).click();
  const words = `What ${town} paid for its ferries`;
  const mine = evidenceOf(page, words);
  await expect(mine).toContainText("cell C2 · a second person has to confirm this");
  await expect(mine).toContainText(`${town} · Cost`);

  const second = await as("second");
  await second.goto(`/desk/claims/${claimId}`);
  const seen = evidenceOf(second, words);
  await seen.getByRole("button", { name: "I see the same" }).click();
  await expect(seen).toContainText(/cell C2 · confirmed by /);
});
