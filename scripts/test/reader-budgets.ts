import { gzipSync } from "node:zlib";
import { chromium, type Browser, type Page } from "@playwright/test";
import { JSDOM } from "jsdom";
import { axeFaults } from "./axe-faults";
import { browserFlags, ensureBrowser } from "./find-browser";

const maxHtmlBytes = 30 * 1024;
const maxCssBytes = 15 * 1024;

/** What a reader's page weighs too much, or loads that it must not; empty when it keeps its budgets. */
export function weightFaults(html: string, { mayScript = false } = {}): string[] {
  const { document } = new JSDOM(html).window;
  const packed = gzipSync(html).byteLength;
  const css = [...document.querySelectorAll("style")].reduce(
    (sum, { textContent }) => sum + Buffer.byteLength(textContent ?? ""),
    0,
  );
  const outside = document.querySelectorAll('link[rel~="stylesheet"], link[rel~="preload"], [style]').length;
  // Any other way of showing a font either hides words until it comes or moves them when it does.
  const faces = html.match(/@font-face\{[^}]*\}/g) ?? [];
  const pushy = faces.filter((face) => !face.includes("font-display:optional")).length;
  const scripts = document.querySelectorAll('script:not([type="application/ld+json"])').length;
  return [
    ...(packed > maxHtmlBytes ? [`${packed} bytes of HTML, packed`] : []),
    ...(css > maxCssBytes ? [`${css} bytes of CSS`] : []),
    ...(outside > 0 ? [`${outside} style sheets from outside, preloads or style attributes`] : []),
    ...(pushy > 0 ? [`${pushy} fonts that are not optional`] : []),
    ...(scripts > (mayScript ? 1 : 0) ? [`${scripts} scripts`] : []),
  ];
}

/** The kinds of elements on a page, by name, class and the names of what else they carry, and the order of its headings. */
function kindsOf(html: string): Set<string> {
  const body = html.slice(html.indexOf("<body")).replace(/<script\b.*?<\/script>/gs, "");
  const kinds = new Set<string>();
  for (const [, name, attributes = ""] of body.matchAll(/<([a-z][a-z0-9]*)((?:\s+[\w-]+(?:="[^"]*")?)*)/g)) {
    const kind = /\s(class|role|type)="[^"]*"|\s(aria-[\w-]+|hidden|open|alt|for)\b/g;
    kinds.add([name, ...(attributes.match(kind) ?? [])].join("").replace(/(aria-label)="[^"]*"/g, "$1"));
  }
  const levels = [...body.matchAll(/<h([1-6])/g)].map(([, level]) => level);
  return kinds.add(levels.filter((level, at) => level !== levels[at - 1]).join(" "));
}

/**
 * The fewest pages, richest first, on which stands every kind of element that stands on any: what a browser finds wrong
 * with one of them it finds here, and the same template is not opened again for other words.
 */
export function distinctPages<T extends { html: string }>(pages: ReadonlyMap<string, T>): Map<string, T> {
  const unseen = new Map([...pages].map(([path, { html }]) => [path, kindsOf(html)]));
  const chosen = new Map<string, T>();
  for (;;) {
    const [path, kinds] = [...unseen].sort((a, b) => b[1].size - a[1].size)[0] ?? [];
    if (!path || !kinds || kinds.size === 0) return chosen;
    chosen.set(path, pages.get(path)!);
    const seen = [...kinds];
    for (const left of unseen.values()) for (const kind of seen) left.delete(kind);
  }
}

/** The Chromium of the end-to-end tests. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
}

type Shift = PerformanceEntry & { value: number };
type Watched = typeof globalThis & { shifts: number[]; watch: PerformanceObserver };

/** In the page: waits for its largest content, and from then on writes down whatever moves. */
const largestPaint = () =>
  new Promise<true>((seen) => {
    const watched = globalThis as Watched;
    watched.shifts = [];
    watched.watch = new PerformanceObserver((list) =>
      watched.shifts.push(...(list.getEntries() as Shift[]).map(({ value }) => value)),
    );
    watched.watch.observe({ type: "layout-shift", buffered: true });
    new PerformanceObserver(() => seen(true)).observe({ type: "largest-contentful-paint", buffered: true });
  });

/** In the page: the sum of all layout shifts until every font has come or was given up. */
const layoutShift = async () => {
  const { shifts, watch } = globalThis as Watched;
  await document.fonts.ready;
  await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  const last = (watch.takeRecords() as Shift[]).map(({ value }) => value);
  return [...shifts, ...last].reduce((sum, value) => sum + value, 0);
};

/**
 * Opens the page while every request but the one for the document is held back: it must paint its largest content all
 * the same. Then the others are let go, and nothing may move.
 */
export async function paintFaults(page: Page, url: string): Promise<string[]> {
  await page.route("**/*", async (route) => {
    if (route.request().isNavigationRequest()) await route.continue();
  });
  await page.goto(url, { waitUntil: "commit" });
  const isPainted = await Promise.race([
    page.evaluate(largestPaint),
    new Promise<false>((late) => setTimeout(late, 10_000, false)),
  ]);
  if (!isPainted) return ["paints nothing before other requests than the document's are answered"];
  // What was held goes on with it.
  await page.unroute("**/*");
  await page.waitForLoadState("load");
  const shift = await page.evaluate(layoutShift);
  return shift === 0 ? [] : [`its layout shifts by ${shift}`];
}

/** What axe finds in light and dark on a telephone, targets of a finger's size among it, and what is wider than it or than 320 pixels. */
export async function accessFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await page.setViewportSize({ width: 390, height: 844 });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // The same page in other colours: only the colours can be wrong.
    const look = colorScheme === "light" ? { also: ["target-size"] } : { rules: ["color-contrast"] };
    faults.push(...(await axeFaults(page, look)).map((fault) => `${colorScheme} ${fault}`));
  }
  // The narrowest window lays tables out otherwise than a telephone: what fits the one may not fit the other.
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 640 });
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (tooWide > 0) faults.push(`${tooWide} pixels too wide for ${width}`);
  }
  return faults;
}

/** In the page: ratings off the line of what they mean, faint tags, and tables in which the words have not the widest column. */
const layoutInPage = () => {
  const faults: string[] = [];
  const baselineOf = (element: Element) => {
    const mark = document.createElement("span");
    mark.style.display = "inline-block";
    element.prepend(mark);
    const { bottom } = mark.getBoundingClientRect();
    mark.remove();
    return bottom;
  };
  for (const word of document.querySelectorAll(".rating .rating-label")) {
    const meaning = word.closest("p, li, th")?.querySelector(".meta, .quiet");
    const off = meaning ? Math.abs(baselineOf(word) - baselineOf(meaning)) : 0;
    if (off > 0.5) faults.push(`"${word.textContent}" stands ${off} pixels off its meaning`);
  }
  for (const tag of document.querySelectorAll(".tag"))
    if (getComputedStyle(tag).color !== getComputedStyle(document.body).color)
      faults.push(`"${tag.textContent}" is fainter than other words`);
  for (const head of document.querySelectorAll(".counts thead tr")) {
    const widths = [...head.children].map((cell) => cell.getBoundingClientRect().width);
    const words = head.querySelector(".month") ? 1 : 0;
    if (Math.max(...widths) > widths[words]!)
      faults.push(`the words have ${widths[words]} of ${widths} pixels`);
  }
  return faults;
};

/** What of a list stands wrong: a rating off the line of its meaning, a faint tag, words squeezed by another column. */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(layoutInPage);
}
