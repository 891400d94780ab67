/**
 * How quick the desk is: `npm run bench:desk -- [--claims N] [--browser] [--json] [--save]`. It starts an instance of its
 * own with so many claims, 100,000 when not said, times the queries of the queue, and then works the desk in a browser: how
 * many interactions and seconds a piece of work takes, how soon the next claim is there, and how soon a CPU four times
 * slowed down answers a person. With `--browser` only the latter.
 */
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { timeBrowser, type Note } from "./desk/browser";
import { timesOf } from "./measured";
import { runBench } from "./run-bench";
import { newSettings, removeServer, startServer } from "../e2e/server";
import { copyManyClaims } from "../scripts/test/many-claims";
import { copyManyPublished } from "../scripts/test/many-published";
import type { Viewer } from "../lib/access/viewer";

const onlyBrowser = process.argv.includes("--browser");
const timed = async (work: () => Promise<unknown>) => (await timesOf(15, work)).p50;
/** Where the traces of what was worked are left. */
const traces = "test-results/desk-traces";

const pages = [
  "",
  "needs=all",
  "needs=all&sort=importance",
  "needs=all&sort=deadline",
  "needs=all&sort=reach",
];
const found = ["state=in-review", "topic=harbour", "q=reactor", "due=week&sort=deadline", "needs=evidence"];

async function timeQueries(note: Note, viewer: Viewer, size: number): Promise<void> {
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
async function timeFigures(note: Note, size: number): Promise<void> {
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

await runBench("desk", 100_000, async ({ claims, add, isQuiet }) => {
  const note: Note = (metric, ours, most = null, unit = "ms") =>
    add(metric, ours, unit, { limit: most === null ? null : { of: "ours", most } });
  const settings = await newSettings({ COUNTERSIGN_DEMO: "1" });
  const server = await startServer(settings);
  try {
    const home = settings.COUNTERSIGN_HOME;
    const instance = JSON.parse(await readFile(join(home, "instance.json"), "utf8")) as Record<
      string,
      string
    >;
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
    const ids = staff.map(({ id }) => String(id));
    await copyManyClaims(instance.ownerUrl!, claims, ids);
    if (!onlyBrowser) await timeQueries(note, viewer, claims);
    await copyManyPublished(instance.ownerUrl!, [ids[0]!, ids[1]!]);
    await timeFigures(note, claims);
    await mkdir(traces, { recursive: true });
    await timeBrowser(server.url, openSessionOf, note, traces);
    if (!isQuiet) console.log(`Traces of the two pieces of work: npx playwright show-trace ${traces}/*.zip`);
    await (await import("../lib/core/db.server")).closeDb();
  } finally {
    await removeServer(server);
  }
});
