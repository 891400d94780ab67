import { chromium, type Page } from "playwright";
import type { openSessionOf } from "../../e2e/sessions";
import { browserFlags, ensureBrowser } from "../../scripts/test/find-browser";
import { median } from "../measured";
import { timeWork } from "./work";

const slowdown = 4;
const rationale = "The figure is of the whole year.";

export type Note = (metric: string, ours: number, limit?: number | null, unit?: string) => unknown;

/** Collects how long each interaction took from the press to the next painted frame (Event Timing). */
async function collectInteractions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const all: Record<string, number> = ((window as unknown as { interactions: unknown }).interactions = {});
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[])
        if (entry.interactionId)
          all[entry.interactionId] = Math.max(all[entry.interactionId] ?? 0, entry.duration);
    }).observe({ type: "event", durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
}

/** Interaction to Next Paint: the slowest, but for one in fifty. */
async function inp(page: Page): Promise<number> {
  await page.waitForTimeout(500);
  const all = await page.evaluate(() =>
    Object.values((window as unknown as { interactions: Record<string, number> }).interactions),
  );
  const sorted = all.sort((a, b) => b - a);
  return sorted[Math.floor(sorted.length / 50)] ?? 0;
}

async function press(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(120);
  }
}

const times = (count: number, ...keys: string[]) => Array.from({ length: count }, () => keys).flat();

/** As text: tsx gives names to inner functions by a helper that a page does not have. */
const watchOpening = `
  const words = (document.activeElement?.textContent ?? "").slice(0, 40);
  addEventListener("keydown", () => {
    const begin = performance.now();
    (function look() {
      const heading = document.querySelector("main h1")?.textContent ?? "";
      if (heading.startsWith(words)) window.opened = performance.now() - begin;
      else requestAnimationFrame(look);
    })();
  }, { once: true, capture: true });`;

/** From Enter on a row that was in hand so long until the claim's own words stand in its heading. */
async function openNext(page: Page, inHandMs: number): Promise<number> {
  await page.keyboard.press("j");
  await page.waitForTimeout(inHandMs);
  await page.evaluate(watchOpening);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => "opened" in window);
  return page.evaluate(() => {
    const { opened } = window as unknown as { opened: number };
    delete (window as unknown as { opened?: number }).opened;
    return opened;
  });
}

const openings: [what: string, inHandMs: number, limit: number | null][] = [
  ["that was in hand", 1_500, 100],
  ["in the same breath", 0, null],
];

/** Works the desk in a real browser as a person would, and notes what it took. */
export async function timeBrowser(
  url: string,
  sessionOf: typeof openSessionOf,
  note: Note,
  traces: string,
): Promise<void> {
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
  const open = async (person: Parameters<typeof openSessionOf>[0]) => {
    const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 900 } });
    await context.addCookies([(await sessionOf(person)).cookie]);
    return context.newPage();
  };
  await timeWork(open, note, traces);
  // Their windows are on other people's machines: they take nothing from the window that is measured.
  for (const context of browser.contexts()) await context.close();
  const page = await open("second");
  await collectInteractions(page);
  await page.goto("/desk?needs=review");
  await page.waitForTimeout(1500);
  for (const [what, inHandMs, limit] of openings) {
    const opened: number[] = [];
    for (let round = 0; round < 7; round += 1) opened.push(await openNext(page, inHandMs));
    note(`opening the next claim ${what} (median of 7)`, median(opened), limit);
  }

  await timeKeys(page, note);
  await weighPages(await open("checker"), note);
  await browser.close();
}

/** A claim of the demo on which reviews are given and the verdict is written; undefined when there is none. */
async function claimInReview(page: Page): Promise<string | undefined> {
  const found = await page.request.get("/api/v1/claims?q=Aurus&state=in-review&limit=1");
  return ((await found.json()) as { items: { id: string }[] }).items[0]?.id;
}

/** All JavaScript that a page brings into an empty browser until it is quiet, with what comes after the page is usable. */
async function weighPages(page: Page, note: Note): Promise<void> {
  const id = await claimInReview(page);
  if (!id) throw new Error("No claim of the demo is in review: none has an editor to weigh.");
  const claim = `/desk/claims/${id}`;
  const pages = [
    { name: "the queue", path: "/desk", shows: "a[data-row]", key: null },
    { name: "a claim", path: claim, shows: "main h1", key: null },
    { name: "a verdict", path: `${claim}/verdict`, shows: "main h1", key: null },
    // Its editor comes with the first sign of a person.
    { name: "a verdict worked on", path: `${claim}/verdict`, shows: "[contenteditable=true]", key: "Tab" },
  ];
  for (const { name, path, shows, key } of pages) {
    const fresh = await page.context().newPage();
    const cdp = await fresh.context().newCDPSession(fresh);
    await cdp.send("Network.setCacheDisabled", { cacheDisabled: true });
    await fresh.goto(path);
    if (key) await fresh.keyboard.press(key);
    await fresh.locator(shows).first().waitFor();
    await fresh.waitForTimeout(4_000);
    const bytes = await fresh.evaluate(() =>
      (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
        .filter(({ name: address }) => address.includes(".js"))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    );
    note(`JavaScript of ${name}, with what it fetches later`, bytes / 1024, null, "KB");
    await fresh.close();
  }
}

/** Keys a sentence of the open article as evidence that supports the claim. */
async function logSentence(page: Page): Promise<void> {
  await press(page, ["e", ...times(3, "j"), "1"]);
  await page.waitForTimeout(2_000);
}

async function timeKeys(page: Page, note: Note): Promise<void> {
  const throttle = await page.context().newCDPSession(page);
  await throttle.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.goto("/desk?needs=all");
  await page.waitForTimeout(4000);
  await press(page, [
    ...times(60, "j"),
    ...times(10, "x", "j"),
    ...times(10, "Shift+J"),
    ...times(20, "k"),
    "?",
    "Escape",
  ]);
  note(`INP of the queue, CPU ${slowdown} times slower`, await inp(page), 200);
  const claim = (await page.locator("a[data-row]").first().getAttribute("href"))!;
  const id = await claimInReview(page);
  await page.goto(id ? `/desk/claims/${id}` : claim);
  await page.waitForTimeout(4000);
  await press(page, [...times(6, "j"), "e", ...times(8, "j"), "Escape", "r"]);
  await page.keyboard.type(rationale, { delay: 30 });
  if (!(await page.locator("textarea:focus").inputValue()).endsWith(rationale))
    throw new Error("What was typed as the reason of a review is not in its field.");
  await press(page, ["Tab", "?", "Escape", ...times(5, "Tab")]);
  await logSentence(page);
  note(`INP of a claim's page, CPU ${slowdown} times slower`, await inp(page), 200);
}
