import { closeDb } from "@/lib/core/db.server";
import { openBenchDatabase, pointAt } from "../data/bench-database";
import { claimText } from "../data/claim-rows";
import { claimId, makePlan, slugOf, stateOf, type Plan } from "../data/plan";
import { viewerOf } from "../desk-work";
import { timesOf, type Times } from "../measured";
import type { Bench } from "../run-bench";
import { cookieOf, startApp } from "../running-app";
import { hotQueries } from "./hot-queries";

const small = 10_000;
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

type Measured = {
  pages: Map<string, Times>;
  megabytes: number | null;
  queries: Map<string, { ours: Times; bare: Times }>;
};

async function measureAt(claims: number, { keep, isQuiet }: Bench): Promise<Measured> {
  const database = await openBenchDatabase(claims, { keep, ...(isQuiet ? { say: () => undefined } : {}) });
  const plan = makePlan(claims);
  try {
    const app = await startApp(database);
    const pages = new Map<string, Times>();
    let megabytes: number | null = null;
    try {
      const headers = { Cookie: await cookieOf(database.ownerUrl, plan.people[20]!.id, app.port) };
      for (const { name, path } of pagesOf(plan))
        pages.set(name, await timesOf(rounds, (n) => read(app.url + path(n + 4), headers)));
      megabytes = await app.megabytes();
    } finally {
      await app.end();
    }
    pointAt(database.home, database.appUrl);
    const queries = await hotQueries(database.appUrl, plan, viewerOf(plan.people[20]!));
    return { pages, megabytes, queries };
  } finally {
    await closeDb();
    await database.end();
  }
}

async function read(url: string, headers: Record<string, string>): Promise<void> {
  const answer = await fetch(url, { headers, redirect: "manual" });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}`);
}

/** The figures of `bench:desk-scale`. */
export async function measureDesk(bench: Bench): Promise<void> {
  const { add, claims } = bench;
  const few = await measureAt(small, bench);
  const many = claims === small ? few : await measureAt(claims, bench);
  const size = claims.toLocaleString("en");
  for (const [name, times] of many.pages) {
    const before = few.pages.get(name)!;
    add(`${name}, ${size} claims, p50`, times.p50, "ms", { baselines: { "10,000 claims": before.p50 } });
    const limit = { of: "ratio" as const, most: 2 };
    add(`${name}, ${size} claims, p95`, times.p95, "ms", {
      baselines: { "10,000 claims": before.p95 },
      limit,
    });
    add(`${name}, ${size} claims, p99`, times.p99, "ms", { baselines: { "10,000 claims": before.p99 } });
  }
  for (const [name, { ours, bare }] of many.queries)
    add(`${name}, ${size} claims, p50`, ours.p50, "ms", {
      baselines: { "bare SQL": bare.p50 },
      limit: { of: "ratio", most: 3 },
    });
  if (many.megabytes !== null) add("memory of the app after that", many.megabytes, "MB");
}
