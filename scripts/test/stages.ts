import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "../start/build";
import { checkFirstLoads } from "../start/first-load";
import { ensurePrismaClient } from "../start/prisma-client";
import { StartRefused } from "../start/settings";
import { ensureBrowser } from "./find-browser";
import {
  foundByPlaywright,
  foundByVitest,
  type Found,
  type PlaywrightReport,
  type VitestReport,
} from "./reports";

/** Where a stage's output goes: to the terminal as it comes, or kept until the stage is over. */
export type Output = "inherit" | ((chunk: Buffer) => void);

export type Stage = { name: string; run: (output: Output) => Promise<Found> };

const passed: Found = { passed: 1, failed: 0, skipped: 0, failures: [] };
const failed: Found = { passed: 0, failed: 1, skipped: 0, failures: [] };

/** Runs Node; resolves with the exit code. */
function runNode(
  args: string[],
  env: Record<string, string> = {},
  output: Output = "inherit",
): Promise<number> {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      stdio: output === "inherit" ? "inherit" : ["ignore", "pipe", "pipe"],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
    });
    if (output !== "inherit") for (const stream of [child.stdout, child.stderr]) stream?.on("data", output);
    const pass = (signal: NodeJS.Signals) => child.kill(signal);
    process.on("SIGTERM", pass);
    child.once("exit", (code) => {
      process.off("SIGTERM", pass);
      done(code ?? 1);
    });
    child.once("error", () => done(1));
  });
}

const command =
  (...args: string[]) =>
  async (output: Output) =>
    (await runNode(args, {}, output)) === 0 ? passed : failed;

async function withReport<T>(
  work: (file: string) => Promise<number>,
  read: (report: T) => Found,
): Promise<Found> {
  const folder = await mkdtemp(join(tmpdir(), "countersign-report-"));
  const file = join(folder, "report.json");
  try {
    const code = await work(file);
    const text = await readFile(file, "utf8").catch(() => "");
    if (!text) return failed;
    const found = read(JSON.parse(text) as T);
    // The runner failed though every test passed: an error outside of the tests, or no test at all.
    return code !== 0 && found.failed === 0 ? { ...found, failed: 1 } : found;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const vitest = (project: string) => (output: Output) =>
  withReport<VitestReport>(
    (file) =>
      runNode(
        [
          "node_modules/vitest/vitest.mjs",
          "run",
          "--project",
          project,
          "--reporter=default",
          "--reporter=json",
          `--outputFile.json=${file}`,
        ],
        {},
        output,
      ),
    foundByVitest,
  );

async function types(output: Output): Promise<Found> {
  await ensurePrismaClient();
  const routes = await runNode(["node_modules/next/dist/bin/next", "typegen"], {}, output);
  const checked = await runNode(["node_modules/typescript/bin/tsc", "--noEmit"], {}, output);
  return routes === 0 && checked === 0 ? passed : failed;
}

async function build(): Promise<Found> {
  try {
    const isNew = await ensureBuilt({ log: (line) => console.log(line) });
    if (!isNew) console.log("Built from these very sources already.");
    checkFirstLoads((line) => console.log(line));
    return passed;
  } catch (error) {
    console.error(error instanceof StartRefused ? error.message : error);
    return failed;
  }
}

async function endToEnd(): Promise<Found> {
  let browser: string;
  try {
    browser = ensureBrowser();
  } catch (error) {
    console.error((error as Error).message);
    return failed;
  }
  return withReport<PlaywrightReport>(
    (file) =>
      runNode(["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"], {
        // Fixtures import the server's own code, which is marked as never for a browser.
        NODE_OPTIONS: "--conditions=react-server",
        PLAYWRIGHT_CHROMIUM: browser,
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      }),
    foundByPlaywright,
  );
}

const format: Stage = {
  name: "format",
  run: command("node_modules/prettier/bin/prettier.cjs", "--check", "--log-level=warn", "."),
};
const lint: Stage = { name: "lint", run: command("node_modules/eslint/bin/eslint.js", ".") };
const unit: Stage = { name: "unit", run: vitest("unit") };

const fast: Stage[][] = [[{ name: "types", run: types }, format, lint], [unit]];

/** The stages in order, those that run side by side together: what fails fastest first. Those that use both cores by themselves have a group each. */
export function stagesOf(which: "fast" | "all"): Stage[][] {
  if (which === "fast") return fast;
  return [
    ...fast,
    [{ name: "build", run: build }],
    [{ name: "database", run: vitest("db*") }],
    [{ name: "faults", run: vitest("faults") }],
    [{ name: "end-to-end", run: endToEnd }],
  ];
}
