/**
 * How quick the desk is: `npm run bench:desk -- [--json]`. It starts an instance of its own with 10,000 and then 100,000
 * claims, times the queries of the queue, and then works the desk in a browser: how many interactions and seconds a piece
 * of work takes, how soon the next claim is there, and how soon a CPU four times slowed down answers a key. With
 * `--browser` only the latter, with 2,000 claims.
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
const onlyBrowser = process.argv.includes("--browser");
const sizes = onlyBrowser ? [2_000] : [10_000, 100_000];
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

/** Each of the newsroom's figures by itself, over a year and over all five that the records are spread over. */
async function timeFigures(size: number): Promise<void> {
  const { loadAgreement, loadOutput, loadResponses, loadStages, loadNewsroomFigures } =
    await import("../lib/newsroom-figures/queries");
  const { loadBalance, loadChoices } = await import("../lib/newsroom-figures/selection.server");
  const { loadSources } = await import("../lib/newsroom-figures/sources.server");
  const { readPeriod, usualPeriods } = await import("../lib/newsroom-figures/period");
  const now = new Date();
  for (const { label, first, last } of usualPeriods(now, "UTC").filter(({ label: one }) =>
    /12|5/.test(one),
  )) {
    const period = readPeriod({ from: first, to: last }, now, "UTC");
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
    if (!onlyBrowser) await timeQueries(viewer, size);
  }
  const [one, other] = staff.map(({ id }) => String(id));
  await copyManyPublished(instance.ownerUrl!, [one!, other!]);
  await timeFigures(there);
  await timeBrowser(server.url, openSessionOf, note);
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
