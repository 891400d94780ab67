import { mkdir } from "node:fs/promises";
import { cpus, loadavg, totalmem } from "node:os";
import { relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { experiments } from "./faults/experiments";
import { runExperiment, type Report } from "./faults/run-experiment";
import { ensureBuilt } from "./start/build";
import { enterProject } from "./start/find-instance";

const usage = `Usage: npm run faults [-- names] [--short] [--minutes 15] [--json]. Names: ${Object.keys(experiments).join(", ")}
--only F1,F5 is the same as the names F1 F5. --minutes 15 is what an experiment of many rounds may take before it begins no
further one; its figures say how many there were. Ctrl-C stops the one that runs and reports those that are done.`;

type Given = { names: string[]; isShort: boolean; isJson: boolean; minutes: number };

function readArguments(): Given | null {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      short: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      minutes: { type: "string", default: "15" },
      only: { type: "string", multiple: true, default: [] },
    },
  });
  const asked = [...positionals, ...values.only.flatMap((list) => list.split(","))].map((name) =>
    name.trim().toUpperCase(),
  );
  const minutes = Number(values.minutes);
  if (asked.some((name) => !experiments[name]) || !(minutes > 0)) return null;
  const all = Object.keys(experiments).filter((name) => !(values.short && experiments[name]!.isLongOnly));
  return { names: asked.length > 0 ? asked : all, isShort: values.short, isJson: values.json, minutes };
}

function machine() {
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    node: process.version,
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    /** More than the cores: others work on this machine too. */
    loadAtStart: round(loadavg()[0]!),
  };
}

async function main(): Promise<number> {
  enterProject();
  const given = readArguments();
  if (!given) {
    console.error(usage);
    return 2;
  }
  const { names, isShort, isJson, minutes } = given;
  const folder = resolve("test-results/faults");
  await mkdir(folder, { recursive: true });
  const [ranOn, began, stop] = [machine(), Date.now(), new AbortController()];
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => stop.abort());
  const reports: Report[] = [];
  if (names.some((name) => experiments[name]!.startsDesk)) await ensureBuilt({ log: console.error });
  for (const [index, name] of names.entries()) {
    if (stop.signal.aborted) break;
    console.error(`── ${index + 1} of ${names.length}  ${name}: ${experiments[name]!.title} ──`);
    reports.push(await runExperiment(name, { folder, isShort, minutes, stop: stop.signal }));
    console.error(lineOf(reports.at(-1)!));
  }
  const isWhole = reports.length === names.length && !stop.signal.aborted;
  const seconds = Math.round((Date.now() - began) / 1000);
  if (isJson) {
    const form = isShort ? "short" : "long";
    const date = new Date().toISOString();
    console.log(
      JSON.stringify({
        name: "faults",
        form,
        minutes,
        isWhole,
        seconds,
        rows: reports,
        machine: ranOn,
        date,
      }),
    );
  } else {
    console.log(reports.map(lineOf).join("\n"));
    console.log(
      `${reports.length} of ${names.length} in ${Math.round(seconds / 6) / 10} minutes. Histories: ${relative(".", folder)}`,
    );
  }
  if (stop.signal.aborted) return 130;
  return isWhole && reports.every(({ passed }) => passed) ? 0 : 1;
}

function lineOf({ name, title, passed, seconds, figures }: Report): string {
  const told = Object.entries(figures).map(([what, value]) => `${what} ${String(value)}`);
  const after = told.length > 0 ? `: ${told.join(", ")}` : "";
  return `${passed ? "pass" : "FAIL"}  ${name} ${title} (${seconds} s)${after}`;
}

process.exitCode = await main();
