import { join } from "node:path";
import type { Page } from "playwright";
import type { DeskPagePath } from "./desk-pages";
import type { Look } from "./looks";

/** Longer pages are cut here: what matters is above. */
const tallestPx = 4_000;

export type Picture = { file: string; problems: string[] };

/**
 * Opens the page and waits until its scripts listen, or, where it is broken and they never do, until it says so; answers
 * what went wrong on the way.
 */
export async function openPage(
  page: Page,
  { route, path }: DeskPagePath,
  isBroken: boolean,
): Promise<string[]> {
  const problems: string[] = [];
  page.on("console", (message) => (message.type() === "error" ? problems.push(message.text()) : undefined));
  page.on("pageerror", (error) => problems.push(error.message));
  const answer = await page.goto(path, { waitUntil: "load" });
  if (isBroken)
    await page
      .locator("h1")
      .first()
      .waitFor({ timeout: 2_000 })
      .catch(() => undefined);
  else if (route.startsWith("/desk"))
    await page
      .locator("html[data-keys]")
      .waitFor({ state: "attached", timeout: 10_000 })
      .catch(() => problems.push("no keys"));
  // What the browser puts around a picture alone is not ours to mend.
  if (answer?.headers()["content-type"]?.startsWith("image/")) problems.length = 0;
  await page.evaluate("document.fonts.ready");
  if (answer && answer.status() >= 400 && !route.includes("[...rest]"))
    problems.push(`answers ${answer.status()}`);
  return problems;
}

/** What a sheet keeps free around the page: a picture of a window would leave it out. */
const sheetMargins = "@media print { html { padding: 16mm } }";

/** Looks at the page in another way: width, colours, motion. */
export async function wear(page: Page, look: Look): Promise<void> {
  await page.emulateMedia({
    media: look.media ?? "screen",
    colorScheme: look.colorScheme ?? "light",
    forcedColors: look.forcedColors ?? "none",
    reducedMotion: look.reducedMotion ?? "no-preference",
  });
  await page.setViewportSize(look.viewport!);
  if (look.media === "print")
    await page.evaluate((rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      document.adoptedStyleSheets = [sheet];
    }, sheetMargins);
}

/** What stands out to the right of the window although nothing there scrolls: which element, and by how much. */
function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { innerWidth } = window;
    const wide = document.documentElement.scrollWidth;
    if (wide <= innerWidth) return [];
    const found = [...document.querySelectorAll("main *, header *")]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      // What scrolls in a box of its own makes the page no wider.
      .filter((element) => element.parentElement?.closest(".overflow-x-auto") === null)
      .slice(0, 3)
      .map((element) => `${element.tagName.toLowerCase()}.${String(element.className).slice(0, 40)}`);
    return [`${wide} px wide in a window of ${innerWidth}: ${found.join(", ")}`];
  });
}

/** Takes the picture, of the whole page or of what is in the window. */
export async function takePicture(
  page: Page,
  { out, name, isWhole }: { out: string; name: string; isWhole: boolean },
): Promise<Picture> {
  const problems = await sticksOut(page);
  const { width, height, tall } = await page.evaluate(() => ({
    width: window.innerWidth,
    height: window.innerHeight,
    // Where panes scroll by themselves, the longest of them.
    tall: Math.max(
      document.documentElement.scrollHeight,
      ...[...document.querySelectorAll(".pane")].map(({ scrollHeight }) => scrollHeight + 60),
    ),
  }));
  if (isWhole && tall > height)
    await page.setViewportSize({ width, height: Math.min(Math.max(tall, 600), tallestPx) });
  // A frame that shows what has just been opened or resized: the picture would have it empty.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const file = `${name}.png`;
  await page.screenshot({ path: join(out, file), animations: "disabled" });
  return { file, problems };
}
