/**
 * How quick the desk is: `npm run bench:desk -- [--json]`. It starts an instance of its own with 10,000 and then 100,000
 * claims, times the queries of the queue, and then works the desk in a browser: how many interactions and seconds a piece
 * of work takes, how soon the next claim is there, and how soon a CPU four times slowed down answers a key. With
 * `--browser` only the latter, with few claims.
 */
import { cpus } from "node:os";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { median, timeBrowser, type Note } from "./desk/browser";
import { newSettings, removeServer, startServer } from "../e2e/server";
import { copyManyClaims } from "../scripts/test/many-claims";
import { copyManyPublished } from "../scripts/test/many-published";
import type { Viewer } from "../lib/access/viewer";

const asJson = process.argv.includes("--json");
const sizes = process.argv.includes("--browser") ? [] : [10_000, 100_000];
const rounds = 15;

type Row = { metric: string; ours: number; unit: string; limit: number | null };
const rows: Row[] = [];
const note: Note = (metric, ours, limit = null, unit = "ms") => {
  rows.push({ metric, ours: Math.round(ours * 10) / 10, unit, limit });
  if (!asJson)
    console.log(
      `${metric.padEnd(66)} ${ours.toFixed(1).padStart(8)} ${unit}${limit ? `  (at most ${limit})` : ""}`,
    );
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const each: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begin = performance.now();
    await work();
    each.push(performance.now() - begin);
  }
  return median(each);
}

const pages = [
  "",
  "needs=all",
  "needs=all&sort=importance",
  "needs=all&sort=deadline",
  "needs=all&sort=reach",
];
const found = ["state=in-review", "topic=harbour", "q=reactor", "due=week&sort=deadline", "needs=evidence"];

async function timeQueries(viewer: Viewer, size: number): Promise<void> {
  const { countQueues, listClaims } = await import("../lib/claims/list-claims.server");
  const { filtersOfQuery } = await import("../lib/claims/queue-filters");
  const { builtInViews, filtersOfView } = await import("../lib/views/view");
  const now = new Date();
  const many = size.toLocaleString("en");
  for (const query of [...pages, ...found]) {
    const input = { ...filtersOfQuery(query), limit: 50 };
    note(
      `${many} claims: a page of “${query || "needs you"}”`,
      await timed(() => listClaims(viewer, input, now)),
    );
  }
  const deep = { ...filtersOfQuery("needs=all&sort=deadline"), limit: 50 };
  let cursor: string | undefined;
  for (let page = 0; page < 40; page += 1)
    cursor =
      (await listClaims(viewer, { ...deep, ...(cursor ? { cursor } : {}) }, now)).nextCursor ?? undefined;
  const at = { ...deep, ...(cursor ? { cursor } : {}) };
  note(`${many} claims: the 41st page by deadline`, await timed(() => listClaims(viewer, at, now)));
  const views = builtInViews.map(filtersOfView);
  note(`${many} claims: the counts of all views`, await timed(() => countQueues(viewer, views, now)));
}

<<<<<<< HEAD
=======
/** Each of the newsroom's figures by itself, over a year and over all five that the records are spread over. */
async function timeFigures(size: number): Promise<void> {
  const { loadAgreement, loadOutput, loadResponses, loadStages, loadNewsroomFigures } =
    await import("../lib/newsroom-figures/queries");
  const { loadBalance, loadChoices } = await import("../lib/newsroom-figures/selection.server");
  const { loadSources } = await import("../lib/newsroom-figures/sources.server");
  const { readPeriod, usualPeriods } = await import("../lib/newsroom-figures/period");
  const now = new Date();
  for (const { label, first, last } of usualPeriods(now).filter(({ label: one }) => /12|5/.test(one))) {
    const period = readPeriod({ from: first, to: last }, now);
    if (!period.ok) throw new Error(period.error.detail);
    const of = `${size.toLocaleString("en")} claims: figures of ${label}`;
    note(`${of}, output`, await timed(() => loadOutput(period.value)));
    note(`${of}, time in stages`, await timed(() => loadStages(period.value)));
    note(`${of}, agreement`, await timed(() => loadAgreement(period.value)));
    note(`${of}, corrections`, await timed(() => loadResponses(period.value)));
    for (const balance of ["topics", "claimants", "outlets"] as const)
      note(`${of}, balance of ${balance}`, await timed(() => loadBalance(balance, period.value, 30)));
    note(`${of}, choices`, await timed(() => loadChoices(period.value)));
    note(`${of}, sources`, await timed(() => loadSources(period.value, 30)));
    note(`${of}, all at once`, await timed(() => loadNewsroomFigures(period.value, 30)));
  }
}

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

/** From Enter on a row that was in hand for a moment until the claim's own words stand in its heading. */
async function openNext(page: Page): Promise<number> {
  await page.keyboard.press("j");
  await page.waitForTimeout(1500);
  await page.evaluate(watchOpening);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => "opened" in window);
  return page.evaluate(() => {
    const { opened } = window as unknown as { opened: number };
    delete (window as unknown as { opened?: number }).opened;
    return opened;
  });
}

async function timeBrowser(url: string, cookie: { name: string; value: string }): Promise<void> {
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 900 } });
  await context.addCookies([{ ...cookie, url }]);
  const page = await context.newPage();
  await collectInteractions(page);
  await page.goto("/desk?needs=review");
  await page.waitForTimeout(1500);
  const opened: number[] = [];
  for (let round = 0; round < 7; round += 1) opened.push(await openNext(page));
  note("opening the next claim that was in hand (median of 7)", median(opened), 100);

  const throttle = await context.newCDPSession(page);
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
  const demo = await page.request.get("/api/v1/claims?q=Aurus&state=in-review&limit=1");
  const [item] = ((await demo.json()) as { items: { id: string }[] }).items;
  await page.goto(item ? `/desk/claims/${item.id}` : claim);
  await page.waitForTimeout(4000);
  await press(page, [
    ...times(6, "j"),
    "e",
    ...times(8, "j"),
    "Escape",
    "r",
    "Tab",
    "c",
    "?",
    "Escape",
    ...times(5, "Tab"),
  ]);
  note(`INP of a claim's page, CPU ${slowdown} times slower`, await inp(page), 200);
  await browser.close();
}

>>>>>>> desk-figures
const settings = await newSettings({ COUNTERSIGN_DEMO: "1" });
const server = await startServer(settings);
try {
  const home = settings.COUNTERSIGN_HOME;
  const instance = JSON.parse(await readFile(join(home, "instance.json"), "utf8")) as Record<string, string>;
  Object.assign(process.env, {
    DATABASE_URL: instance.databaseUrl,
    NEXTAUTH_SECRET: await readFile(join(home, "cookie-secret"), "utf8"),
    NEXTAUTH_URL: server.url,
    PUBLIC_URL: server.url,
    COUNTERSIGN_HOME: home,
    PORT: settings.PORT,
    HOST: "127.0.0.1",
  });
  const { openSessionOf, sql } = await import("../e2e/sessions");
  const staff = await sql(`SELECT id, name, email, role FROM "user" WHERE role <> 'admin' ORDER BY email`);
  const viewer = { ...staff[1], scopes: ["read"] } as unknown as Viewer;
  let there = 0;
  for (const size of sizes) {
    await copyManyClaims(
      instance.ownerUrl!,
      size - there,
      staff.map(({ id }) => String(id)),
      there,
    );
    there = size;
    await timeQueries(viewer, size);
  }
<<<<<<< HEAD
  await timeBrowser(server.url, openSessionOf, note);
=======
  const [one, other] = staff.map(({ id }) => String(id));
  await copyManyPublished(instance.ownerUrl!, [one!, other!]);
  await timeFigures(there);
  await timeBrowser(server.url, (await openSessionOf("second")).cookie);
>>>>>>> desk-figures
  await (await import("../lib/core/db.server")).closeDb();
} finally {
  await removeServer(server);
}
if (asJson)
  console.log(
    JSON.stringify({
      name: "desk",
      rows: rows.map((row) => ({ ...row, baselines: {}, ratio: row.limit ? row.ours / row.limit : null })),
      machine: `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}`,
      date: new Date().toISOString().slice(0, 10),
    }),
  );
