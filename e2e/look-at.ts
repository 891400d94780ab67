import { expect, type Page } from "@playwright/test";
import { axeFaults } from "@/scripts/test/axe-faults";
import { coveredOrTooWide, lostWithoutColour, moving, outOfReach } from "./seen-by-all";

/** What 1280 by 1024 pixels hold at 400%: as narrow as 320 px, and not as high. */
const at400Percent = { width: 320, height: 256 };

/** In the light all rules, in the dark, where only colours can be wrong, those of colours; no colour is half way to another. */
async function axeInBothColours(page: Page, inside?: string): Promise<string[]> {
  const where = inside ? { inside } : {};
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const light = await axeFaults(page, where);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await axeFaults(page, { ...where, rules: ["color-contrast"] });
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "no-preference" });
  return [...light.map((fault) => `light ${fault}`), ...dark.map((fault) => `dark ${fault}`)];
}

/** What is lost where a person's own few colours stand for all others, and what moves although they asked for rest. */
export async function lostInForcedColours(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  const faults = [...(await lostWithoutColour(page)), ...(await moving(page))];
  await page.emulateMedia({ forcedColors: "none", reducedMotion: "no-preference" });
  return faults;
}

/** What a look finds in a window as narrow and low as 400% leaves it; after that the window is as it was. */
async function inSmallWindow(page: Page, look: () => Promise<string[]>): Promise<string[]> {
  const size = page.viewportSize();
  await page.setViewportSize(at400Percent);
  // What gets the focus is in sight at once.
  await page.emulateMedia({ reducedMotion: "reduce" });
  const faults = await look();
  await page.emulateMedia({ reducedMotion: "no-preference" });
  if (size) await page.setViewportSize(size);
  return faults.map((fault) => `400% ${fault}`);
}

/** What a window as small as 400% leaves it hides of a page, or lets run out of sight. */
export function hiddenAt400Percent(page: Page): Promise<string[]> {
  return inSmallWindow(page, () => coveredOrTooWide(page));
}

/**
 * What is wrong with a page as it stands, a line for each fault: for axe, in the light and in the dark; in forced colours;
 * by moving; at 400%. What is open stays open, but what closes when the focus leaves it: that is for `lookOver`.
 */
export async function lookAt(page: Page): Promise<string[]> {
  // The frame runs no scripts, axe's neither; what it shows is a reader's page, which is looked at by itself.
  for (const frame of await page.locator("iframe").all()) {
    await expect(frame).toHaveAttribute("title", /./);
    await frame.evaluate((element) => element.remove());
  }
  const faults = [
    ...(await axeInBothColours(page)),
    ...(await lostInForcedColours(page)),
    ...(await hiddenAt400Percent(page)),
  ];
  return faults.map((fault) => `${page.url()}: ${fault}`);
}

/** The same of what lies over a page and answers to `over`, a selector. The focus stays where it is. */
export async function lookOver(page: Page, over: string): Promise<string[]> {
  return [
    ...(await axeInBothColours(page, over)),
    ...(await lostInForcedColours(page)),
    ...(await inSmallWindow(page, () => outOfReach(page, over))),
  ];
}

/** Opens all that the page keeps folded: what is hidden nobody can find fault with. */
function unfold(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const folded of document.querySelectorAll<HTMLDetailsElement>("main details:not([open])")) {
      // Of those that share a name only one may be open.
      folded.removeAttribute("name");
      folded.open = true;
      // What lies over the page is looked at by itself.
      const lies = [...folded.children].some((child) => getComputedStyle(child).position === "absolute");
      if (lies) folded.open = false;
    }
  });
}

/** Goes to a page and looks at it, unfolded. */
export async function lookAtPage(page: Page, path: string): Promise<string[]> {
  await page.goto(path);
  await unfold(page);
  return lookAt(page);
}
