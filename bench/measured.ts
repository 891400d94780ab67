import { cpus, loadavg } from "node:os";

/** One line of a benchmark: ours, what it is held against in the same run, and what is asked of it. */
export type Row = {
  metric: string;
  ours: number;
  unit: string;
  baselines: Record<string, number>;
  /** What is asked: `most` of ours or `ratio` of ours to the first baseline, or `least` of them. */
  limit: { of: "ours" | "ratio"; most?: number; least?: number } | null;
  ratio: number | null;
  /** Whether it holds; null when nothing is asked. Of a ratio to nothing nobody can say, so it does not. */
  holds: boolean | null;
};

/** What a benchmark ends with that went to its end and missed a limit; what could not be measured ends with another. */
export const limitMissed = 2;

/** What a benchmark of these lines ends with: 0, or `limitMissed` when any of them does not hold. */
export function exitCodeOf(rows: readonly Pick<Row, "holds">[]): number {
  return rows.some(({ holds }) => holds === false) ? limitMissed : 0;
}

/** `load` is how many programs wanted a processor on average, this one among them, when it began and when it ended. */
export type Result = { name: string; rows: Row[]; machine: string; date: string; load: [number, number] };

const loadNow = () => Math.round((loadavg()[0] ?? 0) * 10) / 10;
const round = (value: number) => (Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 100) / 100);

/** Collects the lines of a benchmark and says each as it is known, unless only JSON is wanted. */
export function newResult(name: string, isQuiet: boolean) {
  const rows: Row[] = [];
  const before = loadNow();
  const add = (
    metric: string,
    ours: number,
    unit: string,
    { baselines = {}, limit = null }: Partial<Pick<Row, "baselines" | "limit">> = {},
  ): Row => {
    const [first] = Object.values(baselines);
    const ratio = first === undefined || first === 0 ? null : round(ours / first);
    const held = limit?.of === "ratio" ? ratio : ours;
    const holds =
      limit === null
        ? null
        : held !== null && held <= (limit.most ?? Infinity) && held >= (limit.least ?? -Infinity);
    const beside = Object.fromEntries(Object.entries(baselines).map(([what, value]) => [what, round(value)]));
    const row = { metric, ours: round(ours), unit, baselines: beside, limit, ratio, holds };
    rows.push(row);
    if (!isQuiet) console.log(lineOf(row));
    return row;
  };
  const result = (): Result => ({
    name,
    rows,
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown"}, Node ${process.versions.node}`,
    date: new Date().toISOString().slice(0, 10),
    load: [before, loadNow()],
  });
  return { add, result };
}

/** A line for a person: what, how much, beside what, and whether it is as asked. */
export function lineOf({ metric, ours, unit, baselines, limit, ratio, holds }: Row): string {
  const beside = Object.entries(baselines).map(([what, value]) => `${what} ${value.toLocaleString("en")}`);
  const asked = limit
    ? ` ${holds ? "✓" : "✗"} asked ${limit.of === "ratio" ? "ratio " : ""}${limit.most === undefined ? `≥ ${limit.least}` : `≤ ${limit.most}`}`
    : "";
  const share = ratio === null ? "" : `, ratio ${ratio}`;
  const against = beside.length > 0 ? ` (${beside.join(", ")}${share})` : "";
  return `${metric.padEnd(58)} ${ours.toLocaleString("en").padStart(9)} ${unit}${against}${asked}`;
}

export type Times = { p50: number; p95: number; p99: number };

/** Percentiles of times, by the nearest rank. */
function percentiles(times: readonly number[]): Times {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** Times `work` so often, after a tenth as often unmeasured; in milliseconds. */
export async function timesOf(rounds: number, work: (round: number) => Promise<unknown>): Promise<Times> {
  const [times] = await timesByTurns(rounds, [work]);
  return times!;
}

/**
 * The same for several, each once a round: whatever else the machine does falls on all of them. The `unmeasured` rounds
 * before have numbers below nought.
 */
export async function timesByTurns(
  rounds: number,
  works: readonly ((round: number) => Promise<unknown>)[],
  unmeasured = Math.ceil(rounds / 10),
): Promise<Times[]> {
  const times = works.map((): number[] => []);
  for (let round = -unmeasured; round < rounds; round += 1)
    for (const [at, work] of works.entries()) {
      const began = performance.now();
      await work(round);
      if (round >= 0) times[at]!.push(performance.now() - began);
    }
  return times.map(percentiles);
}

export const median = (values: readonly number[]): number => percentiles(values).p50;

/** `--claims 10000`, `--json`, `--keep`, `--save` of a command line. */
export function readArguments(argv: readonly string[], claims: number) {
  const at = argv.indexOf("--claims");
  const asked = at < 0 ? claims : Number(argv[at + 1]);
  if (!Number.isInteger(asked) || asked < 1_000 || asked > 5_000_000)
    throw new Error("--claims is a whole number from 1,000 to 5,000,000.");
  const has = (flag: string) => argv.includes(flag);
  return { claims: asked, isQuiet: has("--json"), keep: has("--keep"), isSaved: has("--save") };
}

/** Resident memory of a process in megabytes, where the system says so; null elsewhere. */
export async function megabytesOf(pid: number): Promise<number | null> {
  const { readFile } = await import("node:fs/promises");
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const found = /VmRSS:\s+(\d+) kB/.exec(status);
  return found ? Math.round(Number(found[1]) / 1024) : null;
}

/** Seconds of processors that a process and those of its children that ended have used, where the system says so. */
export async function cpuSecondsOf(pid: number): Promise<number | null> {
  const { readFile } = await import("node:fs/promises");
  const line = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // Behind the name in brackets, which may hold blanks: state, ten more, then own and children's time in hundredths.
  const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
  if (fields.length < 15) return null;
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
}
