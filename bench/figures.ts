/**
 * The figure ledger on public data, against the library Recognizers-Text alone and against comparing numbers alone:
 * `npm run bench:figures [-- --json | --verbose]`; data in BENCH_DATA_DIR. Ends as `exitCodeOf` its lines.
 */
import { cpus } from "node:os";
import { dataDirectory, hasData, type Metric } from "./figures/data";
import { exitCodeOf } from "./measured";

const machine = () =>
  `${cpus()[0]?.model ?? "unknown"}, ${cpus().length} cores, Node ${process.versions.node}`;

async function main(): Promise<void> {
  if (!hasData("figures_recognizers_english")) {
    console.log(`No data in ${dataDirectory}: set BENCH_DATA_DIR. Skipped.`);
    return;
  }
  const { measureCases } = await import("./figures/recognizers");
  const { measureQuantities } = await import("./figures/quantities");
  const { measureCoverage } = await import("./figures/coverage");
  const { measureSpeed } = await import("./figures/speed");
  const cases = measureCases();
  const quantities = measureQuantities();
  const coverage = measureCoverage();
  const rows = [...cases.metrics, ...quantities.metrics, ...coverage.metrics];
  process.exitCode = exitCodeOf(rows);
  const date = new Date().toISOString().slice(0, 10);
  if (process.argv.includes("--json"))
    return console.log(JSON.stringify({ name: "figures", rows, machine: machine(), date }));
  show("Cases of Recognizers-Text, read right", cases.metrics);
  console.log("\nWhat is wrong, by kind of error");
  console.table(cases.slips);
  if (process.argv.includes("--verbose")) console.log(cases.wrong.join("\n"));
  show("Two sources on one quantity (EMNLP 2015)", quantities.metrics);
  console.table(quantities.pairs);
  show("Numeric claims (QuanTemp)", coverage.metrics);
  console.table(coverage.kinds);
  const speed = measureSpeed();
  console.log("\nTime for 25, 50 and 100 KB; growth of one doubling (2 is linear)");
  console.table(speed.ours.map(({ text, ms, perDoubling }) => ({ text, ms: ms.join(" / "), perDoubling })));
  console.log("The library alone");
  console.table(speed.theirs);
  console.log(`${machine()}, ${date}`);
}

function show(title: string, rows: Metric[]): void {
  console.log(`\n${title}`);
  console.table(
    rows.map(({ metric, ours, baselines, limit, holds }) => ({
      metric,
      ours,
      ...baselines,
      ...(limit === null ? {} : { limit: `${holds ? "✓" : "✗"} asked ≥ ${limit}` }),
    })),
  );
}

await main();
