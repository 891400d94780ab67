import { closeDb } from "@/lib/core/db.server";
import { openBenchDatabase, pointAt, type BenchDatabase } from "../data/bench-database";
import { claimText } from "../data/claim-rows";
import { claimId, makePlan, slugOf, stateOf, type Plan } from "../data/plan";
import { viewerOf } from "../desk-work";
import { timesByTurns, type Times } from "../measured";
import type { Bench } from "../run-bench";
import { cookieOf, startApp, type RunningApp } from "../running-app";
import { hotQueries } from "./hot-queries";

const steps = [10_000, 100_000];
const rounds = 40;

type Page = { name: string; path: (n: number) => string };

/** Pages of the desk, each round another claim or other words, so that no cache of one answer is measured. */
function pagesOf(plan: Plan): Page[] {
  const waiting = Array.from({ length: plan.claims }, (_, n) => n).filter((n) => stateOf(n) === "in-review");
  const some = (n: number) => waiting[Math.floor((n * waiting.length) / rounds) % waiting.length]!;
  const words = (n: number) => encodeURIComponent(claimText(some(n)).split(" ").slice(1, 3).join(" "));
  return [
    { name: "queue page", path: () => "/desk" },
    { name: "claim page", path: (n) => `/desk/claims/${claimId(plan, some(n))}` },
    { name: "search page", path: (n) => `/desk/search?q=${words(n)}` },
    { name: "gate by API", path: (n) => `/api/v1/claims/${claimId(plan, some(n))}/gate` },
    { name: "readers' search page", path: (n) => `/search?q=${words(n)}` },
    { name: "a verdict that nobody read yet", path: (n) => `/verdicts/${slugOf(publishedNear(plan, n))}` },
  ];
}

function publishedNear(plan: Plan, n: number): number {
  let at = Math.floor((Math.max(0, n) * plan.claims) / (rounds + 10));
  while (stateOf(at) !== "published") at += 1;
  return at;
}

/** A desk of so many claims with the production app on it. */
type Desk = { claims: number; plan: Plan; database: BenchDatabase; app: RunningApp; cookie: string };

async function openDesk(claims: number, keep: boolean): Promise<Desk> {
  const database = await openBenchDatabase(claims, { keep });
  try {
    const app = await startApp(database);
    const plan = makePlan(claims);
    const cookie = await cookieOf(database.ownerUrl, plan.people[20]!.id, app.port);
    return { claims, plan, database, app, cookie };
  } catch (error) {
    await database.end();
    throw error;
  }
}

/** All desks are open at once and are asked by turns. */
async function pageTimes(desks: readonly Desk[]): Promise<Map<string, Times[]>> {
  const pages = desks.map(({ plan }) => pagesOf(plan));
  const measured = new Map<string, Times[]>();
  for (const [at, { name }] of pages[0]!.entries()) {
    const works = desks.map(
      ({ app, cookie }, desk) =>
        (n: number) =>
          read(app.url + pages[desk]![at]!.path(n + 4), { Cookie: cookie }),
    );
    measured.set(name, await timesByTurns(rounds, works));
  }
  return measured;
}

async function read(url: string, headers: Record<string, string>): Promise<void> {
  const answer = await fetch(url, { headers, redirect: "manual" });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}`);
}

/** What filling a desk took; a million claims may take twelve minutes of a machine that does nothing else. */
export function addFilling(
  add: Bench["add"],
  { claims, filling }: Pick<BenchDatabase, "claims" | "filling">,
): void {
  const size = claims.toLocaleString("en");
  add(`filling ${size} claims, five pieces of evidence each`, filling.seconds, "s", {
    limit: { of: "ours", most: (720 * claims) / 1_000_000 },
  });
  add("of that, processors", filling.cpuSeconds, "s");
  add("memory of the process that fills, at most", filling.megabytes, "MB");
  add("disk", filling.diskMegabytes, "MB");
}

function addPages(add: Bench["add"], sizes: readonly number[], pages: ReadonlyMap<string, Times[]>): void {
  const size = (claims: number) => `${claims.toLocaleString("en")} claims`;
  const largest = sizes.at(-1)!;
  for (const [name, times] of pages) {
    const smaller = (which: keyof Times) =>
      Object.fromEntries(times.slice(0, -1).map((one, at) => [size(sizes[at]!), one[which]]));
    for (const which of ["p50", "p95", "p99"] as const)
      add(`${name}, ${size(largest)}, ${which}`, times.at(-1)![which], "ms", {
        baselines: smaller(which),
        ...(which === "p95" && sizes.length > 1 ? { limit: { of: "ratio", most: 2 } } : {}),
      });
  }
}

/** The figures of `bench:desk-scale`: pages of desks of ten thousand claims, a hundred thousand and as many as asked for. */
export async function measureDesk({ add, claims, keep }: Bench): Promise<void> {
  const sizes = [...steps.filter((step) => step < claims), claims];
  const desks: Desk[] = [];
  try {
    for (const size of sizes) desks.push(await openDesk(size, keep));
    const { database, plan, app } = desks.at(-1)!;
    addFilling(add, database);
    addPages(add, sizes, await pageTimes(desks));
    const megabytes = await app.megabytes();
    pointAt(database.home, database.appUrl);
    for (const [name, { ours, bare }] of await hotQueries(database.appUrl, plan, viewerOf(plan.people[20]!)))
      add(`${name}, ${claims.toLocaleString("en")} claims, p50`, ours.p50, "ms", {
        baselines: { "bare SQL": bare.p50 },
        limit: { of: "ratio", most: 3 },
      });
    if (megabytes !== null) add("memory of the app after that", megabytes, "MB");
  } finally {
    await closeDb();
    for (const { app, database } of desks) {
      await app.end();
      await database.end();
    }
  }
}
