import type { ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { endChild, exitOf, startNode } from "../start/child-process";
import { experiments } from "./experiments";
import { paceFile, stopFile } from "./history";

export type Report = {
  name: string;
  title: string;
  passed: boolean;
  seconds: number;
  figures: Record<string, unknown>;
};

const clock = (since: number) => {
  const seconds = Math.round((Date.now() - since) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
};

/** Shows how far the experiment is: on a terminal in one line, else once a minute. Returns the way to end it. */
function showPace(name: string, folder: string, began: number): () => void {
  const isTerminal = process.stderr.isTTY;
  let shown = "";
  const show = () => {
    const file = join(folder, paceFile(name));
    const pace = existsSync(file) ? readFileSync(file, "utf8") : "";
    if (!pace || pace === shown) return;
    shown = pace;
    process.stderr.write(
      `${isTerminal ? "\r" : ""}   ${name}  ${pace}, ${clock(began)} ${isTerminal ? "" : "\n"}`,
    );
  };
  const timer = setInterval(show, isTerminal ? 1_000 : 60_000);
  return () => {
    clearInterval(timer);
    if (isTerminal && shown) process.stderr.write("\n");
  };
}

const vitest = ["node_modules/vitest/vitest.mjs", "run", "--reporter=dot"];

/** Files of different projects one after another: each project prepares a database of its own, and two at once disturb it. */
function byProject(files: string[]): string[][] {
  const kinds = [/\.(fault|long)\.ts$/, /\.db\.test\.ts$/, /(?<!\.db)\.test\.ts$/];
  return kinds.map((kind) => files.filter((file) => kind.test(file))).filter(({ length }) => length > 0);
}

/**
 * Runs one experiment in a process group of its own, which Ctrl-C does not reach: at the first one it is asked to stop and
 * ends the servers that it started; at the second its processes are ended. Its output goes to standard error.
 */
export async function runExperiment(
  name: string,
  {
    folder,
    isShort,
    minutes,
    stop,
  }: { folder: string; isShort: boolean; minutes: number; stop: AbortSignal },
): Promise<Report> {
  const { title, files } = experiments[name]!;
  const began = Date.now();
  for (const file of [`${name}.ndjson`, paceFile(name), stopFile])
    await rm(join(folder, file), { force: true });
  const env = {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: "1",
    FAULTS_DIR: folder,
    FAULTS_LONG: isShort ? "0" : "1",
    FAULTS_UNTIL: String(began + minutes * 60_000),
  };
  let child: ChildProcess | undefined;
  const ask = () => {
    console.error(`\nStopping ${name}; what it started is ended first. Once more to end it at once.`);
    void writeFile(join(folder, stopFile), "");
    process.once("SIGINT", () => void (child && endChild(child)));
  };
  stop.addEventListener("abort", ask, { once: true });
  const endShowing = showPace(name, folder, began);
  let code = 0;
  for (const group of byProject(files)) {
    if (code !== 0 || stop.aborted) break;
    child = startNode([...vitest, ...group], env, "read");
    for (const stream of [child.stdout, child.stderr]) stream?.pipe(process.stderr, { end: false });
    code = await exitOf(child);
  }
  endShowing();
  stop.removeEventListener("abort", ask);
  for (const file of [paceFile(name), stopFile]) await rm(join(folder, file), { force: true });
  const seconds = Math.round((Date.now() - began) / 1000);
  return {
    name,
    title,
    passed: code === 0 && !stop.aborted,
    seconds,
    figures: await figuresOf(name, folder),
  };
}

async function figuresOf(name: string, folder: string): Promise<Record<string, unknown>> {
  const text = await readFile(join(folder, `${name}.ndjson`), "utf8").catch(() => "");
  const lines = text.split("\n").filter((line) => line.includes('"event":"figures"'));
  const all = lines.map((line) => (JSON.parse(line) as { values: Record<string, unknown> }).values);
  return Object.assign({}, ...all) as Record<string, unknown>;
}
