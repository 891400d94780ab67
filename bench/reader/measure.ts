import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";
import { closeDb } from "@/lib/core/db.server";
import { freePort } from "@/lib/database/embedded.server";
import { startEdge, type Edge } from "../../scripts/edge/run-edge";
import { openBenchDatabase } from "../data/bench-database";
import { makePlan, slugOf, stateOf } from "../data/plan";
import { load, loader, type Load } from "../load-http";
import { median } from "../measured";
import type { Bench } from "../run-bench";
import { startApp, startNext, type RunningApp } from "../running-app";
import { correctionSoon } from "./correction";
import { serveFromFile } from "./nginx-file";

const rounds = 5;

type Answer = { headers: IncomingHttpHeaders; body: Buffer };

/** One answer as it comes over the wire, packed: `fetch` would unpack it. */
function packed(url: string): Promise<Answer> {
  return new Promise((done, failed) => {
    const asked = request(url, { headers: { "accept-encoding": "gzip" } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => done({ headers: answer.headers, body: Buffer.concat(parts) }));
    });
    asked.once("error", failed).end();
  });
}

/** Two bare pages under Next: a handler that sends the same bytes, and a page of the same words that Next keeps. */
async function startBare({ headers, body }: Answer): Promise<{ app: RunningApp; end: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "countersign-bare-"));
  const {
    connection: _c,
    date: _d,
    "keep-alive": _k,
    "transfer-encoding": _t,
    "content-length": _l,
    // What a handler answers is packed by the server, here as there.
    "content-encoding": _e,
    ...kept
  } = headers;
  const env = { BENCH_PAGE: join(folder, "page.html"), BENCH_ANSWER: join(folder, "answer.json") };
  const page = headers["content-encoding"] === "gzip" ? gunzipSync(body) : body;
  await writeFile(env.BENCH_PAGE, page);
  await writeFile(env.BENCH_ANSWER, JSON.stringify({ headers: kept, body: page.toString("base64") }));
  const environment = {
    ...process.env,
    ...env,
    NODE_ENV: "production" as const,
    NODE_OPTIONS: "",
    NEXT_TELEMETRY_DISABLED: "1",
  };
  await promisify(execFile)(process.execPath, ["node_modules/next/dist/bin/next", "build", "bench/bare"], {
    env: environment,
  });
  const app = await startNext("bench/bare", env, { path: "/bytes" });
  return { app, end: async () => (await app.end(), rm(folder, { recursive: true, force: true })) };
}

/** A server of years has its code compiled; one of a second ago, ours of many routes above all, does not. */
const warmUpSeconds = 6;

/** Asks all addresses by turns, several times, and takes the middle of each: whatever else the machine does falls on all. */
async function byTurns(urls: Record<string, string>): Promise<Record<string, Load>> {
  const all = Object.fromEntries(Object.keys(urls).map((name) => [name, [] as Load[]]));
  for (const url of Object.values(urls)) await load(url, { seconds: warmUpSeconds });
  for (let round = 0; round < rounds; round += 1)
    for (const [name, url] of Object.entries(urls)) all[name]!.push(await load(url));
  const middle = (loads: Load[], of: keyof Load) => median(loads.map((one) => one[of]));
  return Object.fromEntries(
    Object.entries(all).map(([name, loads]) => [
      name,
      {
        perSecond: middle(loads, "perSecond"),
        p50: middle(loads, "p50"),
        p95: middle(loads, "p95"),
        p99: middle(loads, "p99"),
        failed: middle(loads, "failed"),
      },
    ]),
  );
}

async function compare({ add }: Bench, app: RunningApp, edge: Edge, page: string): Promise<void> {
  const answer = await packed(app.url + page);
  const [bare, file] = [await startBare(answer), await serveFromFile(answer.body)];
  try {
    await packed(edge.url + page);
    const urls = {
      ours: app.url + page,
      handler: `${bare.app.url}/bytes`,
      kept: `${bare.app.url}/`,
      edge: edge.url + page,
      file: file.url,
    };
    const found = await byTurns(urls);
    const { ours, handler, kept, edge: behind, file: plain } = found as Record<keyof typeof urls, Load>;
    const per = (one: Load) => one.perSecond;
    add(`reader page of ${answer.body.length} bytes from the app, by ${loader}`, per(ours), "/s", {
      baselines: {
        "bare handler": per(handler),
        "bare page kept by Next": per(kept),
        "nginx from a file": per(plain),
      },
      limit: { of: "ratio", least: 0.8 },
    });
    add("the same behind deploy/nginx.conf", per(behind), "/s", {
      baselines: { "nginx from a file": per(plain) },
      limit: { of: "ratio", least: 0.75 },
    });
    for (const at of ["p50", "p95", "p99"] as const) {
      add(`reader page from the app, ${at}`, ours[at], "ms", { baselines: { "bare handler": handler[at] } });
      add(`behind deploy/nginx.conf, ${at}`, behind[at], "ms", {
        baselines: { "nginx from a file": plain[at] },
      });
    }
    add("answers that failed", ours.failed + behind.failed, "", { limit: { of: "ours", most: 0 } });
    const memory = await app.megabytes();
    if (memory !== null) add("memory of the app after that", memory, "MB");
  } finally {
    await bare.end();
    await file.end();
  }
}

/** The figures of `bench:reader`. */
export async function measureReader(bench: Bench): Promise<void> {
  const { add, claims, keep } = bench;
  const database = await openBenchDatabase(claims, { keep });
  const plan = makePlan(claims);
  const port = await freePort();
  const edge = await startEdge(port);
  try {
    const copy = { ...database, ...(await database.copy()) };
    const env = { TRUSTED_PROXIES: "1", EDGE_URL: edge.inside, EDGE_PURGE_KEY: edge.key };
    const app = await startApp(copy, { port, env });
    let page = "";
    try {
      const published = Array.from({ length: claims }, (_, n) => n).find((n) => stateOf(n) === "published")!;
      page = `/verdicts/${slugOf(published)}`;
      await compare(bench, app, edge, page);
      const soon = await correctionSoon(app.url, edge.url, plan);
      for (const [what, times] of Object.entries(soon.seconds))
        add(`correction at the edge, ${what}, slowest of ${times.length}`, Math.max(...times), "s", {
          limit: { of: "ours", most: 1 },
        });
      add("old verdicts seen after a new one", soon.staleAfter, "", { limit: { of: "ours", most: 0 } });
    } finally {
      await app.end();
    }
    const down = await load(edge.url + page, { seconds: 2 });
    add("reading while the app is down", down.perSecond, "/s", { limit: { of: "ours", least: 1 } });
    add("of it failed", down.failed, "", { limit: { of: "ours", most: 0 } });
  } finally {
    await edge.stop();
    await closeDb();
    await database.end();
  }
}
