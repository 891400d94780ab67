/**
 * All benchmarks, one after the other, as a table, with a picture of how the desk grows: `npm run bench -- [--claims N]
 * [--json] [--keep] [--save]`. `--save` keeps each result, and the picture, in bench/results. Ends as `exitCodeOf` all lines.
 */
import { spawn } from "node:child_process";
import { exitCodeOf, limitMissed, lineOf, readArguments, type Result } from "./measured";

const { claims, isQuiet, keep, isSaved } = readArguments(process.argv.slice(2), 100_000);
const small = 10_000;

/** Each in a process of its own: none finds what another left in memory. */
const benches: [file: string, claims: number][] = [
  ["bench/reader.ts", small],
  ["bench/writes.ts", small],
  ["bench/ingest.ts", small],
  ["bench/desk.ts", claims],
  ["bench/desk-scale.ts", claims],
];

async function run(file: string, size: number): Promise<Result> {
  const args = [
    "--conditions=react-server",
    "--import",
    "tsx",
    file,
    "--json",
    "--keep",
    "--claims",
    String(size),
    ...(isSaved ? ["--save"] : []),
  ];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (chunk) => (said += String(chunk)));
  const code = await new Promise((done) => child.once("close", done));
  // Stopped by Ctrl-C, which it was told of as well.
  if (code === 130) process.exit(130);
  if (code !== 0 && code !== limitMissed) throw new Error(`${file} ended with ${String(code)}.`);
  return JSON.parse(said.trim().split("\n").at(-1)!) as Result;
}

// Whoever runs ends its server and says so; this waits for that.
process.on("SIGINT", () => undefined);
const results: Result[] = [];
for (const [file, size] of benches) {
  if (!isQuiet) console.log(`\n${file}, ${size.toLocaleString("en")} claims`);
  const result = await run(file, size);
  results.push(result);
  if (!isQuiet) for (const row of result.rows) console.log(lineOf(row));
}
if (!keep) {
  const { forgetBenchDatabases } = await import("./data/bench-database");
  await forgetBenchDatabases();
}
const [{ machine, date }] = results as [Result, ...Result[]];
const rows = results.flatMap((result) => result.rows);
if (isQuiet) console.log(JSON.stringify({ name: "all", rows, machine, date }));
else {
  const asked = rows.filter(({ holds }) => holds !== null);
  const missed = asked.filter(({ holds }) => !holds);
  console.log(`\n${machine}, ${date}: ${asked.length - missed.length} of ${asked.length} limits hold.`);
  for (const row of missed) console.log(`  missed: ${lineOf(row)}`);
}
process.exit(exitCodeOf(rows));
