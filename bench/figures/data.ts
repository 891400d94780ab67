import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

export const dataDirectory = process.env.BENCH_DATA_DIR ?? "../shared/data";

const pathOf = (name: string) => `${dataDirectory}/${name}.jsonl.gz`;

export const hasData = (name: string): boolean => existsSync(pathOf(name));

/** The rows of a gzipped file of JSON lines; none when the file is not there. */
export function readRows<Row>(name: string): Row[] {
  if (!hasData(name)) return [];
  const lines = gunzipSync(readFileSync(pathOf(name)))
    .toString("utf8")
    .trim()
    .split("\n");
  return lines.map((line) => JSON.parse(line) as Row);
}

/** One measured figure: ours, what it is compared with, and what it has to reach. */
export type Metric = {
  metric: string;
  ours: number;
  baselines: Record<string, number>;
  limit: number | null;
  ratio: number | null;
  /** Whether it reaches it; null when it has to reach nothing. */
  holds: boolean | null;
};

const round = (value: number) => Number(value.toFixed(4));

export function metric(
  name: string,
  ours: number,
  baselines: Record<string, number> = {},
  limit: number | null = null,
): Metric {
  const rounded = Object.fromEntries(Object.entries(baselines).map(([key, value]) => [key, round(value)]));
  const ratio = limit === null ? null : round(ours / limit);
  const holds = limit === null ? null : ours >= limit;
  return { metric: name, ours: round(ours), baselines: rounded, limit, ratio, holds };
}

export const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
